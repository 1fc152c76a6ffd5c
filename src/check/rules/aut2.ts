// AUT2: two curves that move one parameter at the same time.

import type { Lane } from '../../timeline/timeline.ts';
import { targetAt } from '../../vocabulary/targets.ts';
import type { Finding, Rule } from '../rule.ts';

export const aut2: Rule = {
  id: 'AUT2',
  tier: 'timeline',
  severity: 'warning',
  title: 'Two curves on one parameter at once',
  why: `A fader can only be in one place. Where two automations move it at the same time, one of them is not heard, and
which one depends on their order in the text: the next edit may turn it round. Put the points into one curve, or give
each a section of its own. Curves that take turns, each in its own section, are fine.`,
  examples: {
    fires: `song "Two Hands" { tempo 112bpm }
instrument soft = Synth { }
track pad { instrument: soft }
section build 4 bars { pad: "a3 c4 e4 c4" }
arrange build
automate pad.level in build { 0%: -18dB, 100%: -6dB }
automate pad.level { bar 1: -12dB, bar 5: -3dB }
`,
    silent: `song "One Hand" { tempo 112bpm }
instrument soft = Synth { }
track pad { instrument: soft }
section build 4 bars { pad: "a3 c4 e4 c4" }
section drop 4 bars { pad: "a3 e4 a4 e4" }
arrange build drop
automate pad.level in build { 0%: -18dB, 100%: -6dB }
automate pad.level in drop { 0%: -6dB, 100%: -3dB }
`,
  },
  check: ({ song, timeline }) =>
    timeline.lanes.flatMap((lane, place): readonly Finding[] => {
      const path = pathOf(lane);
      const other = timeline.lanes.slice(0, place).find((one) => pathOf(one) === path && meet(one, lane));
      if (!other) return [];
      return [
        {
          id: lane.path.id,
          also: [other.path.id],
          message: `Two curves move ${path} at the same time, and only one can be heard. Put their points into one, or give each its own section.`,
          fixes: [
            { title: 'Keep the other curve', changes: [{ do: 'delete', id: lane.declaration }] },
            { title: 'Keep this curve', changes: [{ do: 'delete', id: other.declaration }] },
          ],
        },
      ];

      function pathOf({ path: written }: Lane): string {
        return targetAt(song, written.name)?.path ?? written.name;
      }
    }),
};

const meet = (left: Lane, right: Lane): boolean =>
  left.spans.some((one) =>
    right.spans.some((other) => one.startSeconds < other.endSeconds && other.startSeconds < one.endSeconds),
  );
