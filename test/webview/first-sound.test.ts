// What the panel tells a person to begin with plays as it stands.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { firstSound } from '../../webview/panel/model/first-sound.ts';

suite('The first sound', () => {
  const plays = (text: string): readonly string[] => {
    const { song, problems } = songLanguage.read(text);
    assert.ok(layOut(song).tracks.some(({ notes }) => notes.length > 0));
    return problems.map(({ severity }) => severity);
  };

  test('plays in an empty text, where only a title is missing, and under a title without a problem', () => {
    assert.deepEqual(plays(firstSound), ['information']);
    assert.deepEqual(plays(`song "Untitled" { tempo 120bpm, meter 4/4 }\n${firstSound}\n`), []);
  });
});
