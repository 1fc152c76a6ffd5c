// A song laid out: sections in the order of the arrangement, each note at its exact place.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Section } from '../../src/song/song.ts';
import { layOut, longest } from '../../src/timeline/lay-out.ts';
import { measure, mini, named, transformed } from '../pattern/songs.ts';
import { arranged, name, notesOf, section, song } from './songs.ts';

suite('A song laid out', () => {
  test('plays its sections in order, each from its first bar', () => {
    const timeline = layOut(
      song({
        sections: [
          section('verse', 2, { bass: mini('a1 c2') }),
          section('chorus', 1, { bass: mini('f1'), drum: mini('bd*2') }),
        ],
        arrangement: arranged('verse chorus*2 verse'),
      }),
    );
    assert.deepEqual([timeline.bars, timeline.seconds], [6, 12]);
    assert.deepEqual(
      timeline.sections.map((placed) => [
        placed.name,
        placed.bar,
        placed.bars,
        placed.repeat,
        placed.id,
        placed.startSeconds,
        placed.endSeconds,
      ]),
      [
        ['verse', 0, 2, 0, 100, 0, 4],
        ['chorus', 2, 1, 0, 101, 4, 6],
        ['chorus', 3, 1, 1, 101, 6, 8],
        ['verse', 4, 2, 0, 102, 8, 12],
      ],
    );
    assert.equal(
      notesOf(timeline, 'bass'),
      'a1 0+1/2, c2 1/2+1/2, a1 1+1/2, c2 3/2+1/2, f1 2+1, f1 3+1, a1 4+1/2, c2 9/2+1/2, a1 5+1/2, c2 11/2+1/2',
    );
    assert.equal(notesOf(timeline, 'drum'), 'bd 2+1/2, bd 5/2+1/2, bd 3+1/2, bd 7/2+1/2');
    assert.deepEqual(timeline.barSeconds, [0, 2, 4, 6, 8, 10, 12]);
    assert.deepEqual(
      timeline.tracks[1]!.notes.map(({ startSeconds }) => startSeconds),
      [4, 5, 6, 7],
    );
  });

  test('loops a pattern to the end of its section, and cuts what would go on', () => {
    const timeline = layOut(
      song({
        sections: [section('verse', 5, { bass: mini('<a1@3 c2>') })],
        arrangement: arranged('verse*2'),
      }),
    );
    assert.equal(notesOf(timeline, 'bass'), 'a1 0+3, c2 3+1, a1 4+1, a1 5+3, c2 8+1, a1 9+1');
  });

  test('plays every bar of a pattern on each time round', () => {
    const timeline = layOut(
      song({ sections: [section('verse', 5, { bass: mini('a1 | c2') })], arrangement: arranged('verse') }),
    );
    assert.equal(notesOf(timeline, 'bass'), 'a1 0+1, c2 1+1, a1 2+1, c2 3+1, a1 4+1');
  });

  test('counts time in the meter of the song', () => {
    const timeline = layOut(
      song({
        meter: { beats: 6, unit: 8, id: 0 },
        sections: [section('a', 2, { bass: mini('a1*6') })],
        arrangement: arranged('a'),
      }),
    );
    assert.equal(timeline.seconds, 3);
    assert.equal(timeline.tracks[0]!.notes[7]!.startSeconds, 1.75);
    assert.equal(timeline.tracks[0]!.notes[7]!.lengthSeconds, 0.25);
  });

  test('plays a chord as its notes, all of one source', () => {
    const timeline = layOut(
      song({
        sections: [
          section('a', 2, { bass: transformed(mini('| Am7 | G/B |', 7), 'velocity', measure(0.5, 'ratio')) }),
        ],
        arrangement: arranged('a'),
      }),
    );
    assert.equal(notesOf(timeline, 'bass'), 'a3 0+1, c4 0+1, e4 0+1, g4 0+1, b2 1+1, g3 1+1, b3 1+1, d4 1+1');
    assert.deepEqual(
      timeline.tracks[0]!.notes.map(({ id }) => id),
      [7, 7, 7, 7, 8, 8, 8, 8],
    );
    assert.ok(timeline.tracks[0]!.notes.every(({ velocity }) => velocity === 0.5));
  });

  test('orders a track by start, then by pitch, over all that plays on it', () => {
    const both: Section = {
      ...section('a', 1, {}),
      parts: [
        { track: name('bass'), expression: mini('e4 [g4, c4]'), id: 0 },
        { track: name('bass'), expression: mini('c4*3'), id: 0 },
      ],
    };
    const timeline = layOut(song({ sections: [both], arrangement: arranged('a') }));
    assert.equal(
      notesOf(timeline, 'bass'),
      'c4 0+1/3, e4 0+1/2, c4 1/3+1/3, c4 1/2+1/2, g4 1/2+1/2, c4 2/3+1/3',
    );
  });

  test('leaves out what is unknown, and keeps every track', () => {
    const timeline = layOut(
      song({
        sections: [
          section('a', 1, { nobody: mini('c4'), bass: named('nothing'), drum: mini('bd') }),
          section('void', 0, { bass: mini('c4') }),
        ],
        arrangement: arranged('a nowhere void*1000000000 a'),
      }),
    );
    assert.deepEqual([timeline.bars, timeline.sections.length], [2, 2]);
    assert.deepEqual(
      timeline.tracks.map((found) => [found.track, found.notes.length]),
      [
        ['bass', 0],
        ['drum', 2],
      ],
    );
    assert.equal(timeline.truncated, undefined);
  });

  test('of no arrangement is empty', () => {
    const timeline = layOut(song({}));
    assert.deepEqual(
      [timeline.bars, timeline.seconds, timeline.barSeconds, timeline.tracks.length],
      [0, 0, [0], 2],
    );
  });

  test('that is too long is cut at the limit, and says so', () => {
    const long = song({
      sections: [section('a', 60, { bass: mini('c4/512') })],
      arrangement: arranged('a*1000000'),
    });
    const cut = layOut(long, { ...longest, bars: 100 });
    assert.deepEqual([cut.bars, cut.sections.length, cut.truncated], [60, 1, 'bars']);
    const dense = song({
      sections: [section('a', 4, { bass: mini('c4*16'), drum: mini('bd') })],
      arrangement: arranged('a*3'),
    });
    const short = layOut(dense, { ...longest, notes: 100 });
    assert.deepEqual(
      [short.tracks.map(({ notes }) => notes.length), short.truncated, short.bars],
      [[96, 4], 'notes', 12],
    );
    assert.equal(layOut(dense, { ...longest, notes: 1000 }).truncated, undefined);
  });
});
