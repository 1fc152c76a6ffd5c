// Where a take sounds in the song, and at what speed: as recorded, following the song's tempo at its own pitch, or
// like a tape. A take that follows a tempo that changes is in several stretches, or is stretched by several ratios.

import { quartersAt, secondsAt, type TempoMap } from '../../music/tempo.ts';
import type { Take } from '../../song/material.ts';
import type { PlacedTake, Timeline } from '../../timeline/timeline.ts';
import { takeParameters } from '../../vocabulary/material.ts';
import { editedId, type TakeEdit } from './edits.ts';
import { choiceOf, isSet, numberOf } from './material-settings.ts';
import type { TakeFile } from './take-file.ts';
import { tuneOf } from './take-tune.ts';

export interface Stretch {
  /** In seconds of the song; less than 0 where it begins before it. */
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** The id of its recording, as it is or edited. */
  readonly recording: string;
  /** Where it begins, in seconds of the recording, or of the part of it that is turned round. */
  readonly fromSeconds: number;
  /** Seconds of the recording that pass in a second of the song. */
  readonly rate: number;
  /** In seconds of the recording, or of the part: from here to there, round and round. */
  readonly loop?: { readonly from: number; readonly to: number };
  /** What is turned round, in seconds of the recording. */
  readonly reversed?: { readonly from: number; readonly to: number };
}

interface Placed extends PlacedTake {
  readonly begins: number;
}

/** Where a take stands at a moment of the song: seconds of the song, and of the part that plays. */
interface Point {
  readonly song: number;
  readonly part: number;
}

/** None where it is silent: it begins behind the song. */
export function stretchesOf(
  take: Take,
  file: TakeFile,
  timeline: Timeline,
  placed: Placed,
): readonly Stretch[] {
  const { settings } = take;
  const loops = isSet(settings, 'loop');
  const last = Math.min(timeline.seconds, loops ? placed.sectionEndSeconds : Number.POSITIVE_INFINITY);
  if (placed.begins >= last) return [];
  const bpm = numberOf(settings, takeParameters, 'tempo');
  const part = file.to - file.from;
  const points = courseOf(timeline.tempo, placed.begins, last, { part, loops, bpm });
  const keepsPitch = bpm > 0 && choiceOf(settings, takeParameters, 'stretch') === 'time';
  const isSteady = points.length === 2;
  const speed = speedBetween(points[0]!, points[1]!);
  const isStretched = keepsPitch && !(isSteady && Math.abs(speed - 1) < 1e-6);
  // Transposed is what is made longer and played faster by as much.
  const semitones = numberOf(settings, takeParameters, 'transpose');
  const up = 2 ** (semitones / 12);
  const tuning = tuneOf(take, timeline, placed, {
    length: part,
    partAt: (seconds) => partAt(points, seconds),
    isReversed: isSet(settings, 'reverse'),
    loops,
  });
  const tune = tunedBefore(tuning, semitones);
  const anchors = anchorsFor(
    isStretched
      ? anchorsOf(points, part)
      : [
          [0, 0],
          [part, part],
        ],
    up,
  );
  const isRemade = isStretched || up !== 1;
  const declip = isSet(settings, 'declip');
  const edit: TakeEdit | undefined =
    isRemade || tune || declip
      ? {
          from: file.from,
          to: file.to,
          ...(isRemade && { anchors }),
          ...(loops && { loop: true }),
          ...(tune && { tune }),
          ...(declip && { declip: true }),
        }
      : undefined;
  const recording = edit ? editedId(file.recording, edit) : file.recording;
  const made: Made = {
    recording,
    from: edit ? 0 : file.from,
    seconds: isRemade ? anchors.at(-1)![1] : part,
    sampleRate: file.sampleRate,
    loops: loops && !(isStretched && !isSteady),
    isReversed: isSet(settings, 'reverse'),
  };
  if (isStretched) {
    const [first] = points;
    const whole = { song: points.at(-1)!.song, part: up * (points.at(-1)!.song - first!.song) };
    return [stretchOf(made, { ...first!, part: 0 }, whole)];
  }
  const played = points.map(({ song, part: seconds }) => ({ song, part: up * seconds }));
  return played.slice(1).map((point, index) => stretchOf(made, played[index]!, point));
}

/** What sounds: the file, or what was made of it. */
interface Made {
  readonly recording: string;
  /** Where the part begins in it, and how long it is. */
  readonly from: number;
  readonly seconds: number;
  readonly sampleRate: number;
  readonly loops: boolean;
  readonly isReversed: boolean;
}

function stretchOf(made: Made, begin: Point, end: Point): Stretch {
  const { recording, from, seconds, isReversed } = made;
  const base = isReversed ? 0 : from;
  // A loop is whole frames long; what it is to last is not: it goes a trifle faster or slower.
  const frames = Math.max(1, Math.round(seconds * made.sampleRate));
  const fit = made.loops ? frames / made.sampleRate / seconds : 1;
  const length = seconds * fit;
  const at = begin.part * fit;
  return {
    startSeconds: begin.song,
    lengthSeconds: end.song - begin.song,
    recording,
    fromSeconds: base + (made.loops ? at % length : at),
    rate: speedBetween(begin, end) * fit,
    ...(made.loops && { loop: { from: base, to: base + length } }),
    ...(isReversed && { reversed: { from, to: from + seconds } }),
  };
}

const speedBetween = (begin: Point, end: Point): number => (end.part - begin.part) / (end.song - begin.song);

interface Going {
  /** Seconds of the part. */
  readonly part: number;
  readonly loops: boolean;
  /** Of the recording; 0 where it goes its own way. */
  readonly bpm: number;
}

/** From its begin to its end: between two points it goes at one speed. */
function courseOf(
  tempo: TempoMap,
  begins: number,
  last: number,
  { part, loops, bpm }: Going,
): readonly Point[] {
  if (bpm <= 0) {
    const ends = loops ? last : Math.min(last, begins + part);
    return [
      { song: begins, part: 0 },
      { song: ends, part: ends - begins },
    ];
  }
  // A loop is whole beats long, however roughly it was cut.
  const quarters = (part * bpm) / 60;
  const whole = Math.max(1, Math.round(quarters));
  const beats = loops && Math.abs(whole - quarters) < roughBeats ? whole : quarters;
  const secondsPerQuarter = part / beats;
  // Before the song there is no tempo but its first.
  const from = begins >= 0 ? quartersAt(tempo, begins) : (begins * tempo[0]!.bpm) / 60;
  const songAt = (quarter: number): number =>
    quarter >= 0 ? secondsAt(tempo, quarter) : (quarter * 60) / tempo[0]!.bpm;
  const end = loops ? quartersAt(tempo, last) : Math.min(quartersAt(tempo, last), from + beats);
  const between = turnsOf(tempo, from, end);
  return [from, ...between, end].map((quarter) => ({
    song: songAt(quarter),
    part: (quarter - from) * secondsPerQuarter,
  }));
}

/** A loop may be off its beats by this before it is no loop of whole beats. */
const roughBeats = 0.15;

/** Where the tempo changes between two quarters; in a ramp, every quarter. */
function turnsOf(tempo: TempoMap, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (const [index, point] of tempo.entries()) {
    const until = Math.min(to, tempo[index + 1]?.at ?? to);
    if (point.at > from && point.at < to) found.push(point.at);
    if (point.bpmPerQuarter === 0) continue;
    for (let quarter = Math.floor(Math.max(from, point.at)) + 1; quarter < until; quarter++)
      found.push(quarter);
  }
  return found;
}

/** Of a steady tempo for the whole part, so that all places that play it have the same. */
function anchorsOf(points: readonly Point[], part: number): NonNullable<TakeEdit['anchors']> {
  const [first, second] = points;
  if (points.length === 2)
    return [
      [0, 0],
      [part, rounded(part / speedBetween(first!, second!))],
    ];
  return points.map(({ song, part: seconds }) => [rounded(seconds), rounded(song - first!.song)] as const);
}

/** Which second of the part sounds at a moment of the song; the microsecond is that of `rounded`. */
const partAt = (points: readonly Point[], seconds: number): number => {
  const next = Math.max(
    1,
    points.findIndex(({ song }) => song >= seconds),
  );
  const [before, behind] = [points[next - 1]!, points[next]!];
  const share = (seconds - before.song) / (behind.song - before.song);
  return rounded(
    seconds > points.at(-1)!.song ? Infinity : before.part + share * (behind.part - before.part),
  );
};

/** Notes are pulled before they are transposed: to what is the key's afterwards. */
const tunedBefore = (tune: TakeEdit['tune'], semitones: number): TakeEdit['tune'] => {
  if (!tune || semitones === 0) return tune;
  const lower = (classes: readonly number[]): readonly number[] =>
    classes.map((note) => (((note - semitones) % 12) + 12) % 12).sort((one, other) => one - other);
  return {
    ...tune,
    classes: lower(tune.classes),
    ...(tune.later && { later: tune.later.map(({ from, classes }) => ({ from, classes: lower(classes) })) }),
  };
};

/** What is made, that much longer. */
const anchorsFor = (
  anchors: NonNullable<TakeEdit['anchors']>,
  longer: number,
): NonNullable<TakeEdit['anchors']> => anchors.map(([seconds, made]) => [seconds, rounded(made * longer)]);

/** To the microsecond: the same stretch elsewhere is the same to the last digit. */
const rounded = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;
