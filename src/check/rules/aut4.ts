// AUT4: a curve that begins later than its section, and holds its first value before.

import type { Automation } from '../../song/place.ts';
import { targetAt } from '../../vocabulary/targets.ts';
import { written } from '../../vocabulary/written.ts';
import { standingValue } from '../parameters.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const aut4: Rule = {
  id: 'AUT4',
  tier: 'timeline',
  severity: 'warning',
  title: 'A curve without a value at its start',
  why: `From the start of its section to its first point a curve stands at that point's value, not where the mixer stands:
a send that is meant to open in bar 8 is open from bar 1. In other programs it is worse, there the value is what played
last, and a seek sounds different. Write the value at the start. Where the first value is the mixer's own, nothing is
different, and nothing is said.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Late Start" { tempo 112bpm }
instrument soft = Synth { }
track pad { instrument: soft, level: -12dB }
section build 8 bars { pad: "a3 c4 e4 c4" }
arrange build
automate pad.level in build { bar 5: -24dB, bar 8: -6dB }
`,
    silent: `song "Whole Curve" { tempo 112bpm }
instrument soft = Synth { }
track pad { instrument: soft, level: -12dB }
section build 8 bars { pad: "a3 c4 e4 c4" }
arrange build
automate pad.level in build { 0%: -12dB, bar 5: -24dB, bar 8: -6dB }
`,
  },
  check: (context) =>
    context.song.automation.flatMap((automation, place) => lateStart(automation, place, context)),
};

const lateStart = (
  automation: Automation,
  place: number,
  { song, timeline }: CheckContext,
): readonly Finding[] => {
  const [span] = timeline.lanes[place]?.spans ?? [];
  const [first] = span?.points ?? [];
  if (!span || !first || first.seconds <= span.startSeconds + 1e-6) return [];
  const { value, id } = first;
  const target = targetAt(song, automation.path.name);
  const standing = standingValue(song, automation.path.name);
  if (!target || typeof value !== 'number' || standing === undefined) return [];
  if (Math.abs(value - standing) < 1e-9) return [];
  const { quantity } = target.parameter;
  const start = automation.section ? '0%' : 'bar 1';
  const begin = (at: number): string => `${start}: ${written(at, quantity)}`;
  return [
    {
      id,
      message: `Up to this point ${target.path} stands at ${written(value, quantity)} too, not at ${written(standing, quantity)} as the mixer says. Write the value at the start.`,
      fixes: [
        {
          title: `Begin at ${written(value, quantity)}, as it sounds now`,
          changes: [{ do: 'insert', id, text: begin(value) }],
        },
        {
          title: `Begin at ${written(standing, quantity)}, as the mixer says`,
          changes: [{ do: 'insert', id, text: begin(standing) }],
        },
      ],
    },
  ];
};
