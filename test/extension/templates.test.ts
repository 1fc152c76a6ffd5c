// What a new song can begin with: each plays as it is, and no check has more to say than that its aim is not
// written down yet.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const folder = new URL('../../src/extension/templates/', import.meta.url);
const names = fs.readdirSync(folder);

suite('A new song', () => {
  test('can begin with what is listed, and all of it is', () => {
    const listed = fs.readFileSync(new URL('../../src/extension/templates.ts', import.meta.url), 'utf8');
    for (const name of names) assert.ok(listed.includes(`./templates/${name}`), name);
    assert.ok(names.length >= 6);
  });

  for (const name of names)
    test(`from ${name} plays as it is`, () => {
      const text = fs.readFileSync(new URL(name, folder), 'utf8');
      const reading = songLanguage.read(text);
      const timeline = layOut(reading.song);
      const problems = [...reading.problems, ...check(reading.song, timeline, reading.origins)];
      assert.deepEqual(
        problems.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
        [],
      );
      assert.deepEqual(
        [...new Set(problems.map(({ rule }) => rule))].filter((rule) => rule !== 'BRF1'),
        [],
      );
      assert.equal(songLanguage.format(reading), text);
      const notes = timeline.tracks.reduce((sum, track) => sum + track.notes.length, 0);
      if (name !== 'empty.song') assert.ok(notes > 50, `${notes} notes`);
    });
});
