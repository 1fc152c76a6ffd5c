// Patterns as the `.song` language writes them, for tests of transforms: `"c4 e4".fast(2)` and what it plays.

import assert from 'node:assert/strict';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { noteName } from '../../../src/music/pitch.ts';
import { format, rational } from '../../../src/music/rational.ts';
import { evaluator } from '../../../src/pattern/expression.ts';
import type { Pattern } from '../../../src/pattern/pattern.ts';
import { type PatternEvent, query } from '../../../src/pattern/query.ts';
import type { TuningFile } from '../../../src/song/material.ts';
import type { AtomValue } from '../../../src/song/pattern.ts';

export interface Around {
  readonly key?: string;
  readonly meter?: string;
  readonly tempo?: string;
  readonly seed?: number;
  /** Bars of the part that it plays in. */
  readonly bars?: number;
  /** Further lines of the song. */
  readonly lines?: string;
}

/** The pattern that an expression of the language is; it must have no problems. */
export const made = (expression: string, around: Around = {}): Pattern => {
  const { song, problems } = read(expression, around);
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
    expression,
  );
  const { expression: shown } = song.patterns.find(({ name }) => name.name === 'shown')!;
  return evaluator({ ...song, tunings: song.tunings.map(tuned) })(shown, around.bars);
};

/** As if its file had been read: a quarter tone higher, every seventh key silent. */
const tuned = (tuning: TuningFile): TuningFile => ({
  ...tuning,
  pitches: Array.from({ length: 128 }, (_, midi) => (midi % 7 === 0 ? null : midi + 0.5)),
});

/** What is said of an expression: each message, with the characters that it stands on. */
export const told = (expression: string): readonly string[] => {
  const { text, origins, problems } = read(expression, {});
  return problems.map(({ id, message }) => {
    const { from, to } = origins[id]!;
    return `${text.slice(from, to)}: ${message}`;
  });
};

const read = (expression: string, { key, meter = '4/4', tempo = '120bpm', seed = 7, lines = '' }: Around) =>
  songLanguage.read(
    `song "T" {\n  tempo ${tempo}\n  meter ${meter}\n  ${key ? `key ${key}` : ''}\n  seed ${seed}\n}\n${lines}\npattern shown = ${expression}\n`,
  );

export const onsets = (pattern: Pattern, from = 0, to = 1): readonly PatternEvent[] =>
  query(pattern, rational(from), rational(to)).filter((event) => format(event.begin) === format(event.from));

/** `c4 0-1/2, e4+g4 1/2-1`: what begins from one bar to another, by pitch. */
export const heard = (pattern: Pattern, from = 0, to = 1): string =>
  onsets(pattern, from, to)
    .map(({ value, begin, end }) => `${pitchText(value)} ${format(begin)}-${format(end)}`)
    .join(', ');

/** The same without times. */
export const pitches = (pattern: Pattern, from = 0, to = 1): string =>
  onsets(pattern, from, to)
    .map(({ value }) => pitchText(value))
    .join(' ');

export const begins = (pattern: Pattern, from = 0, to = 1): string =>
  onsets(pattern, from, to)
    .map(({ begin }) => format(begin))
    .join(' ');

export const velocities = (pattern: Pattern, from = 0, to = 1): readonly number[] =>
  onsets(pattern, from, to).map(({ velocity }) => Number(velocity.toFixed(4)));

/** Asserts that two expressions play the same notes, at the same times and velocities. */
export const same = (one: string, other: string, bars = 4, around: Around = {}): void =>
  assert.equal(full(made(one, around), bars), full(made(other, around), bars), `${one} and ${other}`);

const full = (pattern: Pattern, bars: number): string =>
  onsets(pattern, 0, bars)
    .map(
      ({ value, begin, end, velocity }) =>
        `${pitchText(value)} ${format(begin)}-${format(end)} ${velocity.toFixed(6)}`,
    )
    .sort()
    .join('\n');

const pitchText = (value: AtomValue): string => {
  switch (value.kind) {
    case 'note':
      return noteName(value.midi);
    case 'chord':
      return value.midi.map((midi) => noteName(midi)).join('+');
    case 'degree':
      return `${value.degree}${'#'.repeat(Math.max(0, value.alter))}`;
    case 'hit':
      return value.name;
  }
};
