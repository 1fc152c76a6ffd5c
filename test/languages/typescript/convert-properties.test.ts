// Songs carried from one language to the other and back: the same notes, syllables and lanes, and the same mix.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { print as printSong } from '../../../src/languages/song/print.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { print as printTypescript } from '../../../src/languages/typescript/print.ts';
import type { Song } from '../../../src/song/song.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { heard } from '../heard.ts';
import { meaning, mixed, road, small } from '../song-data.ts';
import { readingOf } from './evaluated.ts';
import { typeErrors } from './types.ts';

const folder = new URL('../../../samples/', import.meta.url);
const samples = fs
  .readdirSync(folder)
  .filter((name) => /\.song(?:\.ts)?$/.test(name))
  .map((name) => [name, fs.readFileSync(new URL(name, folder), 'utf8')] as const);

const errors = ({ problems }: { readonly problems: readonly { severity: string; message: string }[] }) =>
  problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);

suite('Carried to the other language and back', () => {
  const songs: readonly (readonly [string, string])[] = [
    ...samples,
    ['road.song', road],
    ['small.song', small],
    ['mixed.song', mixed],
  ];
  for (const [name, text] of songs)
    test(`${name} is the same song`, async () => {
      const { song } = name.endsWith('.ts') ? await readingOf(text) : songLanguage.read(text);
      const printed = printTypescript(song);
      assert.deepEqual(typeErrors(printed), []);
      const typescript = await readingOf(printed);
      assert.deepEqual(errors(typescript), []);
      same(typescript.song, song);
      const back = songLanguage.read(printSong(typescript.song, []));
      assert.deepEqual(errors(back), []);
      same(back.song, song);
      const again = printTypescript(back.song);
      same((await readingOf(again)).song, song);
    });
});

/** The same to the ear, and to whoever mixes it. */
const same = (one: Song, other: Song): void => {
  assert.deepEqual(heard(layOut(one)), heard(layOut(other)));
  assert.deepEqual(mixOf(one), mixOf(other));
};

/** Names of sounds are as each language lets them be; the names of tracks are those of the mixer. */
const mixOf = (song: Song) => {
  const { title, author, album, tracks, buses, master, brief, expectations, deliveries, checks } = song;
  const { instruments, kits } = song;
  const soundOf = (name: string | undefined) => {
    const sound = [...instruments, ...kits].find((instrument) => instrument.name.name === name);
    return sound && { ...sound, name: undefined, settings: byPath(sound.settings) };
  };
  const strip = <Part extends (typeof tracks)[number]>(part: Part) => ({
    ...part,
    inserts: part.inserts.map((insert) => ({ ...insert, settings: byPath(insert.settings) })),
    instrument: soundOf(part.instrument?.name),
  });
  return meaning({
    title,
    author,
    album: album?.value,
    tracks: tracks.map(strip),
    buses: buses.map(strip),
    master: { ...master, inserts: master.inserts.map((one) => ({ ...one, settings: byPath(one.settings) })) },
    brief,
    expectations,
    deliveries,
    checks,
  } as unknown as Song);
};

const byPath = <Part extends { readonly path: string }>(settings: readonly Part[]): readonly Part[] =>
  [...settings].sort((one, other) => (one.path < other.path ? -1 : 1));
