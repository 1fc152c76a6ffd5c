// Notes by name and by number.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  displayNote,
  frequency,
  midiOfFrequency,
  noteName,
  pitchClassOf,
  readNote,
} from '../../src/music/pitch.ts';

suite('Notes', () => {
  test('are read as musicians and Tidal write them', () => {
    const table: readonly (readonly [string, number, string])[] = [
      ['c4', 60, 'c4'],
      ['c', 60, 'c4'],
      ['a4', 69, 'a4'],
      ['eb3', 51, 'eb3'],
      ['f#2', 42, 'f#2'],
      ['b3', 59, 'b3'],
      ['bb3', 58, 'bb3'],
      ['cb4', 59, 'cb4'],
      ['b#3', 60, 'b#3'],
      ['c-1', 0, 'c-1'],
      ['g9', 127, 'g9'],
      ['f##4', 67, 'f##4'],
      ['cs4', 61, 'c#4'],
      ['ef3', 51, 'eb3'],
      ['g♯2', 44, 'g#2'],
      ['a0', 21, 'a0'],
    ];
    for (const [written, midi, name] of table) assert.deepEqual(readNote(written), { name, midi }, written);
  });

  test('are not made of other words', () => {
    for (const word of ['bd', 'h4', 'C4', 'c4x', '', '4', 'c#b4'])
      assert.equal(readNote(word), undefined, word);
  });

  test('are named back in sharps or flats, lowercase in text and upper in messages', () => {
    assert.deepEqual(
      [60, 61, 21, 0].map((midi) => noteName(midi)),
      ['c4', 'c#4', 'a0', 'c-1'],
    );
    assert.equal(noteName(61, 'flats'), 'db4');
    assert.equal(displayNote(51, 'flats'), 'Eb3');
    for (let midi = 0; midi < 128; midi += 1) {
      assert.equal(readNote(noteName(midi))!.midi, midi);
      assert.equal(readNote(noteName(midi, 'flats'))!.midi, midi);
    }
  });

  test('sound at their frequency', () => {
    assert.equal(frequency(69), 440);
    assert.ok(Math.abs(frequency(60) - 261.6256) < 1e-4);
    assert.ok(Math.abs(midiOfFrequency(frequency(47.3)) - 47.3) < 1e-9);
  });

  test('have a pitch class without an octave, in either case', () => {
    assert.deepEqual(['C', 'F#', 'bb', 'Cb', 'H'].map(pitchClassOf), [0, 6, 10, 11, undefined]);
  });
});
