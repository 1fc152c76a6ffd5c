// Bounces to disk: formats that others read, the same bits as live, sections, progress, and every way to
// fail without leaving half a file.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { compile } from '../../../src/engine/compile.ts';
import { type BounceRequest, bounce, type Progress } from '../../../src/render/bounce.ts';
import { BounceError } from '../../../src/render/bounce-error.ts';
import { type Laid, laid, small } from '../../engine/songs.ts';
import { findFfmpeg, findFlac } from '../../tools/ffmpeg.mjs';
import { decibels, listen, peak, rms } from '../listen.ts';

/** Bytes of the data chunk of a WAV, and its format. */
function wav(file: string): { format: number; channels: number; rate: number; bits: number; data: Buffer } {
  const bytes = fs.readFileSync(file);
  assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
  assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
  let at = 12;
  let found: { format: number; channels: number; rate: number; bits: number } | undefined;
  for (;;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === 'fmt ')
      found = {
        format: bytes.readUInt16LE(at + 8),
        channels: bytes.readUInt16LE(at + 10),
        rate: bytes.readUInt32LE(at + 12),
        bits: bytes.readUInt16LE(at + 22),
      };
    if (name === 'data') return { ...found!, data: bytes.subarray(at + 8, at + 8 + size) };
    at += 8 + size + (size & 1);
  }
}

/** What ffmpeg decodes from a file: interleaved samples. */
function decoded(file: string): Float32Array {
  const { stdout, status, stderr } = spawnSync(
    findFfmpeg(),
    ['-v', 'error', '-i', file, '-f', 'f32le', '-c:a', 'pcm_f32le', '-'],
    { maxBuffer: 1 << 28 },
  );
  assert.equal(status, 0, String(stderr));
  assert.equal(String(stderr), '');
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
}

suite('Bouncing a song', () => {
  let folder = '';
  let song: Laid;
  const file = (name: string): string => path.join(folder, name);
  const run = (name: string, more: Partial<BounceRequest> = {}): ReturnType<typeof bounce> =>
    bounce({ ...song, file: file(name), ...more });
  const failure = async (work: Promise<unknown>): Promise<BounceError> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof BounceError, String(error));
    return error;
  };

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-bounce-'));
    song = laid(small());
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('32 bits float: every bit as it is heard', async () => {
    const { seconds, peakDb } = await run('float.wav', { bits: '32f' });
    const { format, channels, rate, bits, data } = wav(file('float.wav'));
    assert.deepEqual({ format, channels, rate, bits }, { format: 3, channels: 2, rate: 48_000, bits: 32 });
    const samples = new Float32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.length));
    const { left, right } = listen(compile(song.song, song.timeline, 48_000), song.timeline.seconds);
    assert.ok(peak(left) > 0.1);
    for (let i = 0; i < left.length; i++) {
      if (samples[i * 2] !== left[i] || samples[i * 2 + 1] !== right[i]) assert.fail(`sample ${i} differs`);
    }
    assert.equal(samples.length / 2, Math.round(seconds * 48_000));
    assert.ok(Math.abs(peakDb - decibels(peak(samples))) < 1e-9);
  });

  test('16 and 24 bits: within a step and a half of the float, the dither without a mean', async () => {
    await run('float.wav', { bits: '32f' });
    const float = decoded(file('float.wav'));
    for (const bits of ['16', '24'] as const) {
      await run(`${bits}.wav`, { bits });
      const header = wav(file(`${bits}.wav`));
      assert.deepEqual([header.format, header.bits], [1, Number(bits)]);
      const whole = decoded(file(`${bits}.wav`));
      assert.equal(whole.length, float.length);
      const step = 2 ** (1 - Number(bits));
      // ffmpeg's floats hold 24 bits: a little of the last is theirs.
      const error = whole.map((sample, i) => sample - float[i]!);
      assert.ok(peak(error) <= step * 1.51, `${bits}: ${peak(error) / step} steps`);
      assert.ok(
        Math.abs(error.reduce((sum, value) => sum + value, 0) / error.length) < step / 100,
        `${bits}: mean`,
      );
      // TPDF and rounding: a quarter of a step squared in all, half a step RMS.
      assert.ok(Math.abs(rms(error) / step - 0.5) < 0.02, `${bits}: ${rms(error) / step} steps RMS`);
    }
  });

  test('FLAC: the same numbers as a WAV of as many bits, whole by its own sum, and smaller', async () => {
    for (const bits of ['16', '24'] as const) {
      await run('same.wav', { bits });
      const { stems } = await run('same.flac', { bits, stems: true });
      assert.deepEqual(decoded(file('same.flac')), decoded(file('same.wav')), `${bits} bits`);
      for (const one of [file('same.flac'), stems[0]!.file]) {
        assert.match(one, /\.flac$/);
        const { status, stderr } = spawnSync(findFlac(), ['-t', '-s', one], { encoding: 'utf8' });
        assert.equal(status, 0, stderr);
      }
      const [flac, whole] = ['same.flac', 'same.wav'].map((name) => fs.statSync(file(name)).size);
      assert.ok(flac! < whole! * 0.9, `${flac} bytes of ${whole}`);
    }
  });

  test('a file that is no WAV and no FLAC is not written under such a name', async () => {
    assert.match((await failure(run('song.mp3'))).message, /^song\.mp3: a bounce is a WAV or a FLAC file/);
    assert.match((await failure(run('song.flac', { bits: '32f' }))).message, /no 32 bit float/);
    assert.ok(!fs.existsSync(file('song.mp3')) && !fs.existsSync(file('song.flac')));
  });

  test('equal bounces are equal files', async () => {
    await run('one.wav', { bits: '16' });
    await run('two.wav', { bits: '16' });
    assert.ok(fs.readFileSync(file('one.wav')).equals(fs.readFileSync(file('two.wav'))));
  });

  test('the rate that was asked for, with the title in the file', async () => {
    await run('96.wav', { rate: 96_000 });
    assert.equal(wav(file('96.wav')).rate, 96_000);
    const { stderr } = spawnSync(findFfmpeg(), ['-hide_banner', '-i', file('96.wav')], { encoding: 'utf8' });
    assert.match(stderr, /title\s+: Small/);
    assert.match(stderr, /96000 Hz, (stereo|2 channels)/);
  });

  test('from one section to another, both in, and the tail', async () => {
    const { seconds } = await run('b.wav', { from: 'b', to: 'b' });
    assert.ok(seconds > 2.5 && seconds < 10, `${seconds} s`);
    const samples = decoded(file('b.wav'));
    // Section b has the drum alone, struck at once.
    assert.ok(rms(samples.subarray(0, 9600)) > 0.01);
    assert.ok(peak(samples.subarray(-4800)) < 10 ** (-80 / 20), 'ends in quiet');
  });

  test('a section that is not arranged is said, with those that are', async () => {
    const error = await failure(run('x.wav', { from: 'nowhere' }));
    assert.equal(error.failure, 'no such section');
    assert.match(error.message, /no section nowhere .* a, b/);
    assert.equal(
      (
        await failure(
          run('x.wav', { from: 'b', to: 'a' }).then(() =>
            bounce({
              ...laid(small().replace('arrange a b a', 'arrange a b')),
              file: file('x.wav'),
              from: 'b',
              to: 'a',
            }),
          ),
        )
      ).failure,
      'nothing to render',
    );
  });

  test('progress goes from little to all, with the seconds that are left', async () => {
    const seen: Progress[] = [];
    await bounce({
      ...laid(small().replace('arrange a b a', 'arrange a*60')),
      file: file('long.wav'),
      onProgress: (progress) => seen.push(progress),
    });
    assert.ok(seen.length > 1, `${seen.length} reports`);
    assert.ok(seen.every(({ share }, i) => share <= 1 && (i === 0 || share >= seen[i - 1]!.share)));
    assert.ok(seen.some(({ secondsLeft }) => secondsLeft !== undefined && secondsLeft >= 0));
  });

  test('cancelled, nothing is left, and the file from before is whole', async () => {
    fs.writeFileSync(file('kept.wav'), 'before');
    const abort = new AbortController();
    const bouncing = bounce({
      ...laid(small().replace('arrange a b a', 'arrange a*100')),
      file: file('kept.wav'),
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    assert.equal((await failure(bouncing)).failure, 'cancelled');
    assert.equal(fs.readFileSync(file('kept.wav'), 'utf8'), 'before');
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );
    assert.equal((await failure(run('never.wav', { signal: AbortSignal.abort() }))).failure, 'cancelled');
    assert.ok(!fs.existsSync(file('never.wav')));
  });

  test('a folder that is not there, and one where nothing may be written, are said in a line', async () => {
    const missing = await failure(run('no/such/folder/x.wav'));
    assert.equal(missing.failure, 'cannot write');
    assert.match(missing.message, /its folder does not exist/);
    fs.mkdirSync(file('taken.wav'));
    const taken = await failure(run('taken.wav'));
    assert.equal(taken.failure, 'cannot write');
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('a full disk leaves nothing behind, and says so', async function () {
    const disk = file('disk');
    fs.mkdirSync(disk);
    const mounted =
      process.platform === 'linux' &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0;
    // Only root can make a small disk; elsewhere this can't be seen.
    if (!mounted) return this.skip();
    try {
      const error = await failure(bounce({ ...song, file: path.join(disk, 'full.wav') }));
      assert.equal(error.failure, 'disk full');
      assert.match(error.message, /full\.wav was not written: the disk is full/);
      assert.deepEqual(fs.readdirSync(disk), []);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  test('killed in the middle, there is no file under its name, and the next bounce clears up', async () => {
    const script = `
      import { bounce } from ${JSON.stringify(new URL('../../../src/render/bounce.ts', import.meta.url).href)};
      import { laid, small } from ${JSON.stringify(new URL('../../engine/songs.ts', import.meta.url).href)};
      await bounce({ ...laid(small().replace('arrange a b a', 'arrange a*100 a*100')), file: ${JSON.stringify(file('killed.wav'))}, onProgress: () => console.log('working') });
    `;
    fs.writeFileSync(file('killed.mjs'), script);
    const child = spawn(process.execPath, [file('killed.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    await wait(50);
    assert.ok(!fs.existsSync(file('killed.wav')));
    assert.equal(fs.readdirSync(folder).filter((name) => name.startsWith('killed.wav.')).length, 1);
    await run('killed.wav');
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.startsWith('killed.wav')),
      ['killed.wav'],
    );
  });
});
