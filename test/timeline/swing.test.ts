// Swing: the off-notes of a grid come late, on every track, and nothing else loses its place.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { Swing } from '../../src/song/place.ts';
import type { Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { measure, mini, transformed } from '../pattern/songs.ts';
import { arranged, meter, notesOf, section, song } from './songs.ts';

const swing = (amount: number, of: number): Swing => ({
  amount: measure(amount, 'ratio'),
  of: measure(of, 'notes'),
  id: 0,
});

const swings = (text: string, amount: number, of: number, parts: Partial<Song> = {}) =>
  layOut(
    song({
      swing: swing(amount, of),
      sections: [section('a', 1, { bass: mini(text) })],
      arrangement: arranged('a'),
      ...parts,
    }),
  );

suite('Swing', () => {
  test('delays each second eighth, and the note before it lasts as much longer', () => {
    assert.equal(
      notesOf(swings('c4 d4 e4 f4 g4 a4 b4 c5', 0.6, 1 / 8), 'bass').slice(0, 54),
      'c4 0+3/20, d4 3/20+1/10, e4 1/4+3/20, f4 2/5+1/10, g4 ',
    );
  });

  test('moves sixteenths by its grid, and drum hits as notes', () => {
    const timeline = swings('bd*16', 0.75, 1 / 16, {
      sections: [section('a', 1, { drum: mini('bd*16') })],
    });
    assert.match(notesOf(timeline, 'drum'), /^bd 0\+3\/32, bd 3\/32\+1\/32, bd 1\/8\+3\/32,/);
    assert.equal(timeline.tracks[1]!.notes[1]!.startSeconds, (3 / 32) * 2);
  });

  test('leaves quarters, downbeats and triplets where they are', () => {
    assert.equal(
      notesOf(swings('c4 d4 e4 f4', 0.6, 1 / 8), 'bass'),
      notesOf(swings('c4 d4 e4 f4', 0.5, 1 / 8), 'bass'),
    );
    assert.equal(
      notesOf(swings('[c4 d4 e4]*4', 0.6, 1 / 8), 'bass'),
      notesOf(swings('[c4 d4 e4]*4', 0.5, 1 / 8), 'bass'),
    );
  });

  test('takes the notes between along: sixteenths under swung eighths', () => {
    assert.match(
      notesOf(swings('c4*16', 0.6, 1 / 8), 'bass'),
      /^c4 0\+3\/40, c4 3\/40\+3\/40, c4 3\/20\+1\/20, c4 1\/5\+1\/20, c4 1\/4/,
    );
  });

  test('swings a note that is humanized off the grid as much as one on it', () => {
    const late = transformed(mini('~ d4 ~ ~ ~ ~ ~ ~'), 'late', measure(1 / 1024 + 1 / 999, 'bars'));
    const timeline = swings('', 0.6, 1 / 8, { sections: [section('a', 1, { bass: late })] });
    const [note] = timeline.tracks[0]!.notes;
    const at = note!.start.n / note!.start.d;
    assert.ok(at > 0.15 && at < 0.153, String(at));
  });

  test('begins anew at every bar line, and lets the odd eighth of 7/8 be', () => {
    const timeline = swings('c4*7', 0.6, 1 / 8, {
      meter: meter('7/8'),
      sections: [section('a', 2, { bass: mini('c4*7') })],
    });
    const starts = timeline.tracks[0]!.notes.map(({ start }) => Number(((start.n / start.d) * 7).toFixed(6)));
    assert.deepEqual(starts, [0, 1.2, 2, 3.2, 4, 5.2, 6, 7, 8.2, 9, 10.2, 11, 12.2, 13]);
  });

  test('keeps the order and the end of what is not a tuplet, whatever the pattern', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'c4*8',
          'c4*16',
          '[c4 d4]*4 e4',
          'c4@3 d4 e4*2 f4',
          'bd(3,8) sd',
          '[c4 e4 g4]*2 c4*4',
        ),
        fc.integer({ min: 50, max: 80 }),
        fc.constantFrom(1 / 8, 1 / 16, 1 / 4),
        (text, percent, of) => {
          const notes = swings(text, percent / 100, of).tracks[0]!.notes;
          const straight = swings(text, 0.5, of).tracks[0]!.notes;
          assert.equal(notes.length, straight.length);
          for (const [index, { start, length }] of notes.entries()) {
            assert.ok(length.n > 0);
            assert.ok(start.n / start.d + length.n / length.d <= 1 + 1e-12);
            assert.ok(
              index === 0 || start.n / start.d >= notes[index - 1]!.start.n / notes[index - 1]!.start.d,
            );
          }
        },
      ),
    );
  });
});
