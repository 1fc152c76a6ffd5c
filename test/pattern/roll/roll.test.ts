// Gestures on the piano roll, as the mini-notation that they leave.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { rational } from '../../../src/music/rational.ts';
import { parseMini } from '../../../src/pattern/mini/parse.ts';
import { editRoll, type RollEdit } from '../../../src/pattern/roll/edit.ts';
import { rollOf } from '../../../src/pattern/roll/roll.ts';

/** `1/4` or `2` as a time in bars. */
const at = (written: string) => {
  const [n, d = 1] = written.split('/').map(Number);
  return rational(n!, d);
};

const add = (word: string, begin: string, end: string): RollEdit => ({
  do: 'add',
  begin: at(begin),
  end: at(end),
  word,
});
const drop = (word: string, begin: string): RollEdit => ({ do: 'delete', note: { begin: at(begin), word } });
const move = (word: string, from: string, to: string, begin: string, end: string): RollEdit => ({
  do: 'change',
  note: { begin: at(from), word },
  begin: at(begin),
  end: at(end),
  word: to,
});

const after = (text: string, ...edits: readonly RollEdit[]): string => {
  const result = editRoll(parseMini(text).mini, edits);
  assert.ok(result.ok, result.ok ? '' : `${text}: ${result.reason}`);
  return result.text;
};

const refused = (text: string, edit: RollEdit): string => {
  const result = editRoll(parseMini(text).mini, [edit]);
  assert.ok(!result.ok, result.ok ? result.text : '');
  return result.reason;
};

suite('The piano roll', () => {
  test('shows every note with its bars and its word', () => {
    const reading = rollOf(parseMini('c4 [e4 g4] | bd:2 Am7').mini);
    assert.ok(reading.ok);
    assert.equal(reading.roll.bars, 2);
    assert.deepEqual(
      reading.roll.notes.map(({ begin, end, word }) => `${word} ${begin.n}/${begin.d}-${end.n}/${end.d}`),
      ['c4 0/1-1/2', 'e4 1/2-3/4', 'g4 3/4-1/1', 'bd:2 1/1-3/2', 'Am7 3/2-2/1'],
    );
  });

  test('takes a note out, and leaves the others as they are written', () => {
    assert.equal(after('a1 ~ a1 [c2 e2] | f1  ~ f1', drop('c2', '3/4')), 'a1 ~ a1 [~ e2] | f1  ~ f1');
    assert.equal(after('bd*4', drop('bd', '1/4')), 'bd ~ bd bd');
    assert.equal(after('bd sd bd sd, hh*8', drop('sd', '1/4')), 'bd ~ bd sd, hh*8');
    assert.equal(after('c4', drop('c4', '0')), '~');
  });

  test('puts a note in', () => {
    assert.equal(after('~', add('c4', '1/4', '1/2')), '~ c4 ~ ~');
    assert.equal(after('a1 ~ a1 ~', add('e2', '7/8', '1')), 'a1 ~ a1 [~ e2]');
    assert.equal(after('a1 ~ a1 ~ | ~', add('e2', '1', '3/2')), 'a1 ~ a1 ~ | e2 ~');
    assert.equal(after('bd*4, hh*8', add('sd', '1/4', '1/2')), 'bd*4, hh*8, ~ sd ~ ~');
    assert.equal(after('bd ~ ~ ~, ~ sd ~ sd', add('bd', '1/2', '3/4')), 'bd ~ bd ~, ~ sd ~ sd');
  });

  test('moves a note in time and pitch', () => {
    assert.equal(after('c4 e4 g4 ~', move('e4', '1/4', 'f4', '1/4', '1/2')), 'c4 f4 g4 ~');
    assert.equal(after('c4 e4 ~ ~ | g4', move('e4', '1/4', 'e4', '3/4', '1')), 'c4 ~ ~ e4 | g4');
    assert.equal(after('c4 e4 ~ ~ | ~', move('e4', '1/4', 'e4', '1', '5/4')), 'c4 ~ ~ ~ | e4 ~ ~ ~');
  });

  test('makes a note longer and shorter', () => {
    assert.equal(after('c4 ~ ~ g4', move('c4', '0', 'c4', '0', '3/4')), 'c4@3 g4');
    assert.equal(after('c4@3 g4', move('c4', '0', 'c4', '0', '1/4')), 'c4 ~ ~ g4');
    assert.equal(after('c4 g4', move('g4', '1/2', 'g4', '1/2', '5/8')), 'c4 [g4 ~ ~ ~]');
  });

  test('makes chords of notes that sound together, and voices of those that overlap', () => {
    assert.equal(after('c4 e4', add('g4', '1/2', '1')), 'c4 [e4,g4]');
    assert.equal(after('c4 e4', add('g4', '0', '1')), '[c4 e4, g4]');
  });

  test('unfolds what comes round differently only where it must', () => {
    assert.equal(after('<a4 b4> c4', drop('b4', '1')), 'a4 c4 | ~ c4');
    assert.equal(after('c4 e4 | g4', drop('e4', '1/2')), 'c4 ~ | g4');
  });

  test('is one edit of the characters that differ', () => {
    const { mini } = parseMini('a1 ~ a1 [c2 e2] | f1');
    const result = editRoll(mini, [drop('c2', '3/4')]);
    assert.ok(result.ok);
    assert.deepEqual(result.edits, [{ range: { from: 9, to: 11 }, text: '~' }]);
    const same = editRoll(mini, []);
    assert.deepEqual(same.ok && same.edits, []);
  });

  test('refuses what mini-notation cannot say, with the reason', () => {
    assert.match(refused('c4 e4?', drop('c4', '0')), /chance in this pattern \(e4\?\)/);
    assert.match(refused('c4', add('e4', '1', '2')), /1 bar long/);
    assert.match(refused('c4', drop('e4', '0')), /not in the pattern any more/);
    assert.match(refused('c4', add('Hello', '0', '1/2')), /chord/);
  });
});
