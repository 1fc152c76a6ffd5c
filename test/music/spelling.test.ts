// The names of what sounds: as the song writes them, else as its key does.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readChord } from '../../src/music/chord.ts';
import { readNote } from '../../src/music/pitch.ts';
import { scaleOf } from '../../src/music/scale.ts';
import { spelledFrom } from '../../src/music/spelling.ts';
import type { AtomValue } from '../../src/song/pattern.ts';

const note = (text: string): AtomValue => ({ kind: 'note', ...readNote(text)! });
const chord = (symbol: string): AtomValue & { kind: 'chord' } => {
  const reading = readChord(symbol);
  assert.ok(reading.ok, symbol);
  return { kind: 'chord', symbol, midi: reading.chord.midi };
};
const aMinor = scaleOf({ tonic: 'A', mode: 'minor' })!;
const dFlat = scaleOf({ tonic: 'Db', mode: 'major' })!;

suite('The name of a note that sounds', () => {
  test('is as written, in whatever octave', () => {
    assert.equal(spelledFrom(39, note('eb2'), undefined), 'eb2');
    assert.equal(spelledFrom(39, note('d#2'), dFlat), 'd#2');
    assert.equal(spelledFrom(51, note('eb2'), aMinor), 'eb3');
    assert.equal(spelledFrom(59, note('cb4'), undefined), 'cb4');
    assert.equal(spelledFrom(60, note('b#3'), undefined), 'b#3');
    assert.equal(spelledFrom(57, note('bbb3'), undefined), 'bbb3');
  });
  test("is the key's where it was transposed, else of the accidentals that were written", () => {
    assert.equal(spelledFrom(61, note('c4'), dFlat), 'db4');
    assert.equal(spelledFrom(58, note('eb4'), undefined), 'bb3');
    assert.equal(spelledFrom(58, note('d#4'), undefined), 'a#3');
    assert.equal(spelledFrom(58, note('d4'), undefined), 'a#3');
  });
  test("is the chord's in a chord", () => {
    const names = (symbol: string): string =>
      chord(symbol)
        .midi.map((midi) => spelledFrom(midi, chord(symbol), aMinor))
        .join(' ');
    assert.equal(names('Ebmaj7'), 'eb4 g4 bb4 d5');
    assert.equal(names('F#m7b5'), 'f#3 a3 c4 e4');
    assert.equal(names('C7#9'), 'c4 e4 g4 bb4 d#5');
    assert.equal(names('Ab/C'), 'c3 ab3 c4 eb4');
    assert.equal(names('Fm/Ab'), 'ab2 f3 ab3 c4');
  });
  test('has nothing to go by but the key where no token is known', () => {
    assert.equal(spelledFrom(61, undefined, dFlat), 'db4');
    assert.equal(spelledFrom(61, undefined, undefined), 'c#4');
  });
});
