// HYG6: a mark without a reason.

import type { Rule } from '../rule.ts';

export const hyg6: Rule = {
  id: 'HYG6',
  tier: 'score',
  severity: 'information',
  title: 'A mark without a reason',
  why: `Why a wrong note is right is known to whoever wrote it, and to nobody else: a band mate, a mixing engineer, you in
a year. One word behind the colon is enough: \`// codetta-ignore HAR1: blue note\`. What the editor's quick fix writes,
\`meant\`, is the least: it says that somebody has looked.`,
  hasNoFix: true,
  examples: {
    fires: `song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 1 bars { lead: "c4 f#4 g4 c5" } // codetta-ignore HAR1
arrange verse
`,
    silent: `song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 1 bars { lead: "c4 f#4 g4 c5" } // codetta-ignore HAR1: the sharp eleventh
arrange verse
`,
  },
  check: ({ song }) =>
    [...new Map(song.ignores.map((ignore) => [ignore.id, ignore])).values()]
      .filter(({ reason }) => reason === '')
      .map(({ id, rule }) => ({
        id,
        message: `Why is it meant? Write the reason behind the colon: \`// codetta-ignore ${rule}: the blue note\`.`,
      })),
};
