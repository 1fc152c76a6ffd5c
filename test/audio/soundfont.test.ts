// SoundFonts as bytes: what a small one says, and what is said of one whose tables lie.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readSoundFont } from '../../src/audio/soundfont.ts';
import { bytes, u32 } from './files.ts';
import { type FontTables, soundFont } from './soundfonts.ts';

const generator = { keys: 43, instrument: 41, sample: 53 } as const;

/** A preset of an instrument of two samples, one below the other on the keys. */
const small: FontTables = {
  presetBags: [0, 1],
  presetGenerators: [[generator.instrument, 0]],
  instrumentBags: [0, 2, 4],
  instrumentGenerators: [
    [generator.keys, 0 | (59 << 8)],
    [generator.sample, 0],
    [generator.keys, 60 | (127 << 8)],
    [generator.sample, 1],
  ],
  instruments: [0, 2],
  samples: [{ rate: 48_000 }, { rate: 44_100 }],
};

const refused = (read: () => unknown, says: RegExp): void =>
  assert.throws(read, (error: Error) => error.name === 'AudioFileError' && says.test(error.message));

suite('reading a SoundFont', () => {
  test('gives its presets, and which sample plays which keys', () => {
    const font = readSoundFont(soundFont(small));
    assert.deepEqual(
      font.presets.map(({ name }) => name),
      ['Small'],
    );
    assert.deepEqual(
      font.zonesOf(0).map(({ sample, keys }) => [sample, keys]),
      [
        [0, [0, 59]],
        [1, [60, 127]],
      ],
    );
    assert.deepEqual(
      font.samples.map(({ sampleRate, start, end }) => [sampleRate, start, end]),
      [
        [48_000, 0, 8],
        [44_100, 0, 8],
      ],
    );
  });

  test('neither throws anything else nor hangs on one cut off or bent anywhere', () => {
    const whole = soundFont(small);
    for (let length = 0; length < whole.length; length++) {
      for (const file of [whole.slice(0, length), whole.map((byte, at) => (at === length ? 255 : byte))]) {
        try {
          const font = readSoundFont(file);
          for (const index of font.presets.keys()) font.zonesOf(index);
        } catch (error) {
          assert.equal((error as Error).name, 'AudioFileError', `byte ${length}: ${error}`);
        }
      }
    }
  });

  test('says of lists within lists without end that it is damaged', () => {
    const depth = 100_000;
    const list = bytes('LIST', u32(0xffff_ff00), 'nest');
    const nested = new Uint8Array(12 + depth * list.length);
    nested.set(bytes('RIFF', u32(nested.length - 8), 'sfbk'));
    for (let at = 12; at < nested.length; at += list.length) nested.set(list, at);
    refused(() => readSoundFont(nested), /damaged/);
  });

  test('does not go through one table thousands of times, whatever the others say', () => {
    const most = 20_000;
    const backAndForth = Array.from({ length: most }, (_, bag) => (bag % 2 === 0 ? 0 : most));
    const lying = soundFont({
      ...small,
      presetGenerators: Array.from({ length: most }, () => [generator.instrument, 0] as const),
      presetBags: Array.from({ length: most }, (_, bag) => bag),
      instruments: [0, most - 1],
      instrumentBags: backAndForth,
      instrumentGenerators: Array.from({ length: most }, () => [generator.sample, 0] as const),
    });
    refused(() => readSoundFont(lying).zonesOf(0), /zones/);
  });
});
