// Chord symbols to the notes a player would put down.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commonChordTypes, readChord } from '../../src/music/chord.ts';
import { noteName } from '../../src/music/pitch.ts';

const notesOf = (symbol: string): string => {
  const reading = readChord(symbol);
  return reading.ok ? reading.chord.midi.map((midi) => noteName(midi)).join(' ') : reading.reason;
};

suite('Chords', () => {
  test('stand in close position around c4', () => {
    const table: readonly (readonly [string, string])[] = [
      ['C', 'c4 e4 g4'],
      ['Am', 'a3 c4 e4'],
      ['Am7', 'a3 c4 e4 g4'],
      ['Fmaj7', 'f3 a3 c4 e4'],
      ['E', 'e4 g#4 b4'],
      ['G7', 'g3 b3 d4 f4'],
      ['Dm7b5', 'd4 f4 g#4 c5'],
      ['Bb', 'a#3 d4 f4'],
      ['Csus4', 'c4 f4 g4'],
      ['C5', 'c4 g4'],
      ['Bdim7', 'b3 d4 f4 g#4'],
      ['Cadd9', 'c4 e4 g4 d5'],
      ['Caug', 'c4 e4 g#4'],
      ['G9', 'g3 b3 d4 f4 a4'],
    ];
    for (const [symbol, notes] of table) assert.equal(notesOf(symbol), notes, symbol);
  });

  test('have their slash bass below', () => {
    assert.equal(notesOf('G/B'), 'b2 g3 b3 d4');
    assert.equal(notesOf('Am/G'), 'g3 a3 c4 e4');
    assert.equal(notesOf('Dm7/C'), 'c4 d4 f4 a4 c5');
    assert.equal(notesOf('C/C'), notesOf('C'));
  });

  test('are changed by what stands behind them: add, omit, sus, altered and added notes', () => {
    const table: readonly (readonly [string, string])[] = [
      ['Csus', 'c4 f4 g4'],
      ['Csus2sus4', 'c4 d4 f4 g4'],
      ['C7sus4b9', 'c4 f4 g4 a#4 c#5'],
      ['C9sus4', 'c4 f4 g4 a#4 d5'],
      ['Cadd11', 'c4 e4 g4 f5'],
      ['Cadd4', 'c4 e4 f4 g4'],
      ['Caddb9', 'c4 e4 g4 c#5'],
      ['Cm7add11', 'c4 d#4 g4 a#4 f5'],
      ['Cm(add9)', 'c4 d#4 g4 d5'],
      ['C7no5', 'c4 e4 a#4'],
      ['C9omit3', 'c4 g4 a#4 d5'],
      ['Cadd9omit3', 'c4 g4 d5'],
      ['Cno3', 'c4 g4'],
      ['C7#11b13', 'c4 e4 g4 a#4 f#5 g#5'],
      ['Cmaj9#11', 'c4 e4 g4 b4 d5 f#5'],
      ['C7alt', 'c4 e4 g#4 a#4 d#5'],
      ['C69#11', 'c4 e4 g4 a4 d5 f#5'],
      ['C7sus4/G', 'g3 c4 f4 g4 a#4'],
    ];
    for (const [symbol, notes] of table) assert.equal(notesOf(symbol), notes, symbol);
  });

  test('are no chords where a change makes no sense', () => {
    for (const symbol of ['Comit', 'Cadd', 'Cadd12', 'Comit9', 'Cno1no3no5', 'Csus7', 'C7b', 'Cadd9add9'])
      assert.ok(!readChord(symbol).ok, symbol);
  });

  test('mean the same however they are spelt', () => {
    const same: readonly (readonly string[])[] = [
      ['Cm7', 'C-7', 'Cmin7', 'Cmi7', 'Cminor7'],
      ['Cmaj7', 'CM7', 'CΔ', 'Cma7', 'CMaj7', 'C^7', 'Cmajor7'],
      ['Cm', 'C-', 'Cmin', 'Cminor'],
      ['C', 'CM', 'Cmaj', 'Cmajor'],
      ['CmMaj7', 'Cm(maj7)', 'CmM7', 'Cm/maj7', 'Cminmaj7'],
      ['Cm7b5', 'Cø', 'Cø7', 'Cm7-5', 'Chalfdim7'],
      ['C7b9', 'C7(b9)', 'C7-9', 'C7♭9'],
      ['C6/9', 'C69'],
      ['Cdim', 'C°', 'Cmb5'],
      ['Caug', 'C+'],
      ['Csus4', 'Csus'],
      ['Bb7', 'B♭7'],
      ['C7', 'Cdom7'],
    ];
    for (const [first, ...others] of same)
      for (const other of others) assert.equal(notesOf(other), notesOf(first!), other);
  });

  test('are known for everything that completion offers', () => {
    for (const type of commonChordTypes) assert.ok(readChord(`F#${type}/A#`).ok, type);
  });

  test('give a reason and the nearest known symbol where they are not', () => {
    assert.deepEqual(readChord('Cmaj8'), {
      ok: false,
      reason: '"Cmaj8" is no chord that Codetta knows',
      nearest: 'Cmaj7',
    });
    assert.deepEqual(readChord('Hm7'), { ok: false, reason: '"Hm7" does not begin with a root from A to G' });
    for (const wrong of ['C4', 'Cxyzzy', '', 'G/', 'G/H']) assert.equal(readChord(wrong).ok, false, wrong);
  });
});
