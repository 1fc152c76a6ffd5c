// Automation lanes: what is written, found in every placement of its section, and read at a time.
// A lane's section bounds it: outside, the parameter is what the mixer or the instrument says.

import { type Bar, meterAt } from '../music/meter.ts';
import { compare, toNumber } from '../music/rational.ts';
import type { Automation, LanePoint } from '../song/place.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Clock } from './clock.ts';
import type { Form, FormSection } from './form.ts';
import type { Maps } from './maps.ts';
import { misplaced, type Position, positionsOf } from './places.ts';
import type { Lane, LaneSpan, LaneValue } from './timeline.ts';
import { wavering, waveSpans } from './wave.ts';

/**
 * What a lane says at a time: before its first point that point's value, after its last the last's.
 * - `linear`: as much a second, in the unit that is written (decibels stay decibels).
 * - `exponential`: by the same factor a second; linear where a value is 0 or the signs differ.
 * - `curve`: slowly away, slowly in: 3x^2 - 2x^3.
 * - `step`: the value before, up to the point. So is the way between words.
 * @returns undefined outside of the lane's spans, where the parameter's own value holds
 */
export const valueAt = (lane: Lane, seconds: number): number | string | undefined => {
  const span = lane.spans.findLast(({ startSeconds }) => startSeconds <= seconds);
  if (!span || seconds >= span.endSeconds) return undefined;
  const { points, wave } = span;
  if (wave) return wavering(wave, seconds);
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.seconds <= seconds) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (!before) return points[0]!.value;
  return after ? between(before, after, seconds) : before.value;
};

/** The song's lanes, in every placement; places that are not there are told and left out. */
export const lanesOf = (
  song: Song,
  form: Form,
  maps: Maps,
  clock: Clock,
  tell: (problem: Problem) => void,
): readonly Lane[] =>
  song.automation.map((automation) => {
    const { path, declaration, wave } = automation;
    if (wave) return { path, declaration, spans: waveSpans(automation, wave, form, maps, clock) };
    const placed = placedPoints(automation, song, form, maps, tell);
    const values = (points: readonly Placed[]): readonly LaneValue[] =>
      points
        .toSorted((left, right) => compare(left.position.at, right.position.at))
        .map(({ point, position }) => ({
          bars: position.at,
          seconds: clock.at(toNumber(position.at)),
          value: point.value.value,
          shape: point.shape,
          id: point.id,
        }));
    const span = (bar: number, bars: number, points: readonly Placed[]): readonly LaneSpan[] =>
      points.length === 0
        ? []
        : [{ startSeconds: clock.at(bar), endSeconds: clock.at(bar + bars), points: values(points) }];
    if (!automation.section) return { path, declaration, spans: span(0, form.bars, placed) };
    const bySection = new Map<FormSection, Placed[]>();
    for (const one of placed) {
      const section = one.position.section!;
      const known = bySection.get(section);
      if (known) known.push(one);
      else bySection.set(section, [one]);
    }
    const spans = form.sections.flatMap((section) =>
      span(section.bar, section.bars, bySection.get(section) ?? []),
    );
    return { path, declaration, spans };
  });

interface Placed {
  readonly point: LanePoint;
  readonly position: Position;
}

const placedPoints = (
  { points, section }: Automation,
  { sections }: Song,
  form: Form,
  { meters }: Maps,
  tell: (problem: Problem) => void,
): readonly Placed[] => {
  const meterOf = (bar: number): Bar => meterAt(meters, bar);
  return points.flatMap((point) => {
    const own = point.at.section;
    if (section && own && own.name !== section.name) {
      tell(misplaced(point.at, `this lane is in ${section.name}. Name a bar of it, without ${own.name}`));
      return [];
    }
    const { found, problem } = positionsOf(point.at, { sections, form, meterOf }, section, 'to the end');
    if (problem) tell(problem);
    return found.map((position) => ({ point, position }));
  });
};

const between = (before: LaneValue, after: LaneValue, seconds: number): number | string => {
  const { value: from } = before;
  const { value: to, shape } = after;
  if (typeof from === 'string' || typeof to === 'string' || shape === 'step') return from;
  const share = (seconds - before.seconds) / (after.seconds - before.seconds);
  switch (shape) {
    case 'exponential':
      if (from * to > 0) return from * (to / from) ** share;
      return from + (to - from) * share;
    case 'curve':
      return from + (to - from) * share * share * (3 - 2 * share);
    case 'linear':
      return from + (to - from) * share;
  }
};
