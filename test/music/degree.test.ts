// Degrees of scales: counted from the tonic as 0, up and down over the octaves.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { degreeOfMidi, midiOfDegree, plainScale, stepsFrom } from '../../src/music/degree.ts';
import { noteName } from '../../src/music/pitch.ts';
import { commonModes, scaleOf } from '../../src/music/scale.ts';

const scale = (tonic: string, mode: string) => scaleOf({ tonic, mode })!;
const played = (tonic: string, mode: string, ...degrees: readonly number[]): string =>
  degrees.map((degree) => noteName(midiOfDegree(scale(tonic, mode), degree), 'flats')).join(' ');

suite('Degrees', () => {
  test('count from the tonic as 0, over octaves and below', () => {
    assert.equal(played('C', 'major', 0, 1, 2, 6, 7, 8), 'c4 d4 e4 b4 c5 d5');
    assert.equal(played('C', 'major', -1, -7, -8), 'b3 c3 b2');
    assert.equal(played('A', 'minor', 0, 2, 4, 7), 'a4 c5 e5 a5');
    assert.equal(played('Eb', 'minor pentatonic', 0, 1, 4, 5, -1), 'eb4 gb4 db5 eb5 db4');
  });

  test('are raised and lowered', () => {
    assert.equal(midiOfDegree(plainScale, 3, 1), 66);
    assert.equal(midiOfDegree(plainScale, 0, -1), 59);
    assert.equal(midiOfDegree(plainScale, 0, 0.5), 60.5);
  });

  test('of a note are those that give it again, in any scale', () => {
    const scales = commonModes.flatMap((mode) => ['C', 'F#', 'Bb'].map((tonic) => scale(tonic, mode)));
    fc.assert(
      fc.property(fc.constantFrom(...scales), fc.integer({ min: 0, max: 254 }), (any, half) => {
        const { degree, alter } = degreeOfMidi(any, half / 2);
        assert.ok(alter >= 0, 'from below');
        assert.equal(midiOfDegree(any, degree, alter), half / 2);
      }),
    );
  });

  test('make steps within the scale', () => {
    const third = (midi: number) => noteName(stepsFrom(scale('A', 'minor'), midi, 2));
    assert.deepEqual([57, 59, 60, 61].map(third), ['c4', 'd4', 'e4', 'f4']);
    assert.equal(noteName(stepsFrom(plainScale, 60, -1)), 'b3');
  });
});
