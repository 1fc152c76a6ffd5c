// Sounds of a person's own, as hosts read them from the disk: what a song names, and nothing else of this machine.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { recordingId } from '../../../src/engine/sounds/sound-map.ts';
import { diskSounds } from '../../../src/sounds/disk-sounds.ts';
import { soundFont } from '../../audio/soundfonts.ts';
import { wavOf } from '../../audio/wavs.ts';

const generator = { instrument: 41, sample: 53 } as const;

/** One key to one sample of that rate. */
const fontOf = (rate: number): Uint8Array =>
  soundFont({
    presetBags: [0, 1],
    presetGenerators: [[generator.instrument, 0]],
    instruments: [0, 1],
    instrumentBags: [0, 1],
    instrumentGenerators: [[generator.sample, 0]],
    samples: [{ rate }],
  });

suite("sounds of a person's own", () => {
  let around = '';
  let folder = '';
  suiteSetup(() => {
    around = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-own-')));
    folder = path.join(around, 'song');
    fs.mkdirSync(path.join(folder, 'kit'), { recursive: true });
    const sound = wavOf([new Float32Array(480).fill(0.5)], { rate: 48_000 });
    for (const file of ['kit/bd.wav', 'kit/sd.wav', '../private.wav'])
      fs.writeFileSync(path.join(folder, file), sound);
  });
  suiteTeardown(() => fs.rmSync(around, { recursive: true, force: true }));

  const opened = () => diskSounds({ song: path.join(folder, 'a.song'), folder });

  test('are given by the names that an instrument has for them, and no other file by any name', async () => {
    const sounds = opened();
    const kit = await sounds.map({ kind: 'kit', source: 'kit' });
    const file = await sounds.map({ kind: 'file', source: 'kit/sd.wav' });
    for (const map of [kit, file])
      for (const zone of map.zones)
        assert.equal((await sounds.recording(recordingId(map, zone))).channels[0]!.length, 480);
    for (const map of [kit, file])
      for (const elsewhere of ['../../private.wav', path.join(around, 'private.wav')])
        await assert.rejects(sounds.recording(`${map.id}#${elsewhere}`), /nothing has that name/);
  });

  test('in a SoundFont that is replaced are those of the new one', async () => {
    const sounds = opened();
    const font = path.join(folder, 'keys.sf2');
    const rateNow = async (): Promise<number> => {
      const map = await sounds.map({ kind: 'sampler', source: 'keys.sf2', files: [] });
      return (await sounds.recording(recordingId(map, map.zones[0]!))).sampleRate;
    };
    fs.writeFileSync(font, 'cut short');
    await assert.rejects(rateNow(), /keys\.sf2 can't be played: it is no SoundFont, or a damaged one/);
    fs.writeFileSync(font, fontOf(44_100));
    assert.equal(await rateNow(), 44_100);
    fs.writeFileSync(font, fontOf(48_000));
    // A clock of the disk that ticks slowly would make both versions one.
    fs.utimesSync(font, new Date(), new Date(Date.now() + 2000));
    assert.equal(await rateNow(), 48_000);
  });

  test('in a SoundFont that says of no rate how fast they are, are told of', async () => {
    const sounds = opened();
    fs.writeFileSync(path.join(folder, 'still.sf2'), fontOf(0));
    const map = await sounds.map({ kind: 'sampler', source: 'still.sf2', files: [] });
    await assert.rejects(sounds.recording(recordingId(map, map.zones[0]!)), /0 samples a second/);
  });
});
