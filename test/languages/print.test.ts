// A song printed from its model reads back as the same song, and plays the same notes.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { print } from '../../src/languages/song/print.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { heard } from './heard.ts';
import { meaning, mixed, road, small, whole } from './song-data.ts';

const folder = new URL('../../samples/', import.meta.url);
const samples = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.song'))
  .map((name) => [name, fs.readFileSync(new URL(name, folder), 'utf8')] as const);

suite('A song printed', () => {
  for (const [name, text] of [
    ...samples,
    ['road', road],
    ['whole', whole],
    ['small', small],
    ['mixed', mixed],
  ] as const) {
    test(`${name} is the same song, and plays the same notes`, () => {
      const before = songLanguage.read(text);
      const printed = print(before.song, before.origins);
      const after = songLanguage.read(printed);
      assert.deepEqual(errors(after), errors(before));
      assert.deepEqual(meaning(after.song), meaning(before.song));
      assert.deepEqual(
        after.song.ignores.map(({ rule, reason }) => `${rule}: ${reason}`),
        before.song.ignores.map(({ rule, reason }) => `${rule}: ${reason}`),
      );
      assert.deepEqual(heard(layOut(after.song)), heard(layOut(before.song)));
      assert.equal(songLanguage.format(after), printed);
      assert.equal(print(after.song, after.origins), printed, 'printed again it is the same text');
    });
  }
});

const errors = ({ problems }: { readonly problems: readonly { severity: string; message: string }[] }) =>
  problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
