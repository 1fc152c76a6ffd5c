// No crying wolf: songs as good producers write them, and nothing in them that one would wave away.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { profiles } from '../../src/check/profiles.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { checked } from './checked.ts';
import { recordings } from './good-recordings.ts';

const folder = new URL('good-songs/', import.meta.url);
const names = fs.readdirSync(folder).sort();

suite('well-made songs', () => {
  test('are of eight kinds at least, and most profiles', () => {
    assert.ok(names.length >= 8, names.join());
    const used = new Set(
      names.map(
        (name) => checked(fs.readFileSync(new URL(name, folder), 'utf8')).reading.song.checks?.profile?.name,
      ),
    );
    assert.ok(profiles.filter(({ name }) => used.has(name)).length >= 6);
  });

  for (const name of names)
    test(`${name}: nothing that a good producer would wave away`, () => {
      const { reading, problems } = checked(fs.readFileSync(new URL(name, folder), 'utf8'), { recordings });
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
