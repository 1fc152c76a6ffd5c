// The sample is a song that a person would listen to the end: its form, its checks, its loudness.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { findFfmpeg } from '../tools/ffmpeg.mjs';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'samples/night-drive.song');

suite('Night Drive', function () {
  this.timeout(120_000);
  let folder: string;
  let measured: Loudness;

  suiteSetup(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-night-drive-'));
    const wav = path.join(folder, 'night-drive.wav');
    await run(process.execPath, [path.join(root, 'dist/cli.js'), 'render', file, '-o', wav]);
    measured = await measure(wav);
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  const reading = songLanguage.read(fs.readFileSync(file, 'utf8'));
  const timeline = layOut(reading.song);

  test('has eight tracks and six sections, all of them heard, in about three minutes', () => {
    assert.equal(reading.song.tracks.length, 8);
    assert.equal(reading.song.sections.length, 6);
    for (const { track, notes } of timeline.tracks)
      assert.ok(notes.length > 100, `${track} plays ${notes.length} notes`);
    assert.ok(timeline.seconds >= 165 && timeline.seconds <= 195, `${timeline.seconds} s`);
  });

  test('no check fires on it', () => {
    assert.deepEqual([...reading.problems, ...check(reading.song, timeline, reading.origins)], []);
  });

  test('bounces between -16 and -12 LUFS', () => {
    assert.ok(measured.lufs >= -16 && measured.lufs <= -12, `${measured.lufs} LUFS`);
  });

  test('stays under -1 dBTP', () => {
    assert.ok(measured.truePeakDb < -1, `${measured.truePeakDb} dBTP`);
  });

  test('lifts the chorus over the verse', async () => {
    const [verse, chorus] = timeline.sections.filter(({ name }) => name === 'verse' || name === 'chorus');
    const [low, high] = await Promise.all(
      [verse!, chorus!].map((at) => measure(path.join(folder, 'night-drive.wav'), at)),
    );
    assert.ok(high!.lufs - low!.lufs >= 1, `chorus ${high!.lufs} LUFS, verse ${low!.lufs} LUFS`);
  });
});

interface Loudness {
  readonly lufs: number;
  readonly truePeakDb: number;
}

/** Integrated loudness and true peak by ffmpeg, of the file or of a stretch of it. */
async function measure(
  wav: string,
  stretch?: { startSeconds: number; endSeconds: number },
): Promise<Loudness> {
  const part = stretch ? ['-ss', String(stretch.startSeconds), '-to', String(stretch.endSeconds)] : [];
  const filter = ['-filter_complex', 'ebur128=peak=true', '-f', 'null', '-'];
  const { stderr } = await run(findFfmpeg(), ['-hide_banner', '-nostats', ...part, '-i', wav, ...filter], {
    maxBuffer: 1 << 26,
  });
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const figure = (label: string) => Number(new RegExp(`${label}:\\s+(-?[\\d.]+)`).exec(summary)?.[1]);
  return { lufs: figure('I'), truePeakDb: figure('Peak') };
}
