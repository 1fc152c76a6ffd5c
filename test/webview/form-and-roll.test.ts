// What gestures on the arrangement and on the piano roll ask for, as plain data.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { PanelRoll } from '../../src/protocol/gestures.ts';
import type { PanelSong } from '../../src/protocol/song-view.ts';
import { dropAt, entryOf, inserted, moved, removed, repeated } from '../../webview/panel/model/form.ts';
import {
  adding,
  boxAt,
  boxesOf,
  moving,
  resizing,
  rowsOf,
  spokenTime,
} from '../../webview/panel/model/roll.ts';

const form = [
  { section: 'intro', repeats: 1, from: 0, to: 5 },
  { section: 'verse', repeats: 2, from: 6, to: 13 },
  { section: 'outro', repeats: 1, from: 14, to: 19 },
];
const words = (placements: readonly { section: string; repeats: number }[]): string =>
  placements.map(({ section, repeats }) => `${section}${repeats > 1 ? `*${repeats}` : ''}`).join(' ');

suite('gestures on the arrangement', () => {
  test('move an entry with all of its repeats', () => {
    assert.equal(words(moved(form, 0, 2)), 'verse*2 intro outro');
    assert.equal(words(moved(form, 2, 0)), 'outro intro verse*2');
    assert.equal(words(moved(form, 0, 3)), 'verse*2 outro intro');
    assert.equal(words(moved(form, 1, 1)), 'intro verse*2 outro');
  });
  test('repeat, put in and take out', () => {
    assert.equal(words(repeated(form, 1, 1)), 'intro verse outro');
    assert.equal(words(inserted(form, 1, 'bridge')), 'intro bridge verse*2 outro');
    assert.equal(words(removed(form, 2)), 'intro verse*2');
  });
  test('know the entry of each repeat, and the nearest border', () => {
    const section = (name: string, bar: number, from: number) => ({
      name,
      bar,
      bars: 4,
      cells: [],
      from,
      to: from,
    });
    const song = {
      form,
      bars: 16,
      sections: [
        section('intro', 0, 0),
        section('verse', 4, 6),
        section('verse', 8, 6),
        section('outro', 12, 14),
      ],
    } as unknown as PanelSong;
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => entryOf(song, index)),
      [0, 1, 1, 2],
    );
    assert.deepEqual(
      [0, 3, 9, 13, 16].map((bars) => dropAt(song, bars)),
      [0, 1, 2, 2, 3],
    );
  });
});

const note = (
  word: string,
  begin: readonly [number, number],
  end: readonly [number, number],
  midi: number[],
) => ({
  begin,
  end,
  word,
  midi,
  velocity: 0.8,
  from: 0,
  to: 0,
});
const roll: PanelRoll = {
  name: 'hook',
  from: 0,
  to: 10,
  bars: 2,
  beats: 4,
  notes: [note('c4', [0, 1], [1, 4], [60]), note('Am', [1, 1], [2, 1], [57, 60, 64])],
  names: Array.from({ length: 128 }, (_, midi) => `n${midi}`),
  scale: [9, 11, 0, 2, 4, 5, 7],
};

suite('the grid of the piano roll', () => {
  test('has a row for each pitch around the notes, shaded by the key', () => {
    const rows = rowsOf(roll);
    assert.ok(rows.some(({ midi }) => midi === 57) && rows.some(({ midi }) => midi === 64));
    assert.deepEqual(
      rows.filter(({ isTonic }) => isTonic).map(({ midi }) => midi! % 12),
      rows.filter(({ isTonic }) => isTonic).map(() => 9),
    );
    assert.equal(rows.find(({ midi }) => midi === 61)!.isInScale, false);
    assert.ok(rows[0]!.midi! > rows.at(-1)!.midi!);
  });
  test('has drums where the pattern has only drums', () => {
    const hit = { ...note('bd', [0, 1], [1, 4], []), hit: 'bd' };
    assert.deepEqual(
      rowsOf({ ...roll, notes: [hit, { ...hit, word: 'clap', hit: 'clap' }] }).map(({ word }) => word),
      ['bd', 'sd', 'hh', 'oh', 'cp', 'rim', 'clap'],
    );
  });
  test('finds notes where they lie, a chord on each of its pitches', () => {
    const rows = rowsOf(roll);
    const boxes = boxesOf(roll, rows);
    assert.equal(boxes.length, 4);
    const row = rows.findIndex(({ midi }) => midi === 60);
    assert.equal(boxAt(boxes, row, 0.1)?.note.word, 'c4');
    assert.equal(boxAt(boxes, row, 0.25), undefined);
    assert.equal(boxAt(boxes, row, 1.5)?.note.word, 'Am');
  });
  test('asks for exact times', () => {
    const rows = rowsOf(roll);
    const boxes = boxesOf(roll, rows);
    const [c4, am] = [boxes[0]!, boxes[1]!];
    assert.deepEqual(adding(rows[0]!, 5, 16), { to: { begin: [5, 16], end: [6, 16], word: rows[0]!.word } });
    assert.deepEqual(moving(c4, 3, rows[0], 16).to, { begin: [3, 16], end: [7, 16], word: rows[0]!.word });
    assert.deepEqual(moving(am, -4, rows[0], 16).to, { begin: [3, 4], end: [7, 4], word: 'Am' });
    assert.deepEqual(resizing(c4, -2, 16).to, { begin: [0, 1], end: [1, 8], word: 'c4' });
    assert.deepEqual(resizing(c4, -9, 16).to, { begin: [0, 1], end: [1, 16], word: 'c4' });
  });
  test('says times as musicians count', () => {
    assert.equal(spokenTime(0, 4), 'bar 1 beat 1');
    assert.equal(spokenTime(1.375, 4), 'bar 2 beat 2.5');
  });
});
