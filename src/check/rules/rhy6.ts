// RHY6: a polymeter that has not come round where its section ends.

import { toNumber } from '../../music/rational.ts';
import type { MiniNode, PatternExpression } from '../../song/pattern.ts';
import { longestStretch } from '../figures.ts';
import { counted } from '../in-words.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const rhy6: Rule = {
  id: 'RHY6',
  tier: 'timeline',
  severity: 'information',
  title: "A polymeter unresolved at the section's end",
  why: `Three notes against four drift apart and meet again: that meeting is what the ear waits for. Where the section ends
before, the tension is cut and not resolved. Let the section last as long as the figure takes to come round, or bound
the figure by a length that goes into the section. Only a pattern that is a polymeter as a whole (\`"{a b c}%4"\`) is
looked at; one inside of another pattern is an ornament. A figure longer than two times its section is meant to drift.`,
  examples: {
    fires: `song "Three on Four" { tempo 112bpm }
instrument soft = Synth { }
track bell { instrument: soft }
section verse 8 bars { bell: "{a4 c5 e5}%4" }
arrange verse
`,
    silent: `song "Three on Four" { tempo 112bpm }
instrument soft = Synth { }
track bell { instrument: soft }
section verse 9 bars { bell: "{a4 c5 e5}%4" }
arrange verse
`,
  },
  check: (context) =>
    context.song.sections.flatMap((section) =>
      section.parts.flatMap((part): readonly Finding[] => {
        if (part.at) return [];
        const period = periodOf(part.expression, context);
        const bars = section.bars.value;
        if (period === undefined || period <= 1 || period > longestStretch * bars || bars % period === 0)
          return [];
        const fits = Math.ceil(bars / period) * period;
        const isOwnLength = section.bars.id !== section.name.id;
        return [
          {
            id: part.expression.kind === 'name' ? part.expression.name.id : part.expression.id,
            message: `What ${part.track.name} plays comes round every ${counted(period, 'bar')}, and ${section.name.name} ends after ${counted(bars, 'bar')}, in the middle of it. Let it come round, or bound it.`,
            ...(isOwnLength
              ? {
                  fixes: [
                    {
                      title: `Lengthen ${section.name.name} to ${counted(fits, 'bar')}, so that it comes round`,
                      changes: [{ do: 'replace' as const, id: section.bars.id, text: counted(fits, 'bar') }],
                    },
                  ],
                }
              : {}),
          },
        ];
      }),
    ),
};

/** Bars until a polymeter comes round; undefined for what is none. */
const periodOf = (expression: PatternExpression, { index }: CheckContext): number | undefined => {
  const said = expression.kind === 'name' ? index.patterns.get(expression.name.name)?.expression : expression;
  return said?.kind === 'mini' ? periodOfNode(said.mini.root) : undefined;
};

const periodOfNode = (node: MiniNode): number | undefined => {
  if (node.kind === 'tied') return periodOfNode(node.of);
  if (node.kind === 'bars' && node.bars.length === 1) return periodOfNode(node.bars[0]!);
  if (node.kind === 'sequence' && node.steps.length === 1) return periodOfNode(node.steps[0]!.node);
  if (node.kind === 'stack') {
    const periods = node.parts.map(periodOfNode);
    return periods.every((period) => period !== undefined) ? periods.reduce(leastCommon, 1) : undefined;
  }
  if (node.kind !== 'polymeter') return undefined;
  const weight = node.steps.reduce((sum, step) => sum + toNumber(step.weight), 0);
  // Bars that the figure lasts, as a fraction: after its numerator of bars it is where it began.
  for (let times = 1; times <= 64; times += 1) {
    const bars = (times * weight) / toNumber(node.per);
    if (Number.isInteger(bars)) return bars;
  }
  return undefined;
};

const leastCommon = (left: number, right: number): number => {
  let most = left;
  while (most % right !== 0) most += left;
  return most;
};
