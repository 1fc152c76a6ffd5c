// codetta render: a file of the length and format asked for, and nothing beside it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder, nodes, small, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);

  suite(`codetta render on ${name}`, () => {
    test('render: a WAV of the length and format asked for, quiet in a pipe', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        const wav = path.join(folder, 'out.wav');
        const { code, out, err } = await run(
          'render',
          file,
          '-o',
          wav,
          '--rate',
          '44100',
          '--bits',
          '16',
          '--to',
          'verse',
        );
        assert.deepEqual({ code, out, err }, { code: 0, out: '', err: '' });
        const bytes = fs.readFileSync(wav);
        assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
        const format = bytes.indexOf('fmt ');
        assert.deepEqual(
          [bytes.readUInt16LE(format + 10), bytes.readUInt32LE(format + 12), bytes.readUInt16LE(format + 22)],
          [2, 44100, 16],
        );
        // A bar of two seconds at the least, with its tail at the most a little more.
        assert.ok(bytes.length >= 2 * 44100 * 4, `${bytes.length}`);
        assert.deepEqual(fs.readdirSync(folder).sort(), ['a.song', 'out.wav']);
      }));

    test('render: what is wrong is told, and the rest is rendered', () =>
      inFolder(async (folder) => {
        const wav = path.join(folder, 'out.wav');
        const { code, err } = await run(
          'render',
          write(folder, 'a.song', small.replace('arrange', 'arrange nowhere')),
          '-o',
          wav,
        );
        assert.equal(code, 0);
        assert.match(err, /ARR1: There is no section called nowhere/);
        assert.ok(fs.statSync(wav).size > 44100);
      }));
  });
}
