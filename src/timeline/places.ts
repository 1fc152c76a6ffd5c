// Places as a musician names them to positions in bars, exact, in every placement of a section.
// A place that is not there is told of, in words; what stands elsewhere at the same place is not known here.

import type { Bar } from '../music/meter.ts';
import { add, divide, fromNumber, multiply, rational, subtract } from '../music/rational.ts';
import { nearestNames } from '../song/nearest.ts';
import type { Place } from '../song/place.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Rational } from '../song/time.ts';
import type { Name } from '../song/value.ts';
import type { Form, FormSection } from './form.ts';

/** A stretch of bars that a place counts in. */
export interface Stretch {
  /** `verse`, or undefined for the song. */
  readonly name?: string;
  readonly bars: number;
  /** The meter of its bars, from 0. */
  readonly meterOf: (bar: number) => Bar;
}

export type Found =
  | { readonly ok: true; readonly at: Rational }
  | { readonly ok: false; readonly why: string };

/** Whether a place may stand at the very end: a lane's last point may, what begins there may not. */
export type Edge = 'before the end' | 'to the end';

/** Where a place stands in a stretch, in bars from its start. The place's own section is not looked at. */
export const placeIn = (place: Place, stretch: Stretch, edge: Edge = 'before the end'): Found => {
  const { share, bar, beat } = place;
  const length = rational(stretch.bars);
  const whole = stretch.name ?? 'the song';
  if (share) {
    if (!(share.value >= 0 && share.value <= 1))
      return outside(`${whole} goes from 0% to 100%. Choose a share between`);
    const at = multiply(fromNumber(share.value), length);
    if (edge === 'before the end' && share.value === 1)
      return outside(`100% is the end of ${whole}, and nothing begins there. Choose an earlier place`);
    return { ok: true, at };
  }
  const bars = bar?.value ?? 1;
  if (!Number.isInteger(bars))
    return outside('bars are counted in whole numbers. Add a beat: `bar 2 beat 3`');
  const isEnd = edge === 'to the end' && bars === stretch.bars + 1 && (beat?.value ?? 1) === 1;
  if (isEnd) return { ok: true, at: length };
  if (bars < 1 || bars > stretch.bars) {
    return outside(
      `${whole} has ${counted(stretch.bars, 'bar')}, so there is no bar ${bars} in it. Choose one up to ${stretch.bars}`,
    );
  }
  const { beats, unit } = stretch.meterOf(bars - 1);
  const beatAt = beat?.value ?? 1;
  if (!(beatAt >= 1 && beatAt < beats + 1)) {
    return outside(
      `bar ${bars} of ${whole} is in ${beats}/${unit}, so there is no beat ${beatAt}. Choose one up to ${beats}`,
    );
  }
  const within = divide(subtract(fromNumber(beatAt), rational(1)), rational(beats));
  return { ok: true, at: add(rational(bars - 1), within) };
};

/** The song that places stand in. */
export interface Grounds {
  readonly sections: Song['sections'];
  readonly form: Form;
  /** The meter of the song's bars, from 0. */
  readonly meterOf: (bar: number) => Bar;
}

/** A place of the song: the placement that it stands in, absent for one that counts in the song. */
export interface Position {
  readonly at: Rational;
  readonly section?: FormSection;
}

export interface Positions {
  /** Ascending. */
  readonly found: readonly Position[];
  readonly problem?: Problem;
}

/**
 * Every position of a place, in bars from the song's start: in each placement of its section.
 * @param home  the section that a place without one of its own stands in; absent: the song
 */
export const positionsOf = (place: Place, grounds: Grounds, home?: Name, edge?: Edge): Positions => {
  const name = place.section ?? home;
  const { form } = grounds;
  if (!name) {
    // Before anything is arranged there is no song to be outside of.
    if (form.bars === 0) return { found: [] };
    const found = placeIn(place, { bars: form.bars, meterOf: grounds.meterOf }, edge);
    return found.ok ? { found: [{ at: found.at }] } : { found: [], problem: misplaced(place, found.why) };
  }
  if (!grounds.sections.some((section) => section.name.name === name.name))
    return { found: [], problem: unknownSection(name, grounds.sections) };
  const placements = form.sections.filter((section) => section.name === name.name);
  const found: Position[] = [];
  let why: string | undefined;
  for (const section of placements) {
    const meterOf = (bar: number): Bar => grounds.meterOf(section.bar + bar);
    const inside = placeIn(place, { name: section.name, bars: section.bars, meterOf }, edge);
    if (inside.ok) found.push({ at: add(inside.at, rational(section.bar)), section });
    else why ??= inside.why;
  }
  return why === undefined ? { found } : { found, problem: misplaced(place, why) };
};

/** A place that is not there: `why` says the fact and the remedy, and begins in the middle of a sentence. */
export const misplaced = (place: Place, why: string): Problem => ({
  rule: 'SYN',
  severity: 'warning',
  message: `There is no such place: ${why}.`,
  id: place.id,
});

export const unknownSection = (name: Name, sections: Song['sections']): Problem => {
  const near = nearestNames(
    name.name,
    sections.map((section) => section.name.name),
  );
  const remedy = near[0] === undefined ? 'Name one that exists.' : `Did you mean ${near[0]}?`;
  return {
    rule: 'SYN',
    severity: 'error',
    message: `There is no section called ${name.name}, so this has no place. ${remedy}`,
    id: name.id,
    fixes: near.map((text) => ({
      title: `Change to ${text}`,
      changes: [{ do: 'replace', id: name.id, text }],
    })),
  };
};

const outside = (why: string): Found => ({ ok: false, why });

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
