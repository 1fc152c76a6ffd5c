// What sounds stays lit on its own characters while the text before and behind it is typed.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { movedRanges } from '../../src/session/moved-ranges.ts';

const moved = (before: string, after: string, word: string): string | undefined => {
  const from = before.indexOf(word);
  const range = movedRanges(before, after)({ from, to: from + word.length });
  return range && after.slice(range.from, range.to);
};

suite('Places that move with the text', () => {
  test('keep their words before and behind what is typed', () => {
    const before = '"c4 e4 g4"';
    for (const [after, words] of [
      ['"c4 e4 f4 g4"', ['c4', 'e4', 'g4']],
      ['// new\n"c4 e4 g4"', ['c4', 'e4', 'g4']],
      ['"e4 g4"', ['e4', 'g4']],
      [before, ['c4', 'e4', 'g4']],
    ] as const)
      for (const word of words) assert.equal(moved(before, after, word), word, after);
  });
  test('are none where they have changed themselves', () => {
    assert.equal(moved('"c4 e4"', '"c4 f4"', 'e4'), undefined);
    assert.equal(moved('"c4 e4"', '"c4 ', 'e4'), undefined);
  });
});
