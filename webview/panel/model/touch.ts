// "Touch": while it is armed and the song plays, a control that a hand moves is recorded into its lane, as the fewest
// points that keep within a tolerance. One gesture, and so one undo step, when the hand lets go. Pure.

import type { DeskGesture } from '../../../src/protocol/gestures.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { GesturePoint } from '../../../src/protocol/strip-view.ts';
import type { NumberParameter } from '../../../src/vocabulary/parameter.ts';
import { fewestPoints, type Sample } from './fewest-points.ts';
import { keptPoints, laneOf, laneValue, placeText, snapped } from './lanes.ts';
import { sectionAt } from './places.ts';
import { placeOn, valueOn, writtenSetting } from './travel.ts';

/** How near the points keep to the hand: in dB, or as a share of the way of the control. */
export const toleranceDb = 0.5;
const toleranceShare = 0.01;

interface Scale {
  readonly shape: 'linear' | 'exponential';
  readonly tolerance: number;
  to(value: number): number;
  from(place: number): number;
}

/** Values on the scale on which their lane is a straight line. */
function scaleOf(parameter: NumberParameter): Scale {
  const { quantity, curve, min, max } = parameter;
  if (curve === 'logarithmic' && min > 0)
    return {
      shape: 'exponential',
      tolerance: toleranceShare,
      to: (value) => placeOn(parameter, value),
      from: (place) => valueOn(parameter, place),
    };
  const tolerance =
    quantity === 'decibels' || quantity === 'dbtp' ? toleranceDb : toleranceShare * (max - min);
  return { shape: 'linear', tolerance, to: (value) => value, from: (value) => value };
}

/**
 * What was recorded, as the lane that it makes: in the section in which it began, as far as that goes.
 * @param samples    bars of the song and values, as they were shown, ascending
 * @param parameter  of the control
 * @param resting    what the text says of the control outside of lanes
 */
export function touched(
  song: PanelSong,
  path: string,
  parameter: NumberParameter,
  samples: readonly Sample[],
  resting: number,
): DeskGesture | undefined {
  const [first] = samples;
  if (!first) return undefined;
  const section = song.sections[sectionAt(song.sections, Math.floor(first.at))];
  if (!section) return undefined;
  const { name, bar, bars: length } = section;
  const scale = scaleOf(parameter);
  const placed = placedSamples(song, samples, bar, length).map(({ at, value }) => ({
    at,
    value: scale.to(value),
  }));
  const [begin, end] = [placed[0], placed.at(-1)];
  if (!begin || !end) return undefined;
  // Rounding of what is written takes some of the tolerance.
  const points = fewestPoints(placed, scale.tolerance * 0.9);
  const lane = laneOf(song, path, name);
  const base = lane?.places[0]?.bar ?? bar;
  const there = lane && !lane.wave ? keptPoints(lane) : [];
  const written = (bars: number, value: number, shape: GesturePoint['shape']): GesturePoint => ({
    at: placeText(song, base, bars, length),
    value: writtenSetting(parameter, value),
    shape,
  });
  const before = lane && lane.points.length > 0 ? (at: number) => laneValue(lane.points, at) : () => resting;
  const earlier = there.filter(({ bars }) => bars < begin.at - 1e-6);
  const later = there.filter(({ bars }) => bars > end.at + 1e-6);
  const recorded = points.map(({ at, value }, index) =>
    written(at, scale.from(value), index === 0 ? 'linear' : scale.shape),
  );
  // What was there before holds up to the touch, and comes back behind it.
  const into =
    begin.at > 0 && Math.abs(scale.to(before(begin.at)) - begin.value) > scale.tolerance
      ? [
          ...(earlier.length === 0 ? [written(0, before(0), 'linear')] : []),
          written(begin.at, before(begin.at), earlier.length === 0 ? 'linear' : shapeAt(there, begin.at)),
        ]
      : [];
  const back =
    end.at + step(song, bar) < length ? [written(end.at + step(song, bar), before(end.at), 'linear')] : [];
  const lead =
    into.length > 0 ? [{ ...recorded[0]!, shape: 'step' as const }, ...recorded.slice(1)] : recorded;
  return {
    do: 'automate',
    path,
    section: name,
    points: [...earlier.map(withoutBars), ...into, ...lead, ...back, ...later.map(withoutBars)],
  };
}

/** A touch stands in its section: what a person should know where that plays more than once. */
export function everywhere(song: PanelSong, section: string | undefined): string | undefined {
  const times = song.sections.filter(({ name }) => name === section).length;
  return times > 1 ? `Recorded in ${section}: it plays ${times} times, and moves so in each.` : undefined;
}

/** How soon it is back where it was: a quarter of a beat. */
const step = (song: PanelSong, bar: number): number => snapped(song, bar, 1 / 16, 4) || 1 / 16;

const shapeAt = (
  points: readonly (GesturePoint & { readonly bars: number })[],
  at: number,
): GesturePoint['shape'] => points.find(({ bars }) => bars >= at)?.shape ?? 'linear';

const withoutBars = ({ bars: _, ...point }: GesturePoint & { readonly bars: number }): GesturePoint => point;

/** On hundredths of a beat, within the section, one of each place: the last that was shown there. */
function placedSamples(
  song: PanelSong,
  samples: readonly Sample[],
  bar: number,
  length: number,
): readonly Sample[] {
  const byPlace = new Map<number, number>();
  let last = -1;
  for (const { at, value } of samples) {
    const place = snapped(song, bar, at - bar);
    // Going back ends it: a loop came round.
    if (place < last || place < 0 || place > length) break;
    last = place;
    byPlace.set(place, value);
  }
  return [...byPlace].map(([at, value]) => ({ at, value }));
}
