// The song's file as bytes: what begins with a byte order mark keeps it, and what is no text is never
// written over.

import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import { SongFileError, WatchedSong } from '../../src/studio/song-file.ts';
import { endBrowser, openStudio, twoBars } from './studio-page.ts';

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const until = async (so: () => boolean): Promise<void> => {
  for (let waited = 0; !so(); waited += 20) {
    assert.ok(waited < 10_000, 'it never happened');
    await wait(20);
  }
};
const latin = Buffer.from('song "Nachtst\xfcck" {}\n', 'latin1');

suite("The bytes of the song's file", () => {
  let folder: string;
  let file: string;
  let unreadable: string[];
  let song: WatchedSong | undefined;
  setup(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'codetta-bytes-'));
    file = path.join(folder, 'night.song');
    unreadable = [];
  });
  teardown(async () => {
    await song?.close();
    song = undefined;
    await fs.rm(folder, { recursive: true, force: true });
  });
  suiteTeardown(endBrowser);

  const open = async (bytes: Buffer): Promise<WatchedSong> => {
    await fs.writeFile(file, bytes);
    song = await WatchedSong.open(file, {
      changed: () => {},
      removed: () => {},
      unreadable: (reason) => unreadable.push(reason),
    });
    return song;
  };

  test('a byte order mark is no part of the text, and stays through a save', async () => {
    const opened = await open(Buffer.concat([mark, Buffer.from('song "One" {}\n')]));
    const { text, disk } = await opened.read();
    assert.equal(text, 'song "One" {}\n');
    const saved = await opened.save('song "Zwölf" {}\n', disk);
    assert.equal(saved.ok, true);
    assert.deepEqual(await fs.readFile(file), Buffer.concat([mark, Buffer.from('song "Zwölf" {}\n')]));
    assert.equal((await opened.read()).disk, saved.ok && saved.disk);
  });

  test('a file without the mark gets none', async () => {
    const opened = await open(Buffer.from('song "One" {}\n'));
    await opened.save('song "Two" {}\n', (await opened.read()).disk);
    assert.deepEqual(await fs.readFile(file), Buffer.from('song "Two" {}\n'));
  });

  test('only the first mark is one', async () => {
    const opened = await open(Buffer.concat([mark, mark, Buffer.from('song')]));
    const { text, disk } = await opened.read();
    assert.equal(text, '\ufeffsong');
    await opened.save(text, disk);
    assert.deepEqual(await fs.readFile(file), Buffer.concat([mark, mark, Buffer.from('song')]));
  });

  for (const [what, bytes] of [
    ['another encoding', latin],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('song', 'utf16le')])],
  ] as const) {
    test(`refuses ${what} in plain words`, () =>
      assert.rejects(
        () => open(bytes),
        (error) => error instanceof SongFileError && /not UTF-8.*save it as UTF-8/i.test(error.message),
      ));
  }

  test('says so when the file stops to be text, and writes nothing over it', async () => {
    const opened = await open(Buffer.from('song "One" {}\n'));
    const { disk } = await opened.read();
    await fs.writeFile(file, latin);
    const saved = await opened.save('song "Mine" {}\n', disk);
    assert.equal(saved.ok, false);
    assert.match(saved.ok ? '' : saved.reason, /not UTF-8/);
    assert.deepEqual(await fs.readFile(file), latin);
    await until(() => unreadable.some((reason) => /not UTF-8/.test(reason)));
  });

  test('writes again what was removed', async () => {
    const opened = await open(Buffer.concat([mark, Buffer.from('song "One" {}\n')]));
    const { disk } = await opened.read();
    await fs.rm(file);
    assert.equal((await opened.save('song "One" {}\n', disk)).ok, true);
    assert.deepEqual(await fs.readFile(file), Buffer.concat([mark, Buffer.from('song "One" {}\n')]));
  });

  test('keeps the mark through an edit in the page, and counts no character of it', async () => {
    const studio = await openStudio(`\ufeff${twoBars}`);
    try {
      assert.equal(await studio.text(), twoBars);
      assert.ok(!(await studio.page.locator('#file').innerText()).includes('●'));
      await studio.replace('Two Bars', 'Drei');
      await studio.page.keyboard.press('Control+s');
      await until(() => studio.onDisk().includes('Drei'));
      assert.equal(studio.onDisk(), `\ufeff${twoBars.replace('Two Bars', 'Drei')}`);
    } finally {
      await studio.close();
    }
  });

  test('tells in the page when the file stops to be text', async () => {
    const studio = await openStudio();
    try {
      await fs.writeFile(studio.file, latin);
      await studio.page.locator('#message', { hasText: 'not UTF-8' }).waitFor();
      await studio.replace('Two Bars', 'Mine');
      await studio.page.keyboard.press('Control+s');
      await studio.page.locator('#message.wrong', { hasText: 'not UTF-8' }).waitFor();
      assert.deepEqual(await fs.readFile(studio.file), latin);
      assert.match(await studio.page.locator('#file').innerText(), /●/);
    } finally {
      await studio.close();
    }
  });
});
