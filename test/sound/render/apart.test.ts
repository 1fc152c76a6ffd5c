// A bounce with its stems: files that add up to what goes into the master.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { compile } from '../../../src/engine/compile.ts';
import { renderOffline, type Tap } from '../../../src/engine/offline/render.ts';
import { type BounceRequest, bounce } from '../../../src/render/bounce.ts';
import { stemFiles } from '../../../src/render/stem-files.ts';
import { type Laid, laid } from '../../engine/songs.ts';
import { coreModule, peak } from '../listen.ts';

const song = (master = 'limiter: -1dBTP', arranged = 'a'): Laid =>
  laid(`
song "Apart" { tempo 120bpm }
instrument drum = MembraneSynth
instrument low = MonoSynth
instrument warm = PolySynth(FMSynth) { voices: 4 }
track kick { instrument: drum, level: -6dB }
track bass { instrument: low, level: -12dB, pan: 30% left, send room: -12dB pre }
track pad { instrument: warm, level: -12dB, distortion: 40%, send room: -10dB }
track gone { instrument: low, mute }
bus room { reverb: 1.2s, level: -4dB }
bus nobody { reverb: 1s }
master { ${master} }
section a 2 bars { kick: "bd*4", bass: "a1 c2 a1 e2", pad: "[a3,c4,e4] ~", gone: "a2" }
arrange ${arranged}
`);

const samplesOf = (file: string): Float32Array => {
  const bytes = fs.readFileSync(file);
  const at = bytes.indexOf('data', 0, 'latin1') + 8;
  return new Float32Array(
    bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + bytes.readUInt32LE(at - 4)),
  );
};

suite('A bounce with its stems', () => {
  let folder = '';
  const file = (name: string): string => path.join(folder, name);
  const run = (name: string, more: Partial<BounceRequest> = {}, of = song()) =>
    bounce({ ...of, file: file(name), ...more });

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-apart-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('has a file for each track that plays and each bus that is sent to', async () => {
    const { stems } = await run('song.wav', { stems: true, bits: '32f' });
    assert.deepEqual(
      stems.map(({ name, file: at }) => [name, path.basename(at)]),
      ['kick', 'bass', 'pad', 'room'].map((name) => [name, `song - ${name}.wav`]),
    );
    const length = fs.statSync(file('song.wav')).size;
    for (const { file: at, peakDb } of stems) {
      assert.ok(Math.abs(fs.statSync(at).size - length) < 100, 'as long as the song');
      assert.ok(Math.abs(peakDb - 20 * Math.log10(peak(samplesOf(at)))) < 1e-9);
    }
  });

  test('adds up to the mix, sample for sample, where effects look ahead', async () => {
    // A master that does nothing but turn down: under its limiter, and with the constant part taken away.
    const { stems } = await run('sum.wav', { stems: true, bits: '32f' }, song('level: -12dB'));
    const mix = samplesOf(file('sum.wav'));
    const sum = new Float32Array(mix.length);
    for (const { file: at } of stems) for (const [i, sample] of samplesOf(at).entries()) sum[i]! += sample;
    const gain = 10 ** (-12 / 20);
    const [middle, length] = [24_000, 48_000];
    let [error, power] = [0, 0];
    for (let i = middle; i < middle + length; i++) {
      error += (mix[i]! - sum[i]! * gain) ** 2;
      power += mix[i]! ** 2;
    }
    // What is left is the master's high-pass at 4 Hz.
    assert.ok(10 * Math.log10(error / power) < -25, `${10 * Math.log10(error / power)} dB`);
  });

  test('leaves the mix as it is without them, to the last bit', async function () {
    this.timeout(60_000);
    for (const threads of [1, 2]) {
      await run('with.wav', { stems: true, threads });
      await run('without.wav', { threads });
      assert.ok(fs.readFileSync(file('with.wav')).equals(fs.readFileSync(file('without.wav'))));
    }
  });

  test('begins on the first sample of the song, whatever looks ahead', () => {
    const { song: it, timeline } = laid(`
song "Click" { tempo 120bpm }
instrument drum = MembraneSynth { envelope.attack: 1ms }
track kick { instrument: drum, distortion: 50% }
section a 1 bars { kick: "bd ~ ~ ~" }
arrange a
`);
    const program = compile(it, timeline, 48_000);
    const taps: readonly Tap[] = [{ kind: 'track', index: 0 }];
    const [chunk] = renderOffline(coreModule(), program, {}, { taps });
    const onset = (samples: Float32Array): number => samples.findIndex((sample) => Math.abs(sample) > 0.01);
    const [mix, tap] = [onset(chunk!.left), onset(chunk!.taps[0]!.left)];
    assert.ok(mix >= 0 && mix < 48, `the mix begins after ${mix} samples`);
    assert.ok(Math.abs(mix - tap) <= 2, `the stem begins after ${tap} samples`);
  });

  test('names that a file can not have, or that differ in case alone, get names of their own', () => {
    const track = (name: string) => ({ name, eventCount: 1, strip: new Float32Array([1, 0, 1]), sends: [] });
    const program = { tracks: [track('a/b'), track('Bass'), track('bass')], buses: [] };
    assert.deepEqual(
      stemFiles(program as unknown as Parameters<typeof stemFiles>[0], '/x/n.wav').map((stem) => stem.file),
      ['/x/n - a-b.wav', '/x/n - Bass.wav', '/x/n - bass 2.wav'].map((one) => path.normalize(one)),
    );
  });

  test('cancelled, none of its files is left', async () => {
    const abort = new AbortController();
    await assert.rejects(
      run(
        'stopped.wav',
        { stems: true, target: 'spotify', signal: abort.signal, onProgress: () => abort.abort() },
        song('limiter: -1dBTP', 'a*60'),
      ),
      { failure: 'cancelled' },
    );
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('says which stem is over full scale where that is cut off', async () => {
    const hot = laid(`
song "Hot" { tempo 120bpm }
instrument low = PolySynth(Synth) { voices: 8, oscillator: square }
track organ { instrument: low, level: 6dB }
section a 1 bars { organ: "[c3,e3,g3,c4]" }
arrange a
`);
    const whole = await run('hot.wav', { stems: true }, hot);
    assert.match(whole.notes.join(), /The stem of organ is \d+\.\d dB over full scale/);
    assert.deepEqual((await run('hot.wav', { stems: true, bits: '32f' }, hot)).notes, []);
  });
});
