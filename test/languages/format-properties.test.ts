// The layout of many texts: once is enough, and the song stays the same.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { chance, meaning, small } from './song-data.ts';

suite('formatting any text', () => {
  test('is done at once, and changes no song, whole or broken', () => {
    const random = chance(3);
    const spaces = ['', ' ', '   ', '\t', '\n', '\n  ', '\r\n\r\n\r\n'];
    for (let round = 0; round < 300; round++) {
      const at = Math.floor(random() * small.length);
      const text = small.slice(0, at) + spaces[round % spaces.length]! + small.slice(at + (round % 3));
      const before = songLanguage.read(text);
      const once = songLanguage.format(before);
      const after = songLanguage.read(once);
      assert.equal(songLanguage.format(after), once);
      assert.deepEqual(meaning(after.song), meaning(before.song), text);
      assert.equal(after.problems.length, before.problems.length);
      assert.equal(once.replace(/\s/g, ''), text.replace(/\s/g, ''));
    }
  });
});
