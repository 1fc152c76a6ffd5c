// What the world can do wrong: one line that says what, where and what to do, and nothing half written.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder, isOneLine, sample, small, start, write } from './codetta.ts';

const isRoot = process.getuid?.() === 0;

suite('codetta: bad input', () => {
  test('a missing file, a folder, another ending, no UTF-8: one line, exit 2', () =>
    inFolder(async (folder) => {
      fs.mkdirSync(path.join(folder, 'folder.song'));
      const latin = write(folder, 'latin.song', Buffer.from('song "\xe9t\xe9" { }', 'latin1'));
      const garbage = write(
        folder,
        'garbage.song',
        Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)),
      );
      const files: readonly (readonly [string, RegExp])[] = [
        [path.join(folder, 'none.song'), /there is no such file/],
        [path.join(folder, 'none', 'a.song'), /there is no such file/],
        [path.join(folder, 'folder.song'), /it is a folder/],
        [write(folder, 'notes.txt', 'hello'), /ends in \.song/],
        [latin, /not UTF-8/],
        [garbage, /not UTF-8/],
      ];
      for (const [file, why] of files) {
        for (const verb of [
          ['check', file],
          ['events', file, '--json'],
          ['set', file, 'a.level', '-1dB'],
          ['render', file, '-o', path.join(folder, 'x.wav')],
        ]) {
          const { code, out, err } = await codetta(verb);
          assert.deepEqual([code, out], [2, ''], verb.join(' '));
          assert.ok(isOneLine(err), err);
          assert.ok(err.includes(file) && why.test(err), err);
        }
      }
      assert.equal(fs.existsSync(path.join(folder, 'x.wav')), false);
    })).timeout(120_000);

  test('a broken song checks, lists and renders as far as it goes', () =>
    inFolder(async (folder) => {
      const file = write(folder, 'a.song', `${small}track { {{{ "\npattern = | \u0000\nsection x`);
      assert.equal((await codetta(['check', file])).code, 1);
      const { code, out } = await codetta(['events', file, '--json']);
      assert.equal(code, 0);
      assert.equal(JSON.parse(out).events.length, 4);
    }));

  test('one bad file does not keep the others from being checked', async () => {
    const { code, out, err } = await codetta(['check', 'none.song', sample]);
    assert.equal(code, 2);
    assert.match(out, /no problems/);
    assert.ok(isOneLine(err));
  });

  test('nothing to render: exit 2 and no file', () =>
    inFolder(async (folder) => {
      const wav = path.join(folder, 'x.wav');
      const { code, err } = await codetta([
        'render',
        write(folder, 'a.song', 'song "Empty" { }\n'),
        '-o',
        wav,
      ]);
      assert.equal(code, 2);
      assert.match(err, /arrange a section/);
      const wrong = await codetta(['render', write(folder, 'b.song', small), '-o', wav, '--from', 'bridge']);
      assert.deepEqual([wrong.code, isOneLine(wrong.err)], [2, true]);
      assert.match(wrong.err, /no section bridge .* verse, out/);
      assert.equal(fs.existsSync(wav), false);
    }));

  test('a place that is not there: exit 2, one line', () =>
    inFolder(async (folder) => {
      const { code, err } = await codetta([
        'render',
        write(folder, 'a.song', small),
        '-o',
        path.join(folder, 'no', 'x.wav'),
      ]);
      assert.deepEqual([code, isOneLine(err)], [2, true], err);
    }));

  test('a file that may not be read or written', function () {
    if (isRoot || process.platform === 'win32') this.skip();
    return inFolder(async (folder) => {
      const file = write(folder, 'a.song', small);
      fs.chmodSync(file, 0o400);
      const refused = await codetta(['set', file, 'bass.level', '-1dB']);
      assert.deepEqual([refused.code, isOneLine(refused.err)], [2, true], refused.err);
      assert.equal(fs.readFileSync(file, 'utf8'), small);
      fs.chmodSync(file, 0o000);
      const unread = await codetta(['check', file]);
      assert.deepEqual([unread.code, isOneLine(unread.err)], [2, true], unread.err);
    });
  });

  test('a stack trace only where CODETTA_DEBUG=1 asks for it', async () => {
    const plain = await codetta(['set', 'none.song', 'a.b', '1'], { env: { CODETTA_DEBUG: '' } });
    assert.ok(isOneLine(plain.err), plain.err);
    const asked = await codetta(['set', 'none.song', 'a.b', '1'], { env: { CODETTA_DEBUG: '1' } });
    assert.match(asked.err, /\n\s+at /);
  });
});

suite('codetta: a full disk', () => {
  // Only root can make a disk of its own; elsewhere /dev/full would not rename, so nothing stands in.
  const mount = (folder: string): string | undefined => {
    if (process.platform !== 'linux') return 'only Linux has tmpfs';
    if (!isRoot) return 'only root may mount a small disk';
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], {
      encoding: 'utf8',
    });
    return status === 0 ? undefined : `mount: ${stderr?.trim() || 'it cannot be run'}`;
  };

  test('leaves the song as it was, and no part of a bounce', async function () {
    await inFolder(async (folder) => {
      const disk = path.join(folder, 'disk');
      fs.mkdirSync(disk);
      const reason = mount(disk);
      if (reason) {
        console.log(`      cannot make a full disk here: ${reason}`);
        this.skip();
      }
      try {
        const file = write(disk, 'a.song', small);
        fill(path.join(disk, 'filler'));
        const set = await codetta(['set', file, 'bass.level', '-1dB']);
        assert.deepEqual([set.code, isOneLine(set.err)], [2, true], set.err);
        assert.match(set.err, /the disk is full/);
        assert.equal(fs.readFileSync(file, 'utf8'), small);
        const render = await codetta(['render', file, '-o', path.join(disk, 'x.wav')]);
        assert.deepEqual([render.code, isOneLine(render.err)], [2, true], render.err);
        assert.match(render.err, /disk is full/i);
        assert.deepEqual(fs.readdirSync(disk).sort(), ['a.song', 'filler']);
      } finally {
        spawnSync('umount', [disk]);
      }
    });
  });

  const fill = (file: string): void => {
    const handle = fs.openSync(file, 'w');
    try {
      for (;;) fs.writeSync(handle, Buffer.alloc(512));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    } finally {
      fs.closeSync(handle);
    }
  };
});

suite('codetta: Ctrl+C', () => {
  test('in mid-render leaves nothing half written', function () {
    if (process.platform === 'win32') this.skip();
    return inFolder(async (folder) => {
      const file = write(
        folder,
        'a.song',
        small.replace(
          'arrange verse out',
          'arrange verse*100 verse*100 verse*100 verse*100 verse*100 verse*100',
        ),
      );
      const wav = write(folder, 'x.wav', 'the one from before');
      const child = start(['render', file, '-o', wav]);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const begun = (): boolean => fs.readdirSync(folder).some((name) => name.endsWith('.part'));
      while (!begun() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill('SIGINT');
      assert.equal(await ended, 130);
      assert.deepEqual(fs.readdirSync(folder).sort(), ['a.song', 'x.wav']);
      assert.equal(fs.readFileSync(wav, 'utf8'), 'the one from before');
    });
  });
});
