// The piano roll's grid: rows of pitches or drums, columns of a bar's steps; where notes lie on it and what
// a gesture on it asks for. Pure: knows neither pixels nor messages.

import type { BarTime, GestureNote, PanelRoll, RollNoteView } from '../../../src/protocol/gestures.ts';
import { drumHits } from '../../../src/vocabulary/drums.ts';

export interface Row {
  /** What a note put in here is written as. */
  readonly word: string;
  readonly midi?: number;
  readonly hit?: string;
  readonly isBlack: boolean;
  /** Of the song's key; every row of a song without one. */
  readonly isInScale: boolean;
  readonly isTonic: boolean;
}

/** Steps of a beat that a grid can have, by what they are called. */
export const grids = [
  { name: '1 beat', steps: 1 },
  { name: '1/2 beat', steps: 2 },
  { name: '1/3 beat', steps: 3 },
  { name: '1/4 beat', steps: 4 },
  { name: '1/6 beat', steps: 6 },
  { name: '1/8 beat', steps: 8 },
] as const;

/** From the top: high pitches first, then the drums that the pattern plays. */
export const rowsOf = ({ notes, names, scale }: PanelRoll): readonly Row[] => {
  const played = notes.flatMap(({ midi }) => midi).map(Math.round);
  const hits = new Set(notes.flatMap(({ hit }) => (hit === undefined ? [] : [hit])));
  const drums = hits.size > 0 && played.length === 0;
  const named = drumHits.map(({ name }) => name);
  const shown = drums ? [...named.slice(1, 7), ...hits] : [...hits];
  const drumRows = [...new Set([...named.filter((name) => shown.includes(name)), ...shown])].map(
    (hit): Row => ({ word: hit, hit, isBlack: false, isInScale: true, isTonic: false }),
  );
  if (drums) return drumRows;
  const lowest = Math.max(0, Math.min(...played, 60) - 4);
  const highest = Math.min(127, Math.max(...played, lowest + 19) + 4);
  const pitches = Array.from({ length: highest - lowest + 1 }, (_, index): Row => {
    const midi = highest - index;
    const pitchClass = midi % 12;
    return {
      word: names[midi] ?? '',
      midi,
      isBlack: [1, 3, 6, 8, 10].includes(pitchClass),
      isInScale: scale.length === 0 || scale.includes(pitchClass),
      isTonic: scale[0] === pitchClass,
    };
  });
  return [...pitches, ...drumRows];
};

/** A note as it lies on the grid: a chord has one box for each of its pitches. */
export interface Box {
  readonly note: RollNoteView;
  readonly row: number;
  /** In bars. */
  readonly begin: number;
  readonly end: number;
}

export const boxesOf = ({ notes }: PanelRoll, rows: readonly Row[]): readonly Box[] =>
  notes.flatMap((note) => {
    const begin = inBars(note.begin);
    const end = inBars(note.end);
    const on = (row: number): readonly Box[] => (row < 0 ? [] : [{ note, row, begin, end }]);
    if (note.hit !== undefined) return on(rows.findIndex(({ hit }) => hit === note.hit));
    return note.midi.flatMap((midi) => on(rows.findIndex((row) => row.midi === Math.round(midi))));
  });

export const inBars = ([n, d]: BarTime): number => n / d;

/** The box at a row and a time, the last drawn first. */
export const boxAt = (boxes: readonly Box[], row: number, bars: number): Box | undefined =>
  boxes.findLast((box) => box.row === row && box.begin <= bars + 1e-9 && bars < box.end - 1e-9);

/** A step of the grid as an exact time. */
const atStep = (step: number, stepsPerBar: number): BarTime => [step, stepsPerBar];

/** A note of one step put in. */
export const adding = (row: Row, step: number, stepsPerBar: number): GestureNote => ({
  to: { begin: atStep(step, stepsPerBar), end: atStep(step + 1, stepsPerBar), word: row.word },
});

export const deleting = ({ note: { begin, word } }: Box): GestureNote => ({ note: { begin, word } });

/** A note moved by whole steps and to another row; a chord keeps its name, so it moves in time alone. */
export const moving = (box: Box, steps: number, row: Row | undefined, stepsPerBar: number): GestureNote => {
  const { note } = box;
  const isOne = note.midi.length === 1 || note.hit !== undefined;
  return {
    note: { begin: note.begin, word: note.word },
    to: {
      begin: later(note.begin, steps, stepsPerBar),
      end: later(note.end, steps, stepsPerBar),
      word: isOne && row ? row.word : note.word,
    },
  };
};

/** A note that ends so many steps later, one step long at least. */
export const resizing = (box: Box, steps: number, stepsPerBar: number): GestureNote => {
  const { note } = box;
  const end = later(note.end, steps, stepsPerBar);
  const isLong = inBars(end) - inBars(note.begin) > 1e-9;
  return {
    note: { begin: note.begin, word: note.word },
    to: { begin: note.begin, end: isLong ? end : later(note.begin, 1, stepsPerBar), word: note.word },
  };
};

const later = ([n, d]: BarTime, steps: number, stepsPerBar: number): BarTime => {
  const [over, under] = [n * stepsPerBar + steps * d, d * stepsPerBar];
  const common = divisor(Math.abs(over), under);
  return [over / common, under / common];
};

const divisor = (a: number, b: number): number => (b === 0 ? Math.max(1, a) : divisor(b, a % b));

/** `bar 2 beat 3`, or `bar 2 beat 3.5`, counted from 1. */
export const spokenTime = (bars: number, beats: number): string => {
  const bar = Math.floor(bars + 1e-9);
  const beat = (bars - bar) * beats + 1;
  return `bar ${bar + 1} beat ${Math.round(beat * 100) / 100}`;
};
