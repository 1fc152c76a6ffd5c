// Which language a file is in, by its name.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { languageOf } from '../../src/languages/languages.ts';

suite('languages by ending', () => {
  for (const [name, id] of Object.entries({
    'night.song': 'song',
    '/songs/Night Drive.SONG': 'song',
    'file:///songs/night.song?version=1': 'song',
    'night.song.txt': undefined,
    song: undefined,
    'night.wav': undefined,
  })) {
    test(`${name} is ${id ?? 'no song'}`, () => assert.equal(languageOf(name)?.id, id));
  }

  test('a song that has no file yet is what its editor calls it', () => {
    assert.equal(languageOf('untitled:Untitled-1', 'song')?.id, 'song');
    assert.equal(languageOf('untitled:Untitled-1', 'plaintext'), undefined);
  });
});
