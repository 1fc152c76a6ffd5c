// Keys: what belongs to them, and where a stray note should go.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readNote } from '../../src/music/pitch.ts';
import {
  commonModes,
  inKey,
  modeNamed,
  nearestDegree,
  scaleNames,
  scaleOf,
  spelledIn,
} from '../../src/music/scale.ts';

const key = (tonic: string, mode: string) => scaleOf({ tonic, mode })!;

suite('Keys', () => {
  test('have the notes that musicians expect', () => {
    const table: readonly (readonly [string, string, string])[] = [
      ['A', 'minor', 'A B C D E F G'],
      ['C', 'major', 'C D E F G A B'],
      ['F#', 'minor', 'F# G# A B C# D E'],
      ['Eb', 'major', 'Eb F G Ab Bb C D'],
      ['D', 'dorian', 'D E F G A B C'],
      ['E', 'harmonic minor', 'E F# G A B C D#'],
      ['A', 'minor pentatonic', 'A C D E G'],
      ['B', 'Locrian', 'B C D E F G A'],
      ['C', 'min', 'C D Eb F G Ab Bb'],
    ];
    for (const [tonic, mode, names] of table)
      assert.equal(key(tonic, mode).names.join(' '), names, `${tonic} ${mode}`);
  });

  test('know every mode they offer, and no other', () => {
    for (const mode of [...commonModes, ...scaleNames()]) assert.ok(modeNamed(mode), mode);
    for (const wrong of ['', 'minorish', '101011010101', '1'])
      assert.equal(modeNamed(wrong), undefined, wrong);
    assert.equal(scaleOf({ tonic: 'H', mode: 'minor' }), undefined);
  });

  test('tell a note that does not belong, and the nearest that does', () => {
    const minor = key('A', 'minor');
    const table: readonly (readonly [string, boolean, string])[] = [
      ['c4', true, 'c4'],
      ['c#4', false, 'c4'],
      ['bb3', false, 'a3'],
      ['f#2', false, 'f2'],
      ['g#5', false, 'g5'],
    ];
    for (const [note, belongs, nearest] of table) {
      const { midi } = readNote(note)!;
      assert.equal(inKey(midi, minor), belongs, note);
      assert.equal(spelledIn(nearestDegree(midi, minor), minor), nearest, note);
    }
  });

  test('spell their notes their own way', () => {
    assert.equal(spelledIn(61, key('Db', 'major')), 'db4');
    assert.equal(spelledIn(61, key('A', 'major')), 'c#4');
    assert.equal(spelledIn(59, key('Gb', 'major')), 'cb4');
    assert.equal(spelledIn(60, key('C#', 'major')), 'b#3');
    assert.equal(spelledIn(63, key('F', 'major')), 'eb4');
    for (const tonic of ['C', 'G', 'D', 'A', 'E', 'B', 'F#', 'C#', 'F', 'Bb', 'Eb', 'Ab', 'Db', 'Gb', 'Cb']) {
      for (let midi = 36; midi < 60; midi += 1)
        assert.equal(readNote(spelledIn(midi, key(tonic, 'major')))!.midi, midi, `${tonic} ${midi}`);
    }
  });
});
