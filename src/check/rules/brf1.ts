// BRF1: a finished song without a brief, or without a place to go to.

import type { Fix } from '../../song/problem.ts';
import { figures } from '../figures.ts';
import { minutes } from '../in-words.ts';
import type { Finding, Rule } from '../rule.ts';

export const brf1: Rule = {
  id: 'BRF1',
  tier: 'timeline',
  severity: 'information',
  title: 'No brief, or no delivery target',
  why: `A \`brief\` says what the song is meant to be: how long, in which mood, which section has to lift over which. A
\`deliver\` says where it goes. With both, the checks can hold the song against what you wanted and against what the
platform asks for; without, they can only guess. A sketch needs neither: this speaks up when the song has grown to the
length below.`,
  examples: {
    fires: `song "No Plan" { tempo 120bpm }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 16 bars { lead: "a4 c5 e5 c5 | f4 a4 c5 a4" }
section chorus 16 bars { lead: "e5 c5 a4 c5 | f5 c5 a4 c5" }
arrange verse chorus
`,
    silent: `song "A Sketch" { tempo 120bpm }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 16 bars { lead: "a4 c5 e5 c5 | f4 a4 c5 a4" }
arrange verse
`,
  },
  check: ({ song, timeline, figure }): readonly Finding[] => {
    if (timeline.seconds < figure(figures.finished)) return [];
    const missing = [
      ...(song.brief ? [] : ['brief' as const]),
      ...(song.deliveries.length > 0 ? [] : ['deliver' as const]),
    ];
    const place = song.titleId ?? song.arrangement[0]?.id;
    if (missing.length === 0 || place === undefined) return [];
    const what = missing.map((one) =>
      one === 'brief' ? 'what it is meant to be (`brief`)' : 'where it goes (`deliver`)',
    );
    return [
      {
        id: place,
        message: `The song lasts ${minutes(timeline.seconds)} and does not say ${what.join(' or ')}. Say it, and the checks can hold it against that.`,
        fixes: [insertion(missing, timeline.seconds)],
      },
    ];
  },
};

const insertion = (missing: readonly ('brief' | 'deliver')[], seconds: number): Fix => {
  const shortest = Math.max(1, Math.floor((seconds - 5) / 15) * 15);
  const longest = Math.ceil((seconds + 5) / 15) * 15;
  const bodies = {
    brief: `{ length ${minutes(shortest)}..${minutes(longest)} }`,
    deliver: 'spotify, apple',
  } as const;
  return {
    title:
      missing.length > 1
        ? 'Insert a brief and a delivery'
        : missing[0] === 'brief'
          ? 'Insert a brief'
          : 'Insert a delivery',
    changes: missing.map((what) => ({ do: 'declare', what, name: '', body: bodies[what] })),
  };
};
