import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  readDb,
  readPan,
  shortDb,
  shownDb,
  shownPan,
  shownTime,
  spokenDb,
  timeLeft,
  writtenDb,
  writtenPan,
} from '../../webview/panel/model/words.ts';

const table = <Input>(say: (input: Input) => unknown, rows: readonly (readonly [Input, unknown])[]): void => {
  for (const [input, expected] of rows) assert.equal(say(input), expected, `of ${String(input)}`);
};

suite('numbers in words', () => {
  test('levels as the song writes them', () =>
    table(writtenDb, [
      [-7.5, '-7.5dB'],
      [-6, '-6dB'],
      [0, '0dB'],
      [-0, '0dB'],
      [2.04, '2dB'],
    ]));
  test('levels as a mixer shows them', () =>
    table(shownDb, [
      [-7.5, '−7.5'],
      [0, '0.0'],
      [-0.01, '0.0'],
      [3, '+3.0'],
      [Number.NEGATIVE_INFINITY, '-∞'],
    ]));
  test('levels where there is little room', () =>
    table(shortDb, [
      [-7.5, '−7.5'],
      [-14, '−14'],
      [0, '0'],
      [3, '+3'],
      [Number.NEGATIVE_INFINITY, '-∞'],
    ]));
  test('levels as they are said', () =>
    table(spokenDb, [
      [-7.5, 'minus 7.5 dB'],
      [0, '0 dB'],
      [Number.NEGATIVE_INFINITY, 'silent'],
    ]));
  test('levels as people type them', () =>
    table(readDb, [
      ['-7.5', -7.5],
      ['−7,5 dB', -7.5],
      [' +2db', 2],
      ['.5', 0.5],
      ['', undefined],
      ['loud', undefined],
      ['-', undefined],
      ['1.2.3', undefined],
    ]));
  test('pans as the song writes them', () =>
    table(writtenPan, [
      [-0.2, '20% left'],
      [0.35, '35% right'],
      [0, 'centre'],
      [0.004, 'centre'],
      [-1, '100% left'],
    ]));
  test('pans as people type them', () =>
    table(readPan, [
      ['20% left', -0.2],
      ['20L', -0.2],
      ['−20', -0.2],
      ['35 r', 0.35],
      ['35', 0.35],
      ['C', 0],
      ['centre', 0],
      ['0', 0],
      ['120', 1],
      ['-20R', undefined],
      ['', undefined],
      ['wide', undefined],
    ]));
  test('pans as a mixer shows them', () =>
    table(shownPan, [
      [-0.2, '20L'],
      [0, 'C'],
      [1, '100R'],
    ]));
  test('times', () =>
    table(shownTime, [
      [0, '0:00'],
      [61, '1:01'],
      [59.99, '0:59'],
      [3600, '60:00'],
      [-1, '0:00'],
    ]));
  test('times with tenths never show sixty seconds', () => {
    assert.equal(shownTime(59.99, { tenths: true }), '0:59.9');
    assert.equal(shownTime(65.25, { tenths: true }), '1:05.2');
  });
  test('what is left of a bounce', () =>
    table(timeLeft, [
      [0.2, '1 second left'],
      [12, '12 seconds left'],
      [89, '89 seconds left'],
      [118, 'about 2 minutes left'],
    ]));
});
