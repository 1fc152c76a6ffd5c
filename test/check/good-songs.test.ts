// No crying wolf: songs as good producers write them, and nothing in them that one would wave away.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { profiles } from '../../src/check/profiles.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { readingOf } from '../languages/typescript/evaluated.ts';
import { type Checked, checked, checkedReading } from './checked.ts';
import { recordings } from './good-recordings.ts';

const folder = new URL('good-songs/', import.meta.url);
const names = fs.readdirSync(folder).sort();

const read = async (name: string): Promise<Checked> => {
  const text = fs.readFileSync(new URL(name, folder), 'utf8');
  if (!name.endsWith('.ts')) return checked(text, { recordings });
  return checkedReading(await readingOf(text), { recordings });
};

suite('well-made songs', () => {
  test('are of eight kinds at least, and all profiles; some are programs', async () => {
    assert.ok(names.length >= 8, names.join());
    const songs = await Promise.all(names.map(read));
    const used = new Set(songs.map(({ reading }) => reading.song.checks?.profile?.name));
    assert.deepEqual(
      profiles.filter(({ name }) => !used.has(name)).map(({ name }) => name),
      [],
    );
    assert.ok(names.filter((name) => name.endsWith('.song.ts')).length >= 2);
  });

  for (const name of names)
    test(`${name}: nothing that a good producer would wave away`, async () => {
      const { reading, problems } = await read(name);
      const { bars, tracks } = layOut(reading.song);
      assert.deepEqual(
        [...reading.problems.filter(({ severity }) => severity === 'error'), ...problems]
          .filter(({ severity }) => severity !== 'information')
          .map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      assert.ok(bars >= 16 && bars <= 80, `${bars} bars`);
      assert.ok(
        tracks.every(({ notes, takes }) => notes.length + takes.length > 0),
        'every track plays',
      );
    });
});
