// codetta convert: a song in another file, and what it refuses.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder, isOneLine, nodes, sample, small, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);
  const events = async (file: string): Promise<unknown> => {
    const { events } = JSON.parse((await run('events', file, '--json')).out) as { events: object[] };
    return events.map((event) => ({ ...event, from: undefined, to: undefined, source: undefined }));
  };

  suite(`codetta convert on ${name}`, () => {
    test('writes the same song anew', () =>
      inFolder(async (folder) => {
        const output = path.join(folder, 'b.song');
        const { code, out, err } = await run('convert', sample, '-o', output);
        assert.deepEqual({ code, out, err }, { code: 0, out: `${output}\n`, err: '' });
        assert.deepEqual(await events(output), await events(sample));
        assert.match(fs.readFileSync(output, 'utf8'), /^song "Night Drive" \{\n/);
      }));

    test('replaces a file only where it is told to', () =>
      inFolder(async (folder) => {
        const from = write(folder, 'a.song', small);
        const output = write(folder, 'b.song', 'song "Mine"\n');
        const refused = await run('convert', from, '-o', output);
        assert.equal(refused.code, 2);
        assert.ok(isOneLine(refused.err), refused.err);
        assert.match(refused.err, /b\.song: it is there already\. Give another name, or --force/);
        assert.equal(fs.readFileSync(output, 'utf8'), 'song "Mine"\n');
        assert.equal((await run('convert', from, '-o', output, '--force')).code, 0);
        assert.match(fs.readFileSync(output, 'utf8'), /^song "Small"/);
      }));

    test('refuses a song with errors, and tells them', () =>
      inFolder(async (folder) => {
        const from = write(folder, 'a.song', small.replace('-9dB', '-9'));
        const output = path.join(folder, 'b.song');
        const { code, err } = await run('convert', from, '-o', output);
        assert.equal(code, 1);
        assert.match(err, /a\.song:3:\d+: error SYN: `-9` has no unit/);
        assert.match(err, /mend this first/);
        assert.ok(!fs.existsSync(output));
      }));

    test('refuses a name that is no song, a file that is not there, a folder that is not there', () =>
      inFolder(async (folder) => {
        const from = write(folder, 'a.song', small);
        for (const [given, output, message] of [
          [from, path.join(folder, 'b.txt'), /this is no song by its name/],
          [path.join(folder, 'no.song'), path.join(folder, 'b.song'), /there is no such file/],
          [from, path.join(folder, 'no/b.song'), /there is no such file/],
        ] as const) {
          const { code, err } = await run('convert', given, '-o', output);
          assert.equal(code, 2);
          assert.ok(isOneLine(err), err);
          assert.match(err, message);
        }
        assert.deepEqual(fs.readdirSync(folder), ['a.song']);
      }));
  });
}
