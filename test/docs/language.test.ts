// The page about the language: every example on it is read, and those of one song are checked and laid out.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { headerWords, keywords } from '../../src/languages/song/keywords.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Problem } from '../../src/song/problem.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const page = fs.readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```song( alone)?\n([\s\S]*?)```/g)].map(([, alone, text]) => ({
  alone: alone !== undefined,
  text: text!,
}));
const wrong = (found: readonly Problem[]): readonly string[] =>
  found.filter(({ severity }) => severity !== 'information').map(({ message }) => message);

suite('docs/language.md', () => {
  const song = blocks.flatMap(({ alone, text }) => (alone ? [] : [text])).join('\n');
  test('is a song without a mistake where its examples are joined', () => {
    const reading = songLanguage.read(song);
    const timeline = layOut(reading.song);
    assert.deepEqual(
      wrong([...reading.problems, ...timeline.problems, ...check(reading.song, timeline, reading.origins)]),
      [],
    );
    assert.ok(
      timeline.tracks.every(({ notes }) => notes.length > 0),
      'every track plays',
    );
    assert.ok(timeline.lyrics.length > 0);
  });
  test('has examples that stand alone, which read without a mistake', () => {
    const alone = blocks.filter((block) => block.alone);
    assert.ok(alone.length > 2);
    for (const { text } of alone) assert.deepEqual(wrong(songLanguage.read(text).problems), [], text);
  });
  test('is laid out as the formatter does', () => {
    for (const { text } of blocks) assert.equal(songLanguage.format(songLanguage.read(text)), text);
  });
  test('shows every word that starts a line, and every word of the header', () => {
    for (const { word } of keywords)
      assert.ok(
        blocks.some(({ text }) => new RegExp(`^${word}\\b`, 'm').test(text)),
        word,
      );
    for (const { word } of headerWords)
      assert.ok(
        blocks.some(({ text }) => new RegExp(`^ +${word}\\b`, 'm').test(text)),
        word,
      );
  });
});
