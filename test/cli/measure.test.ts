// codetta measure: the figures of a WAV, for a person and for a program, and what is no WAV.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { signal } from '../audio/signals.ts';
import { wavOf } from '../audio/wavs.ts';
import { eventually } from '../tools/eventually.ts';
import { codetta, inFolder, isOneLine, nodes, small, start, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(['measure', ...args], {}, node);

  suite(`codetta measure on ${name}`, () => {
    test('--json: a tone of -23 LUFS', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'tone.wav', wavOf(signal([{ db: -23, seconds: 5 }]), { samples: 's24' }));
        const { code, out, err } = await run(file, '--json');
        assert.deepEqual({ code, err }, { code: 0, err: '' });
        const figures = JSON.parse(out);
        for (const [figure, wanted] of [
          ['integrated', -23],
          ['momentaryMax', -23],
          ['shortTermMax', -23],
          ['truePeak', -23],
          ['samplePeak', -23],
          ['range', 0],
          ['correlation', 1],
          ['seconds', 5],
        ] as const)
          assert.ok(Math.abs(figures[figure] - wanted) < 0.06, `${figure} ${figures[figure]}`);
        assert.deepEqual([figures.sampleRate, figures.channels], [48_000, 2]);
      }));

    test('--json: silence has no loudness, which is null', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'silence.wav', wavOf([new Float32Array(48_000)]));
        const { code, out } = await run(file, '--json');
        assert.equal(code, 0);
        const { integrated, truePeak, samplePeak, momentaryMax, shortTermMax, range } = JSON.parse(out);
        assert.deepEqual([integrated, truePeak, samplePeak, momentaryMax, shortTermMax], Array(5).fill(null));
        assert.equal(range, 0);
      }));

    test('a table for a person', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'tone.wav', wavOf(signal([{ db: -23, seconds: 5 }])));
        const { out } = await run(file);
        assert.match(out, /tone\.wav: 5\.0 s, 48000 Hz, stereo\n/);
        assert.match(out, /^integrated +-23\.0 LUFS +the whole, gated$/m);
        assert.match(out, /^true peak +-23\.0 dBTP$/m);
      }));

    test('no WAV, no file, a folder: one line, exit 2', () =>
      inFolder(async (folder) => {
        for (const [file, says] of [
          [write(folder, 'a.song', small), /a\.song: it is no WAV, AIFF/],
          [path.join(folder, 'none.wav'), /there is no such file/],
          [folder, /it is a folder/],
        ] as const) {
          const { code, out, err } = await run(file, '--json');
          assert.deepEqual([code, out], [2, '']);
          assert.ok(isOneLine(err), err);
          assert.match(err, says);
        }
      }));

    if (process.platform === 'linux')
      test('Ctrl+C stops it in words', () =>
        inFolder(async (folder) => {
          const file = write(folder, 'long.wav', wavOf([new Float32Array(8)], { form: 'cut off' }));
          // A day of silence that takes no room on the disk.
          fs.truncateSync(file, 8e9);
          const child = start(['measure', file], {}, node);
          let err = '';
          child.stderr!.on('data', (text) => {
            err += text;
          });
          const code = new Promise<number | null>((resolve) => child.on('close', resolve));
          await eventually('reading the file', () => hasOpen(child.pid!, file));
          child.kill('SIGINT');
          assert.equal(await code, 130);
          assert.match(err, /^Stopped: .*\n$/);
        }));
  });
}

/** Whether a process has that file open. */
const hasOpen = (pid: number, file: string): boolean =>
  fs.readdirSync(`/proc/${pid}/fd`).some((descriptor) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/fd/${descriptor}`) === file;
    } catch {
      return false;
    }
  });
