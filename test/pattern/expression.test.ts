// Names in expressions: looked up in the song, and silent where they lead nowhere.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { rational } from '../../src/music/rational.ts';
import { evaluator } from '../../src/pattern/expression.ts';
import { cycles, playCycle, query } from '../../src/pattern/query.ts';
import { notesIn, patternOf } from './plays.ts';
import { mini, named, pattern, transformed } from './songs.ts';

const meter = { beats: 4, unit: 4, id: 0 };

suite('Names of patterns', () => {
  test('play what they stand for, through other names too', () => {
    const evaluate = evaluator({
      patterns: [pattern('riff', transformed(named('base'), 'rev')), pattern('base', mini('c4 e4'))],
      progressions: [pattern('verse_p', mini('| Am | F |'))],
      meter,
    });
    assert.equal(notesIn(evaluate(named('riff')), 0, 1), 'e4 0-1/2, c4 1/2-1');
    assert.equal(notesIn(evaluate(named('verse_p')), 0, 2), 'Am 0-1, F 1-2');
  });

  test('are silent where they are unknown or lead back to themselves', () => {
    const evaluate = evaluator({
      patterns: [
        pattern('a', named('b')),
        pattern('b', transformed(named('a'), 'rev')),
        pattern('c', mini('c4')),
      ],
      progressions: [],
      meter,
    });
    for (const name of ['a', 'b', 'nobody']) assert.equal(notesIn(evaluate(named(name)), 0, 2), '', name);
    assert.equal(notesIn(evaluate(named('c')), 0, 1), 'c4 0-1');
    assert.equal(notesIn(evaluate({ kind: 'silence', id: 0 }), 0, 1), '');
  });

  test('count the first of two that are called the same', () => {
    const evaluate = evaluator({
      patterns: [pattern('a', mini('c4')), pattern('a', mini('e4'))],
      progressions: [],
      meter,
    });
    assert.equal(notesIn(evaluate(named('a')), 0, 1), 'c4 0-1');
  });

  test('keep the ids of the atoms of each text apart', () => {
    const evaluate = evaluator({ patterns: [pattern('a', mini('c4 e4', 40))], progressions: [], meter });
    const ids = query(evaluate(transformed(named('a'), 'rev')), rational(0), rational(1)).map(
      ({ source }) => source,
    );
    assert.deepEqual(ids, [41, 40]);
  });
});

suite('The period of a pattern', () => {
  test('is the bars until it comes round', () => {
    const table: readonly (readonly [string, number | undefined])[] = [
      ['c4', 1],
      ['c4 | e4 | g4', 3],
      ['<a3 b3> <c4 d4 e4>', 6],
      ['<a3 b3>*2', 1],
      ['c4*1.5', 2],
      ['[a3 b3]/4', 4],
      ['<c4@3 e4>', 4],
      ['<c4@1.5 e4>', 5],
      ['<a3 <b3 c4>>', 4],
      ['c4, e4 | g4', 2],
      ['~', 1],
      ['<a3!97 b3!4> <a3!103> [c4/1000]', undefined],
    ];
    for (const [text, period] of table) assert.equal(cycles(patternOf(text)), period, text);
  });
});

suite('A dense pattern', () => {
  test('plays a cycle note by note in exact ticks', () => {
    const pattern = patternOf('[c4 e4 g4]*64');
    const begins: number[] = [];
    playCycle(pattern, 123_456_789, (begin, _end, from) =>
      begins.push(begin === from ? begin / pattern.grid : Number.NaN),
    );
    assert.deepEqual(
      begins,
      Array.from({ length: 192 }, (_, note) => note / 192),
    );
  });

  test('is asked only for what is wanted of it', () => {
    // A thousand bars of sixteenths, of which one is played: the others are never visited.
    const pattern = patternOf(`<${'[c4*16] '.repeat(1000)}>`);
    let count = 0;
    for (let cycle = 0; cycle < 2000; cycle += 1)
      playCycle(pattern, cycle, () => {
        count += 1;
      });
    assert.equal(count, 32_000);
  });
});
