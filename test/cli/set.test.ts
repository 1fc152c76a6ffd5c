// codetta set: one literal of the text, and nothing else of the file.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder, nodes, small, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);

  suite(`codetta set on ${name}`, () => {
    test('set changes one literal, keeps the mode, and follows a link', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        fs.chmodSync(file, 0o640);
        const link = path.join(folder, 'link.song');
        if (process.platform !== 'win32') fs.symlinkSync('a.song', link);
        const named = process.platform === 'win32' ? file : link;
        const { code, out, err } = await run('set', named, 'bass.level', '-7.5dB');
        assert.deepEqual(
          { code, out, err },
          { code: 0, out: `${named}:3: track bass { instrument: sub, level: -7.5dB }\n`, err: '' },
        );
        assert.equal(fs.readFileSync(file, 'utf8'), small.replace('-9dB', '-7.5dB'));
        if (process.platform !== 'win32') {
          assert.equal(fs.statSync(file).mode & 0o777, 0o640);
          assert.ok(fs.lstatSync(link).isSymbolicLink());
        }
        assert.deepEqual(
          fs.readdirSync(folder).sort(),
          process.platform === 'win32' ? ['a.song'] : ['a.song', 'link.song'],
        );
      }));

    test('set keeps a byte order mark and the line ends', () =>
      inFolder(async (folder) => {
        const text = `\uFEFF${small.replaceAll('\n', '\r\n')}`;
        const file = write(folder, 'a.song', text);
        assert.equal((await run('set', file, 'bass.pan', '20% left')).code, 0);
        assert.equal(
          fs.readFileSync(file, 'utf8'),
          text.replace('level: -9dB }', 'level: -9dB, pan: 20% left }'),
        );
      }));

    test('set refuses what the song cannot take, and changes nothing', () =>
      inFolder(async (folder) => {
        const file = write(folder, 'a.song', small);
        for (const [target, value] of [
          ['bass.levl', '-3dB'],
          ['bass.level', 'loud'],
          ['ghost.level', '-3dB'],
          ['bass.level', '-3dB } bus x {'],
        ]) {
          const { code, out, err } = await run('set', file, target!, value!);
          assert.equal(code, 1, `${target} ${value}`);
          assert.equal(out, '');
          assert.match(err, /^.*a\.song: .+\n$/);
        }
        assert.equal(fs.readFileSync(file, 'utf8'), small);
      }));
  });
}
