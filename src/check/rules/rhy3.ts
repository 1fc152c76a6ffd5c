// RHY3: a part for a player that is played by a machine.

import type { Note } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import { partAt, perPart, placementAt, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const rhy3: Rule = {
  id: 'RHY3',
  tier: 'timeline',
  severity: 'information',
  isOptional: true,
  title: 'A part played like a machine',
  why: `Every note at the same level and exactly on the grid, bar after bar: nobody plays like that, and a part that is meant
for a player sounds typed. Small slips in time and touch bring it to life, and since they are drawn from the seed of the
song they are the same every time. Where machines are the style, this is not asked at all: it speaks up only in songs that
ask for it, by a profile or by name. Bass drums and claps are left alone, and so are slow parts and those that swing or whose
levels differ.`,
  examples: {
    fires: `song "Typed" { tempo 100bpm }
checks { profile: pop }
instrument hat = MetalSynth { }
track hats { instrument: hat }
section verse 8 bars { hats: "hh*8" }
arrange verse
`,
    silent: `song "Played" { tempo 100bpm }
checks { profile: pop }
instrument hat = MetalSynth { }
track hats { instrument: hat }
section verse 8 bars { hats: "hh*8".humanize(8ms, 6%) }
arrange verse
`,
  },
  check: (context) => {
    const longest = context.figure(figures.machineBars);
    return playersOf(context).flatMap((player) =>
      player.parts.flatMap((part) => (isTyped(part, longest) ? told(player, part, context) : [])),
    );
  },
};

/** Nobody plays these softer from bar to bar. */
const steady = new Set(['bd', 'cp', 'x']);

const isTyped = perPart((part, bars): boolean => {
  const [first] = part;
  const last = part.at(-1);
  if (!first || !last) return false;
  const length = Math.floor(last.start.n / last.start.d) - Math.floor(first.start.n / first.start.d) + 1;
  // Two notes a bar and fewer are no figure.
  if (length < bars || part.length < 2 * length) return false;
  return part.every(
    ({ velocity, start, hit }) =>
      velocity === first.velocity && finestGrid % start.d === 0 && !steady.has(hit ?? ''),
  );
});

/** Sixteenths and triplets of them, in any common meter. */
const finestGrid = 192 * 5 * 7;

const told = (player: TrackPlayer, part: readonly Note[], context: CheckContext): readonly Finding[] => {
  const bar = Math.floor(part[0]!.start.n / part[0]!.start.d);
  const place = placementAt(context.timeline, bar);
  const written = partAt(context, player.name, bar);
  if (!place || !written) return [];
  return [
    {
      id: written.expression.kind === 'name' ? written.expression.name.id : written.expression.id,
      message: `${player.name} plays all of ${place.name} at one level and exactly on the grid, as a machine does. Let it breathe: \`.humanize(8ms, 6%)\`.`,
      fixes: [
        {
          title: `Humanize ${player.name} in ${place.name}`,
          changes: [
            { do: 'transform', id: written.expression.id, transform: 'humanize', arguments: ['8ms', '6%'] },
          ],
        },
      ],
    },
  ];
};
