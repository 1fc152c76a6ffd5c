// RHY4: kick and bass that miss each other by a little.

import type { Note } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import {
  bassesOf,
  isCalled,
  partAt,
  placementAt,
  placeOfPart,
  playersOf,
  type TrackPlayer,
} from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const rhy4: Rule = {
  id: 'RHY4',
  tier: 'timeline',
  severity: 'warning',
  title: 'Kick and bass a few milliseconds apart',
  why: `Kick and bass share the lows, and are heard as one hit when they come together. Some milliseconds apart they are
neither one nor two: the hit goes soft, and the two waves cancel in part. Below the first figure nobody hears it, above the
second it is a figure of its own. Told of is a section in which at least the share below of the kicks that have a bass note
with them miss it; one late note is feel.`,
  examples: {
    fires: `song "Soft Hit" { tempo 120bpm }
instrument drum = MembraneSynth { }
instrument sub = MonoSynth { filterEnvelope.attack: 5ms }
track kick { instrument: drum }
track bass { instrument: sub }
section verse 4 bars { kick: "bd*4", bass: "a1*4".late(1/128) }
arrange verse
`,
    silent: `song "One Hit" { tempo 120bpm }
instrument drum = MembraneSynth { }
instrument sub = MonoSynth { filterEnvelope.attack: 5ms }
track kick { instrument: drum }
track bass { instrument: sub }
section verse 4 bars { kick: "bd*4", bass: "a1*4" }
arrange verse
`,
  },
  check: (context) => {
    const kicks = playersOf(context)
      .filter(({ isDrum }) => isDrum)
      .flatMap(kicksOf);
    if (kicks.length === 0) return [];
    const seconds = kicks.map(({ startSeconds }) => startSeconds).sort((left, right) => left - right);
    return bassesOf(context).flatMap((bass) =>
      bass.parts.flatMap((part) => apart(bass, part, seconds, context)),
    );
  },
};

const kicksOf = (player: TrackPlayer): readonly Note[] => {
  const isKick = isCalled(player, /kick|bass ?drum|\bbd\b/i);
  return player.notes.filter(({ hit }) => hit === 'bd' || (isKick && (hit === 'x' || hit === undefined)));
};

const apart = (
  bass: TrackPlayer,
  part: readonly Note[],
  kicks: readonly number[],
  context: CheckContext,
): readonly Finding[] => {
  const [least, most] = [context.figure(figures.flamLeast), context.figure(figures.flamMost)];
  const misses = part
    .map(({ startSeconds }) => nearest(kicks, startSeconds))
    .filter((distance) => distance <= most);
  const wide = misses.filter((distance) => distance >= least);
  const [first] = part;
  if (!first || wide.length < fewest || wide.length < context.figure(figures.flamShare) * misses.length)
    return [];
  const bar = Math.floor(first.start.n / first.start.d);
  const written = partAt(context, bass.name, bar);
  const place = placementAt(context.timeline, bar);
  if (!written || !place) return [];
  const middle = wide.toSorted((left, right) => left - right)[wide.length >> 1]!;
  return [
    {
      id: placeOfPart(written),
      message: `${bass.name} misses the kick by ${Math.round(middle * 1000)} ms in ${place.name}, ${wide.length} times of ${misses.length}: the hit goes soft. Play them together, or further apart than ${Math.round(most * 1000)} ms.`,
      fixes: [
        {
          title: `Put ${bass.name} on the grid in ${place.name}`,
          changes: [
            { do: 'transform', id: written.expression.id, transform: 'quantize', arguments: ['1/16'] },
          ],
        },
      ],
    },
  ];
};

const fewest = 4;

const nearest = (ascending: readonly number[], at: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return Math.min(
    Math.abs((ascending[low] ?? Number.POSITIVE_INFINITY) - at),
    Math.abs((ascending[low - 1] ?? Number.NEGATIVE_INFINITY) - at),
  );
};
