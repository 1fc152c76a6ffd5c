// The page about songs in TypeScript: its examples are type-checked as an editor does, run, checked and laid out.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { readingOf } from '../languages/typescript/evaluated.ts';
import { typeErrors } from '../languages/typescript/types.ts';

const page = fs.readFileSync(new URL('../../docs/typescript.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```ts( alone)?\n([\s\S]*?)```/g)].map(([, alone, text]) => ({
  alone: alone !== undefined,
  text: text!,
}));
const songs = [
  blocks.flatMap(({ alone, text }) => (alone ? [] : [text])).join('\n'),
  ...blocks.flatMap(({ alone, text }) => (alone ? [text] : [])),
];

suite('docs/typescript.md', () => {
  test('has songs that run without a mistake, and play', async () => {
    assert.equal(songs.length, 2);
    for (const text of songs) {
      const reading = await readingOf(text);
      const timeline = layOut(reading.song);
      const found = [
        ...reading.problems,
        ...timeline.problems,
        ...check(reading.song, timeline, reading.origins),
      ];
      assert.deepEqual(
        found.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
        [],
      );
      assert.ok(timeline.tracks.every(({ notes }) => notes.length > 0));
    }
  });

  test('has songs without a type error', () => {
    for (const text of songs) assert.deepEqual(typeErrors(text), []);
    // TypeScript reads the whole table of types: seconds where the machine is busy.
  }).timeout(60_000);

  test('says the limits that hold', async () => {
    const { defaultLimits } = await import('../../src/languages/typescript/sandbox.ts');
    assert.match(
      page,
      new RegExp(`${defaultLimits.milliseconds / 1000} seconds and ${defaultLimits.megabytes} MB`),
    );
  });
});
