// Takes that were really played: parts bounced by our own core, then put wrong one way at a time, as a recording goes
// wrong. What is heard of the file is what was done to it; put right, nothing is told.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { loopTempo } from '../../../src/audio/analysis/loop-tempo.ts';
import { monoOf } from '../../../src/audio/analysis/mono.ts';
import { decodeWav } from '../../../src/audio/wav.ts';
import { check } from '../../../src/check/check.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { bounce } from '../../../src/render/bounce.ts';
import { hearRecordings } from '../../../src/render/recordings.ts';
import type { Problem } from '../../../src/song/problem.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { wavOf } from '../../audio/wavs.ts';
import { applied } from '../../check/checked.ts';
import { laid } from '../../engine/songs.ts';
import { coreBytes } from '../listen.ts';
import { sounding, theMeasurer } from './measured.ts';

/** A line as somebody sings it: legato, a little vibrato, nothing below the voice. */
const line = (notes: string, detune = '0ct'): string => `song "Line" { tempo 60bpm, key A minor }
instrument voice = MonoSynth { oscillator: triangle, detune: ${detune}, envelope.attack: 40ms, envelope.sustain: 90%, envelope.release: 60ms, filterEnvelope.attack: 10ms, filterEnvelope.baseFrequency: 2kHz }
track vox { instrument: voice, level: -8dB }
section verse 2 bars { vox: "${notes}" }
arrange verse
`;

const drums = `song "Drums" { tempo 96bpm }
instrument kick = MembraneSynth { envelope.decay: 200ms }
instrument snare = NoiseSynth { envelope.attack: 0ms, envelope.decay: 120ms }
track kick { instrument: kick, level: -6dB }
track snare { instrument: snare, level: -12dB }
section beat 4 bars { kick: "bd ~ [~ bd] ~", snare: "~ sd ~ sd" }
arrange beat
`;

suite('takes that were played', () => {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);

  const played = async (name: string, text: string): Promise<Float32Array> => {
    await bounce({ ...laid(text), file: at(name), core: coreBytes() });
    return Float32Array.from(decodeWav(fs.readFileSync(at(name))).channels[0]!);
  };
  const keep = (name: string, samples: Float32Array): void =>
    fs.writeFileSync(at(name), wavOf([samples], { rate: 48_000 }));

  const judged = async (text: string): Promise<readonly Problem[]> => {
    const { song, origins } = songLanguage.read(text);
    const recordings = await hearRecordings(song, at('song.song'), theMeasurer());
    assert.ok(recordings && Object.keys(recordings).length === song.takes.length, 'every take is heard');
    return check(song, layOut(song), origins, undefined, { recordings }).filter(({ rule }) =>
      /^(REC|EDT|TUN|RHY2|HAR6)/.test(rule),
    );
  };
  const told = async (text: string): Promise<readonly string[]> =>
    (await judged(text)).map(({ rule, message }) => `${rule}: ${message}`);
  const song = (take: string, { key = 'A minor', tempo = '60bpm' } = {}): string =>
    `song "Session" { tempo ${tempo}, key ${key} }
take vox1 = ${take}
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`;
  /** The song after the first fix of the first finding. */
  const mended = async (text: string): Promise<string> => {
    const fix = (await judged(text))[0]!.fixes![0]!;
    const result = songLanguage.edit(songLanguage.read(text), fix.changes);
    assert.ok(result.ok, fix.title);
    return applied(text, result.edits);
  };

  suiteSetup(async function () {
    this.timeout(120_000);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-takes-'));
    fs.writeFileSync(at('package.json'), '{}');
    const good = await played('good.wav', line('a3 c4 e4 d4 | c4 b3 a3@2'));
    await played('sharp.wav', line('a3 c4 e4 d4 | c4 b3 a3@2', '40ct'));
    await played('outside.wav', line('a3 f4 e4 f4 | c4 d4 a3@2', '25ct'));
    const loudest = good.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    keep(
      'loud.wav',
      good.map((value) => Math.max(-1, Math.min(1, (1.5 * value) / loudest))),
    );
    await played('drums.wav', drums);
  });
  suiteTeardown(async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    await theMeasurer().close();
  });

  test('well raise nothing', async () => {
    assert.deepEqual(await told(song('"good.wav"')), []);
    assert.deepEqual(await told(song('"good.wav" { tune: key }')), []);
  });

  test('off their pitch are told of by how much, and silent once tuned', async () => {
    const text = song('"sharp.wav"');
    assert.match((await told(text)).join('\n'), /^TUN1: .* (39|40|41) cents sharp/);
    assert.deepEqual(await told(await mended(text)), []);
  });

  test('in a key that has no note near are told of as pulled too far', async () => {
    const text = song('"outside.wav" { tune: key }', { key: 'A minor pentatonic' });
    // An F, 25 cents sharp, on its way to an E.
    assert.match((await told(text)).join('\n'), /^TUN2: .* 12[3-7] cents down to E4; over 100 it is heard/);
    assert.deepEqual(await told(await mended(text)), []);
    const gently = song('"outside.wav" { tune: key, strength: 60% }', { key: 'A minor pentatonic' });
    assert.deepEqual(await told(gently), []);
    assert.deepEqual(await told(song('"outside.wav" { tune: key }')), [], 'a minor scale has the F');
  });

  test('late by the way through the converters are told of, and nudged back', async () => {
    const hits = await played('hits.wav', drums.replace('tempo 96bpm', 'tempo 60bpm'));
    keep('late-hits.wav', Float32Array.from([...new Float32Array(1680), ...hits]));
    const beat = song('"late-hits.wav"');
    assert.match((await told(beat)).join('\n'), /^REC2: vox1 is 3[4-8] ms late throughout/);
    assert.deepEqual(await told(await mended(beat)), []);
    assert.deepEqual(await told(song('"hits.wav"')), []);
  }).timeout(60_000);

  test('too loud for their converter are told of, and mended', async () => {
    const text = song('"loud.wav"');
    assert.match((await told(text)).join('\n'), /^REC1: vox1 is cut off at full scale in \d+ places/);
    const after = await mended(text);
    assert.match(after, /declip: true/);
    assert.deepEqual(await told(after), []);
  });

  test('as loops keep their tempo, and are told of where the song is too far from it', async () => {
    const file = decodeWav(fs.readFileSync(at('drums.wav')));
    const tenSeconds = file.channels.map((channel) => channel.slice(0, 480_000));
    keep('loop.wav', Float32Array.from(tenSeconds[0]!));
    const heard = loopTempo(monoOf({ sampleRate: 48_000, channels: tenSeconds }));
    assert.ok(heard && Math.abs(heard.tempo - 96) < 0.1, `${heard?.tempo} bpm`);
    const loop = (tempo: string): string => song('"loop.wav" { tempo: 96bpm, loop: true }', { tempo });
    assert.match(
      (await told(loop('120bpm'))).join('\n'),
      /^RHY2: vox1 was played at 96bpm .* squeezed by 25 %/,
    );
    assert.deepEqual(await told(await mended(loop('120bpm'))), []);
    for (const tempo of ['88bpm', '96bpm', '106bpm']) assert.deepEqual(await told(loop(tempo)), [], tempo);
  });
});

suite('a bell in a mix', () => {
  const mix = (notes: string, index: number): string => `song "Mix" { tempo 120bpm, key A minor }
instrument glass = FMSynth { modulationIndex: ${index}, harmonicity: 7.3, envelope.release: 200ms }
instrument low = MonoSynth { range: E1..A3 }
instrument warm = PolySynth(Synth) { voices: 8 }
track bell { instrument: glass, level: -14dB }
track bass { instrument: low, level: -12dB }
track pad { instrument: warm, level: -20dB }
section verse 4 bars { bell: "${notes}", bass: "a1 c2 e2 g2", pad: "[a3,c4,e4]" }
arrange verse
`;
  const folded = async (text: string): Promise<readonly string[]> =>
    (await sounding(text)).problems.flatMap(({ rule, message }) => (rule === 'SND4' ? [message] : []));

  test('whistles where it is too deep and too high, and it alone is named', async () => {
    const found = await folded(mix('c7 e7', 100));
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0]!, /bell/);
    assert.doesNotMatch(found[0]!, /bass|pad/);
  }).timeout(120_000);

  test('is left alone three octaves lower, and with less depth', async () => {
    assert.deepEqual(await folded(mix('c4 e4', 12)), []);
    assert.deepEqual(await folded(mix('c7 e7', 20)), []);
  }).timeout(120_000);
});
