import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setup, suite, teardown, test } from 'mocha';
import type { SongFile } from '../../src/protocol/studio.ts';
import { SongFileError, WatchedSong } from '../../src/studio/song-file.ts';
import { eventually } from '../tools/eventually.ts';

suite("The song's file", () => {
  let folder: string;
  let file: string;
  let heard: (SongFile | string)[];
  let song: WatchedSong;

  setup(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'codetta-song-'));
    file = path.join(folder, 'night.song');
    await fs.writeFile(file, 'song "One" {}\n', { mode: 0o640 });
    heard = [];
    song = await WatchedSong.open(file, {
      changed: (changed) => heard.push(changed),
      removed: (name) => heard.push(name),
    });
  });

  teardown(async () => {
    await song.close();
    await fs.rm(folder, { recursive: true, force: true });
  });

  const last = (): string | undefined => {
    const told = heard.at(-1);
    return typeof told === 'object' ? told.text : told;
  };
  const hears = (text: string) => eventually(text, () => last() === text, last);

  test('saves whole, keeps its permissions, and leaves nothing beside', async () => {
    const { disk } = await song.read();
    const saved = await song.save('song "Two" {}\n', disk);
    assert.equal(saved.ok, true);
    assert.equal(await fs.readFile(file, 'utf8'), 'song "Two" {}\n');
    assert.equal((await fs.stat(file)).mode & 0o777, 0o640);
    assert.deepEqual(await fs.readdir(folder), ['night.song']);
    await wait(400);
    assert.deepEqual(heard, [], 'our own save is no news');
  });

  test('refuses to save over what another program wrote meanwhile', async () => {
    const { disk } = await song.read();
    await fs.writeFile(file, 'song "Theirs" {}\n');
    const saved = await song.save('song "Mine" {}\n', disk);
    assert.equal(saved.ok, false);
    assert.equal(saved.file?.text, 'song "Theirs" {}\n');
    assert.equal(await fs.readFile(file, 'utf8'), 'song "Theirs" {}\n');
    const again = await song.save('song "Mine" {}\n', saved.file!.disk);
    assert.equal(again.ok, true);
  });

  test('tells of a change by writing in place and by renaming over it', async () => {
    await fs.writeFile(file, 'song "In place" {}\n');
    await hears('song "In place" {}\n');
    await fs.writeFile(path.join(folder, 'other.tmp'), 'song "Renamed" {}\n');
    await fs.rename(path.join(folder, 'other.tmp'), file);
    await hears('song "Renamed" {}\n');
  });

  test('tells of a removal, and saves it back', async () => {
    await fs.rm(file);
    await hears('night.song');
    assert.equal((await song.save('song "Back" {}\n', 'whatever')).ok, true);
    assert.equal(await fs.readFile(file, 'utf8'), 'song "Back" {}\n');
  });

  test('saves through a link, and leaves the link', async () => {
    const link = path.join(folder, 'link.song');
    await fs.symlink(file, link);
    const linked = await WatchedSong.open(link, { changed: () => {}, removed: () => {} });
    await linked.save('song "Through" {}\n', (await linked.read()).disk);
    await linked.close();
    assert.equal((await fs.lstat(link)).isSymbolicLink(), true);
    assert.equal(await fs.readFile(file, 'utf8'), 'song "Through" {}\n');
  });

  test("says what can't be opened, and why", async () => {
    const open = (name: string): Promise<unknown> =>
      WatchedSong.open(path.join(folder, name), { changed: () => {}, removed: () => {} });
    await assert.rejects(
      open('nothing.song'),
      (error: Error) =>
        error instanceof SongFileError &&
        /nothing.song cannot be opened: there is no such file/.test(error.message),
    );
    await fs.mkdir(path.join(folder, 'folder.song'));
    await assert.rejects(
      open('folder.song'),
      (error: Error) => error instanceof SongFileError && /is not a file/.test(error.message),
    );
  });

  test('a save that fails leaves the song on the disk as it was', async () => {
    // Root may write anywhere: a folder that is gone fails for everyone.
    const { disk } = await song.read();
    await fs.rename(folder, `${folder}-gone`);
    const saved = await song.save('song "Lost" {}\n', disk);
    assert.equal(saved.ok, false);
    assert.match(saved.reason, /night.song could not be saved: there is no such file/);
    await fs.rename(`${folder}-gone`, folder);
    assert.equal(await fs.readFile(file, 'utf8'), 'song "One" {}\n');
  });
});
