// Chance in mini-notation: the same for one seed, on every machine, whatever is asked for and when.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { rational } from '../../src/music/rational.ts';
import { drawAt, drawOfNote, isWithin, pickOf, seedOf, textPlace } from '../../src/pattern/chance.ts';
import { evaluator } from '../../src/pattern/expression.ts';
import { cycles, query } from '../../src/pattern/query.ts';
import { notesIn, patternOf } from './plays.ts';
import { mini } from './songs.ts';

const count = (text: string, bars: number, seed = 0): number =>
  query(patternOf(text, seed), rational(0), rational(bars)).length;

/** Within five standard deviations of what a fair coin of that weight gives: never missed by chance, for the draws are fixed. */
const isAbout = (found: number, of: number, share: number): void => {
  const away = 5 * Math.sqrt(of * share * (1 - share));
  assert.ok(Math.abs(found - of * share) < away, `${found} of ${of} is not about ${share}`);
};

suite('A draw', () => {
  test('is the same bits on every machine', () => {
    assert.deepEqual(
      [drawAt(0, 0), drawAt(7, 0), drawAt(7, 1), drawAt(7, -1), drawAt(7, 1, 1, 2), drawAt(2 ** 40, 2 ** 21)],
      [1039234371, 3912076772, 3439863530, 1700965785, 3659907279, 3046229997],
    );
    assert.deepEqual(
      [seedOf(0, 1), seedOf(1, 0), textPlace(''), textPlace('hh*8 0')],
      [126664943, 3552932736, 2247144487, 1141504943],
    );
  });

  test('does not depend on how finely a pattern counts', () => {
    for (const grid of [4, 12, 4096])
      assert.equal(drawOfNote(7, grid, 5, 0, grid, grid / 4), drawAt(7, 5, 1, 4));
    // A note that began two cycles ago has the draw of that moment.
    assert.equal(drawOfNote(7, 4, 5, 100, 8, 100 - 12), drawAt(7, 3, 1, 2));
  });

  test('is spread evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let cycle = 0; cycle < 20_000; cycle += 1) tenths[pickOf(drawAt(3, cycle), 10)]! += 1;
    for (const found of tenths) isAbout(found, 20_000, 0.1);
    assert.equal(pickOf(2 ** 32 - 1, 3), 2);
    assert.ok(isWithin(0, rational(1, 1_000_000)) && !isWithin(2 ** 32 - 1, rational(999_999, 1_000_000)));
  });
});

suite('Chance', () => {
  test('? leaves out half of the notes, each on its own; ?p that share', () => {
    isAbout(count('hh*16?', 500), 8000, 0.5);
    isAbout(count('hh*16?0.3', 500), 8000, 0.7);
    isAbout(count('[bd sd]?0.9', 2000), 4000, 0.1);
    assert.equal(count('hh*16?0', 10), 160);
    assert.equal(count('hh*16?1', 10), 0);
    isAbout(count('bd?(3,8)', 1000), 3000, 0.5);
  });

  test('is the same whenever asked, and other for another seed', () => {
    const heard = (seed: number) => notesIn(patternOf('[bd|sd|hh] [c4 e4]*4?', seed), 0, 40);
    assert.equal(heard(7), heard(7));
    assert.notEqual(heard(7), heard(8));
    const whole = query(patternOf('hh*8?', 7), rational(0), rational(8));
    const parts = [0, 3, 4, 5].flatMap((from, index, all) =>
      query(patternOf('hh*8?', 7), rational(from), rational(all[index + 1] ?? 8)),
    );
    assert.deepEqual(parts, whole);
  });

  test('of more chance is a part of what less leaves', () => {
    const left = (chance: string) => new Set(notesIn(patternOf(`hh*16?${chance}`, 7), 0, 50).split(', '));
    for (const note of left('0.7')) assert.ok(left('0.4').has(note), note);
  });

  test('draws once for notes that begin together, and for each copy of a step', () => {
    const chords = notesIn(patternOf('[c4,e4,g4]*4?', 7), 0, 20).split(', ');
    for (const pitch of ['e4', 'g4'])
      assert.deepEqual(
        chords.filter((note) => note.startsWith(pitch)).map((note) => note.slice(3)),
        chords.filter((note) => note.startsWith('c4')).map((note) => note.slice(3)),
      );
    const counts = new Set(Array.from({ length: 40 }, (_, seed) => count('bd?!4', 1, seed)));
    assert.deepEqual([...counts].sort(), [0, 1, 2, 3, 4]);
  });

  test('of two steps is independent, and of two texts', () => {
    const together = Array.from({ length: 400 }, (_, bar) => {
      const notes = notesIn(patternOf('bd? sd?', 7), bar, bar + 1);
      return `${notes.includes('bd')} ${notes.includes('sd')}`;
    });
    for (const kind of ['true true', 'true false', 'false true', 'false false'])
      isAbout(together.filter((found) => found === kind).length, 400, 0.25);
    const rhythm = (text: string) => notesIn(patternOf(text, 7), 0, 20).replaceAll(/[a-z]/g, '');
    assert.notEqual(rhythm('bd*8?'), rhythm('sd*8?'));
  });

  test('of a step stays as it is when another is written before it', () => {
    const hats = (text: string) =>
      notesIn(patternOf(text, 7), 0, 20)
        .split(', ')
        .filter((note) => note.startsWith('hh'));
    assert.deepEqual(hats('[hh*8?, bd]'), hats('[hh*8?, sd*3?, bd?]'));
    assert.deepEqual(hats('[sd*4?, hh*8?]'), hats('[hh*8?, bd]'));
  });

  test('| chooses one of its sequences in each cycle', () => {
    const bars = Array.from({ length: 900 }, (_, bar) =>
      notesIn(patternOf('[bd | sd sd | hh*3]', 7), bar, bar + 1),
    );
    isAbout(bars.filter((bar) => /^bd [^,]*$/.test(bar)).length, 900, 1 / 3);
    isAbout(bars.filter((bar) => bar.split('sd').length === 3).length, 900, 1 / 3);
    isAbout(bars.filter((bar) => bar.split('hh').length === 4).length, 900, 1 / 3);
    // Four times a bar, four choices.
    const fast = new Set(
      Array.from({ length: 60 }, (_, bar) =>
        notesIn(patternOf('[bd|sd]*4', 7), bar, bar + 1).replaceAll(/[^bs]/g, ''),
      ),
    );
    assert.ok(fast.size > 10, `${fast.size} of 16 orders`);
    // A comma cuts before a choice does.
    assert.match(notesIn(patternOf('[c4, e4 | g4]', 7), 0, 1), /^c4 0-1, [eg]4 0-1$/);
    assert.match(notesIn(patternOf('<a3 b3 | c4>', 7), 0, 1), /^(a3|c4) 0-1$/);
  });

  test('never comes round', () => {
    for (const text of ['bd?', '[bd|sd]', 'c4 <e4 [g4|a4]>', '{c4 e4?}%3', 'hh*<2 3?>'])
      assert.equal(cycles(patternOf(text)), undefined, text);
    assert.equal(cycles(patternOf('bd?0 sd')), 1);
  });

  test('grows from the seed of the song', () => {
    const played = (seed: number) =>
      notesIn(
        evaluator({ patterns: [], progressions: [], meter: { beats: 4, unit: 4, id: 0 }, seed })(
          mini('hh*8?'),
        ),
        0,
        8,
      );
    assert.equal(played(3), notesIn(patternOf('hh*8?', 3), 0, 8));
    assert.notEqual(played(3), played(4));
  });
});
