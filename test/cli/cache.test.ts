// codetta cache: what is kept of songs, shown, held to a limit and thrown away.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder, small, write } from './codetta.ts';

const kept = (folder: string): readonly string[] =>
  fs.readdirSync(folder).filter((name) => name.endsWith('.stem'));

suite('codetta cache', function () {
  this.timeout(120_000);
  test('shows how much is kept, and where; throws it away', () =>
    inFolder(async (folder) => {
      const env = { CODETTA_CACHE: path.join(folder, 'cache') };
      const place = path.join(folder, 'cache', 'stems');
      const run = (...args: readonly string[]) => codetta(args, { env: { ...process.env, ...env } });
      const none = await run('cache');
      assert.equal(none.code, 0, none.err);
      assert.equal(none.out, `${place}: 0.0 MB of at most 2000 MB\n`);
      const song = write(folder, 'a.song', small);
      const rendered = await run('render', song, '-o', path.join(folder, 'a.wav'));
      assert.equal(rendered.code, 0, rendered.err);
      const said = JSON.parse((await run('cache', '--json')).out) as { bytes: number; limit: number };
      const bytes = kept(place).reduce((sum, name) => sum + fs.statSync(path.join(place, name)).size, 0);
      assert.ok(bytes > 0);
      assert.deepEqual([said.bytes, said.limit], [bytes, 2e9]);
      const cleared = await run('cache', '--clear');
      assert.match(cleared.out, /^Threw [\d.]+ MB away\.\n/);
      assert.deepEqual(kept(place), []);
    }));

  test('holds it to a limit from then on', () =>
    inFolder(async (folder) => {
      const env = { CODETTA_CACHE: path.join(folder, 'cache') };
      const place = path.join(folder, 'cache', 'stems');
      const run = (...args: readonly string[]) => codetta(args, { env: { ...process.env, ...env } });
      const song = write(folder, 'a.song', small);
      const file = path.join(folder, 'a.wav');
      assert.equal((await run('cache', '--limit', '0')).code, 0);
      assert.equal((await run('render', song, '-o', file)).code, 0);
      assert.deepEqual(kept(place), [], 'nothing is kept');
      assert.match((await run('cache', '--limit', '300')).out, /of at most 300 MB\n$/);
      assert.equal((await run('render', song, '-o', file)).code, 0);
      assert.ok(kept(place).length > 0);
      assert.match((await run('cache')).out, /of at most 300 MB\n$/);
      const wrong = await run('cache', '--limit', 'lots');
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /--limit lots: give megabytes, like 500, or 0 to keep nothing\./);
    }));

  test('takes nothing that lies in the folder of the song', () =>
    inFolder(async (folder) => {
      // Somebody else's cache, with another song's sound under this song's name.
      const project = path.join(folder, 'project');
      const env = (cache: string) => ({ env: { ...process.env, CODETTA_CACHE: cache } });
      fs.mkdirSync(project);
      const song = write(project, 'a.song', small);
      const file = path.join(project, 'a.wav');
      const own = path.join(folder, 'own');
      assert.equal((await codetta(['render', song, '-o', file, '--no-cache'], {})).code, 0);
      const fresh = fs.readFileSync(file);
      for (const place of ['.cache/codetta/stems', 'stems', 'codetta/stems']) {
        fs.mkdirSync(path.join(project, place), { recursive: true });
        assert.equal(
          (await codetta(['render', song, '-o', file], env(path.join(project, '.cache/codetta')))).code,
          0,
        );
        for (const name of kept(path.join(project, '.cache/codetta/stems')))
          fs.writeFileSync(path.join(project, place, name), 'not the sound');
      }
      const bounced = await codetta(['render', song, '-o', file], { ...env(own), cwd: project });
      assert.equal(bounced.code, 0, bounced.err);
      assert.ok(fresh.equals(fs.readFileSync(file)));
    }));
});
