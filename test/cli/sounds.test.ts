// Recorded sound from the shell: bundled kits and instruments, files beside the song, paths of an imported song,
// and what is said where a file is missing.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { decodeAudio } from '../../src/audio/decode.ts';
import { u16, wav } from '../audio/files.ts';
import { codetta } from './codetta.ts';

suite('codetta render with recorded sound', () => {
  let folder: string;
  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-sounds-'));
    fs.mkdirSync(path.join(folder, 'kits/sounds'), { recursive: true });
    const samples = Array.from({ length: 9600 }, (_, i) => Math.round(12_000 * Math.sin(i / 5)));
    fs.writeFileSync(
      path.join(folder, 'kits/sounds/thud.wav'),
      wav(Uint8Array.from(samples.flatMap((sample) => u16(sample & 0xffff)))),
    );
    fs.writeFileSync(
      path.join(folder, 'kits/own.song'),
      'song "Own" { tempo 90bpm }\nkit own = Kit("808") { bd: "sounds/thud.wav" }\n',
    );
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  const song = (declared: string, part: string): string => `song "S" { tempo 120bpm }
${declared}
track t { instrument: i, level: -3dB }
section a 1 bars { t: "${part}" }
arrange a
`;

  async function rendered(text: string): Promise<{ peak: number; err: string }> {
    fs.writeFileSync(path.join(folder, 's.song'), text);
    const out = path.join(folder, 's.wav');
    const { code, err } = await codetta(['render', path.join(folder, 's.song'), '-o', out]);
    assert.equal(code, 0, err);
    const { channels } = await decodeAudio(fs.readFileSync(out));
    return { peak: channels[0]!.reduce((most, x) => Math.max(most, Math.abs(x)), 0), err };
  }

  const sounds: readonly (readonly [what: string, declared: string, part: string])[] = [
    ['the kit 808', 'kit i = Kit("bundled/808")', 'bd sd hh oh'],
    ['the kit 909', 'kit i = Kit("909")', 'bd cp lt cr'],
    ['the acoustic kit', 'kit i = Kit("bundled/acoustic")', 'bd sd hh rd'],
    ['the kit of General MIDI', 'kit i = Kit("gm")', 'bd sd:1 oh cb'],
    ['the piano', 'instrument i = Sampler("piano")', 'c4 e4 [g4,c5]'],
    ['an instrument of General MIDI', 'instrument i = Sampler("cello") { release: 300ms }', 'c2@4'],
    ['a file of its own', 'instrument i = Sampler { c4: "kits/sounds/thud.wav" }', 'c4 g4'],
    [
      "an imported song's kit, with the file beside that song",
      'import { own as i } from "./kits/own.song"',
      'bd*4',
    ],
  ];
  for (const [what, declared, part] of sounds)
    test(`plays ${what}`, async () => {
      const { peak, err } = await rendered(song(declared, part));
      assert.equal(err, '');
      assert.ok(peak > 0.02 && peak < 1, `${peak}`);
    });

  test('says on its line which file is missing or is none, and renders the rest', async () => {
    fs.writeFileSync(path.join(folder, 'not-a-sound.wav'), 'just text');
    const { err } = await rendered(
      song(
        'kit i = Kit("808") { sd: "gone.wav", hh: "not-a-sound.wav", oh: "../outside.wav" }',
        'bd sd hh oh',
      ),
    );
    assert.match(err, /gone\.wav can't be played: there is no such file/);
    assert.match(err, /not-a-sound\.wav can't be played: it is no WAV, AIFF, FLAC, MP3 or Ogg Vorbis file/);
    assert.match(err, /outside\.wav can't be played: (?:it lies outside|there is no such file)/);
  });
});
