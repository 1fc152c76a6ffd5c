// The song's maps: which meter, key and tempo hold where. Changes are written in any order and at named
// places; here they are found in every placement of their section and put in the order of time.
// A change holds until the next one, through whatever sections follow.

import { type Bar, exactQuartersOf, type MeterMap, meterAt, meterMap } from '../music/meter.ts';
import { add, compare, floor, fromNumber, multiply, rational, subtract, zero } from '../music/rational.ts';
import { type TempoMap, type TempoStep, tempoMap } from '../music/tempo.ts';
import type { SourceId } from '../song/origin.ts';
import type { Place, TempoChange } from '../song/place.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Rational } from '../song/time.ts';
import { tempo as tempoParameter } from '../vocabulary/mixer.ts';
import type { Form } from './form.ts';
import { positionsOf } from './places.ts';
import type { KeyPoint } from './timeline.ts';

export interface Maps {
  readonly meters: MeterMap;
  readonly keys: readonly KeyPoint[];
  readonly tempo: TempoMap;
}

/** The maps of a song; what cannot be placed is told and left out. */
export const mapsOf = (song: Song, form: Form, tell: (problem: Problem) => void): Maps => {
  const meters = metersOf(song, form, tell);
  return { meters, keys: keysOf(song, form, meters, tell), tempo: tempoOf(song, form, meters, tell) };
};

const metersOf = (song: Song, form: Form, tell: (problem: Problem) => void): MeterMap => {
  const changes = song.meterChanges.map(({ meter, at }) => ({ value: meter as Bar, id: meter.id, at }));
  const meterOf = (): Bar => song.meter;
  const points = barChanges(changes, 'meter', song, form, meterOf, tell);
  const start = points[0]?.bar === 0 ? [] : [{ bar: 0, value: song.meter as Bar }];
  return meterMap([...start, ...points].map(({ bar, value }) => ({ bar, meter: value })));
};

const keysOf = (
  song: Song,
  form: Form,
  meters: MeterMap,
  tell: (problem: Problem) => void,
): readonly KeyPoint[] => {
  const changes = song.keyChanges.map(({ key, at }) => ({ value: key, id: key.id, at }));
  const meterOf = (bar: number): Bar => meterAt(meters, bar);
  const points = barChanges(changes, 'key', song, form, meterOf, tell);
  const start = song.key && points[0]?.bar !== 0 ? [{ bar: 0, value: song.key }] : [];
  return [...start, ...points].map(({ bar, value }) => ({ bar, key: value }));
};

interface BarChange<Value> {
  readonly value: Value;
  readonly id: SourceId;
  readonly at: Place;
}

/** Changes at bar lines, ascending by bar. Of two at one bar the first written counts. */
const barChanges = <Value>(
  changes: readonly BarChange<Value>[],
  what: 'meter' | 'key',
  { sections }: Song,
  form: Form,
  meterOf: (bar: number) => Bar,
  tell: (problem: Problem) => void,
): readonly { readonly bar: number; readonly value: Value }[] => {
  const found = new Map<number, { readonly bar: number; readonly value: Value; readonly id: SourceId }>();
  for (const { value, id, at } of changes) {
    const { found: positions, problem } = positionsOf(at, { sections, form, meterOf });
    if (problem) tell(problem);
    for (const position of positions) {
      const bar = floor(position.at);
      if (position.at.d !== 1) {
        tell(
          warning(
            at.id,
            `The ${what} changes at a bar line: this counts from bar ${bar + 1} on. Leave out the beat.`,
          ),
        );
      }
      const before = found.get(bar);
      if (before) tell(twice(id, before.id, what, bar));
      else found.set(bar, { bar, value, id });
    }
  }
  return [...found.values()].sort((left, right) => left.bar - right.bar);
};

/** A change of tempo in one of its places. */
interface TempoEvent {
  readonly change: TempoChange;
  /** Quarter notes from the song's start. */
  readonly at: Rational;
  /** Its end, where it is a ramp. */
  readonly end?: Rational;
}

const tempoOf = (song: Song, form: Form, meters: MeterMap, tell: (problem: Problem) => void): TempoMap => {
  const events = tempoEvents(song, form, meters, tell);
  const steps: TempoStep[] = [{ at: zero, bpm: inRange(song.tempo.value) }];
  let last: TempoEvent | undefined;
  for (const event of events) {
    const { change, at, end } = event;
    const order = last ? compare(at, last.at) : 1;
    // A ramp may start from the tempo that is reached at once at its place.
    if (order === 0 && (last!.end !== undefined) === (end !== undefined)) {
      tell(twice(change.id, last!.change.id, 'tempo', barOf(at, meters)));
      continue;
    }
    if (last?.end && compare(last.end, at) > 0) tell(cut(last.change, at, meters));
    const bpm = inRange(change.tempo.value);
    if (at.n === 0 && !end) steps.length = 0;
    steps.push({ at, bpm, ...(end ? { over: subtract(end, at) } : {}) });
    last = event;
  }
  return tempoMap(steps);
};

/** Every change in every place, in time; at one place what is reached at once stands before what ramps. */
const tempoEvents = (
  { tempoChanges, sections }: Song,
  form: Form,
  meters: MeterMap,
  tell: (problem: Problem) => void,
): readonly TempoEvent[] => {
  const meterOf = (bar: number): Bar => meterAt(meters, bar);
  const events: TempoEvent[] = [];
  // Where the change before has come to its end, in bars: there goes on what has no place of its own.
  let ends: readonly Rational[] = form.bars === 0 ? [] : [zero];
  for (const change of tempoChanges) {
    let starts = ends;
    if (change.at) {
      const { found, problem } = positionsOf(change.at, { sections, form, meterOf });
      if (problem) tell(problem);
      starts = found.map(({ at }) => at);
    }
    const placed = starts
      .filter((start) => compare(start, rational(form.bars)) < 0)
      .map((start) => rampAt(change, start, meters));
    for (const { at, end } of placed) events.push({ change, at, ...(end ? { end: end.quarters } : {}) });
    ends = placed.map(({ start, end }) => end?.bars ?? start);
  }
  return events.sort(
    (left, right) =>
      compare(left.at, right.at) || Number(left.end !== undefined) - Number(right.end !== undefined),
  );
};

interface Ramp {
  readonly start: Rational;
  readonly at: Rational;
  readonly end?: { readonly bars: Rational; readonly quarters: Rational };
}

const rampAt = ({ over }: TempoChange, start: Rational, meters: MeterMap): Ramp => {
  const at = exactQuartersOf(meters, start);
  if (!over || !(over.value > 0 && over.value < longestRamp)) return { start, at };
  const length = fromNumber(over.value);
  if (over.quantity === 'bars') {
    const bars = add(start, length);
    return { start, at, end: { bars, quarters: exactQuartersOf(meters, bars) } };
  }
  const { beats, unit } = meterAt(meters, floor(start));
  // Beats count as the meter at the ramp's start counts them, whatever meter it runs into.
  const quarters = multiply(length, over.quantity === 'notes' ? rational(4) : rational(4, unit));
  const bars = add(start, multiply(quarters, rational(unit, beats * 4)));
  return { start, at, end: { bars, quarters: add(at, quarters) } };
};

/** In bars or beats; far beyond any song, and safe in exact arithmetic. */
const longestRamp = 1_000_000;

// What is out of range has been told of by the reading.
const inRange = (bpm: number): number =>
  Math.min(tempoParameter.max, Math.max(tempoParameter.min, bpm || tempoParameter.default));

const barOf = (quarters: Rational, meters: MeterMap): number => {
  const at = quarters.n / quarters.d;
  const point = meters.findLast((one) => one.quarters <= at) ?? meters[0]!;
  return Math.floor(point.bar + ((at - point.quarters) * point.meter.unit) / (point.meter.beats * 4) + 1e-9);
};

const cut = (change: TempoChange, at: Rational, meters: MeterMap): Problem =>
  warning(
    change.id,
    `This ramp is not over when the next change of tempo comes in bar ${barOf(at, meters) + 1}, and never reaches ${change.tempo.value}bpm. Make it shorter, or let the next change come later.`,
  );

const twice = (id: SourceId, first: SourceId, what: string, bar: number): Problem => ({
  ...warning(id, `The ${what} changes twice at bar ${bar + 1}: the first counts. Take one away.`),
  also: [first],
});

const warning = (id: SourceId, message: string): Problem => ({
  rule: 'SYN',
  severity: 'warning',
  message,
  id,
});
