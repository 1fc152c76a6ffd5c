// Any text is read: every prefix of a song, every character taken away, and texts made to hurt.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Reading } from '../../src/languages/language.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { chance, road, small, whole } from './song-data.ts';

/** Reads a text and holds every place in the reading to the text. */
function read(text: string): Reading {
  const reading = songLanguage.read(text);
  const { origins, problems } = reading;
  const outside = origins.find(({ from, to }) => !(0 <= from && from <= to && to <= text.length));
  if (outside) assert.fail(`${outside.from}..${outside.to} in ${JSON.stringify(text)}`);
  for (const { id, also = [], message } of problems) {
    for (const place of [id, ...also]) assert.ok(origins[place], message);
    const isShown = text === '' || origins[id]!.to > origins[id]!.from;
    if (!isShown) assert.fail(`nothing is underlined: ${message} in ${JSON.stringify(text)}`);
    assert.ok(message.length > 10 && /[.!?)…]$/.test(message), `a sentence: ${message}`);
  }
  return reading;
}

/** All features at one place of a text. */
function use(text: string, offset: number): void {
  const reading = read(text);
  songLanguage.hover(reading, offset);
  songLanguage.complete(reading, offset);
  songLanguage.outline(reading);
  const laidOut = songLanguage.format(reading);
  assert.equal(songLanguage.format(songLanguage.read(laidOut)), laidOut);
  for (const fix of reading.problems.flatMap(({ fixes = [] }) => fixes)) {
    assert.ok(songLanguage.edit(reading, fix.changes).ok, fix.title);
  }
}

suite('any text is read', () => {
  test('the sample songs are songs', () => {
    assert.deepEqual(read(road).problems, []);
    assert.deepEqual(read(small).problems, []);
  });
  test('every prefix of a song', () => {
    for (let end = 0; end <= road.length; end += 13) read(road.slice(0, end));
    for (let end = 0; end <= small.length; end++) use(small.slice(0, end), end);
    for (let end = 0; end <= whole.length; end++) read(whole.slice(0, end));
    for (let end = 3; end <= whole.length; end += 23) use(whole.slice(0, end), end);
  });
  test('every character of a song taken away', () => {
    for (let at = 0; at < road.length; at += 13) read(road.slice(0, at) + road.slice(at + 1));
    for (let at = 0; at < small.length; at += 2) use(small.slice(0, at) + small.slice(at + 1), at);
    for (let at = 1; at < small.length; at += 2) read(small.slice(0, at) + small.slice(at + 1));
    for (let at = 0; at < whole.length; at += 3) read(whole.slice(0, at) + whole.slice(at + 1));
  });
  test('pieces of a song taken away, and signs put in', () => {
    const random = chance(7);
    const signs = '{}()[]"`|*.,:=#/\n\t é€\ud800';
    for (let round = 0; round < 150; round++) {
      const from = Math.floor(random() * small.length);
      const to = from + Math.floor(random() * random() * 120);
      use(small.slice(0, from) + signs[Math.floor(random() * signs.length)]! + small.slice(to), from);
    }
  });
  test('what is no song says so', () => {
    for (const text of [
      '',
      ' ',
      '\n',
      'hello world',
      '{',
      '}',
      '"',
      '`',
      '42',
      '\0',
      '<html></html>',
      '{"json": true}',
      '// only a comment',
    ]) {
      assert.ok(read(text).problems.length > 0, JSON.stringify(text));
    }
    for (const text of [
      'hello world',
      '{',
      '}',
      '"',
      '42',
      '\0',
      '<html></html>',
      'import x from "y";',
      'track',
      'pattern p =',
      'arrange',
    ]) {
      assert.ok(
        read(text).problems.some(({ severity }) => severity === 'error' || text.startsWith('import')),
        JSON.stringify(text),
      );
    }
  });
  test('texts made to hurt: deep, long, and full of what opens', () => {
    // A reading that is not linear takes minutes for these, and the runner's time limit ends it.
    for (const piece of [
      ',',
      '(',
      '{',
      '.',
      '"',
      '`\n',
      '|',
      'a*',
      'a..',
      'a.',
      'track a {',
      'x(',
      '// codetta-ignore X\n',
      'section a like b with { ',
      'section a like a\n',
      'tempo 96bpm at bar 3, ',
      'ramp to 9bpm over ',
      'automate a.b in c { 0%: ',
      'lyrics a in b "_ Ci-',
      'expect a louder than ',
      'take a = "x" { trim: 1s..',
      'import { a as ',
    ]) {
      const hurt = piece.repeat(Math.ceil(4_000 / piece.length));
      for (const text of [hurt, `track a { ${hurt}`, `track a { eq: ${hurt}`, `pattern p = ${hurt}`]) {
        use(text, text.length);
      }
    }
  });
});
