// What a pattern plays, written on one line a cycle for tests: `c4 0-1/4` is a note and its time in bars.

import assert from 'node:assert/strict';
import { format, rational } from '../../src/music/rational.ts';
import { compile } from '../../src/pattern/mini/compile.ts';
import { readMini } from '../../src/pattern/mini/sounds.ts';
import type { Pattern } from '../../src/pattern/pattern.ts';
import { query } from '../../src/pattern/query.ts';
import type { AtomValue } from '../../src/song/pattern.ts';

/** The pattern of a text that must have no problems. */
export const patternOf = (text: string, seed = 0): Pattern => {
  const { mini, problems } = readMini(text);
  assert.deepEqual(problems, [], text);
  return compile(mini.root, seed);
};

/** The notes that begin from one cycle to another: `c4 0-1/4, e4 1/4-1/2`. */
export const notesIn = (pattern: Pattern, from: number, to: number): string =>
  query(pattern, rational(from), rational(to))
    .filter((event) => format(event.begin) === format(event.from))
    .map((event) => `${nameOf(event.value)} ${format(event.begin)}-${format(event.end)}`)
    .join(', ');

/** Asserts what a text plays in its first cycles, one string a cycle. */
export const plays = (text: string, ...cycles: readonly string[]): void => {
  const pattern = patternOf(text);
  assert.deepEqual(
    cycles.map((_, cycle) => notesIn(pattern, cycle, cycle + 1)),
    cycles,
    text,
  );
};

/** Asserts that two texts play the same, note for note, over some cycles. */
export const playsLike = (text: string, other: string, cycles = 6): void =>
  assert.equal(
    notesIn(patternOf(text), 0, cycles),
    notesIn(patternOf(other), 0, cycles),
    `${text} and ${other}`,
  );

/** The steps of a rhythm of one cycle: `x..x..x.` */
export const rhythmOf = (text: string, steps: number): string => {
  const onsets = new Set(query(patternOf(text), rational(0), rational(1)).map(({ begin }) => format(begin)));
  return Array.from({ length: steps }, (_, step) =>
    onsets.has(format(rational(step, steps))) ? 'x' : '.',
  ).join('');
};

export const nameOf = (value: AtomValue): string => {
  switch (value.kind) {
    case 'note':
      return value.name;
    case 'chord':
      return value.symbol;
    case 'degree':
      return value.name;
    case 'hit':
      return value.sample === undefined ? value.name : `${value.name}:${value.sample}`;
  }
};
