// The text as tokens and as a tree: nothing lost, nothing in two places.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { parse } from '../../src/languages/song/parse.ts';
import { isTrivia, scan } from '../../src/languages/song/scan.ts';
import type { Block, Entry, Tree, ValueNode } from '../../src/languages/song/tree.ts';
import { road, small } from './song-data.ts';

const tokensOf = (text: string): readonly string[] => {
  const { kinds, starts } = scan(text);
  return kinds.flatMap((kind, i) =>
    isTrivia(kind) ? [] : [`${kind} ${text.slice(starts[i], starts[i + 1])}`],
  );
};

suite('tokens of a song', () => {
  test('keeps a number and its unit together', () => {
    for (const number of [
      '-6dB',
      '120Hz',
      '2.4kHz',
      '30ms',
      '1.5s',
      '1/16',
      '50%',
      '+7st',
      '-12ct',
      '112bpm',
      '-14LUFS',
      '-1dBTP',
      '3:1',
      '.5',
      '2:45',
    ]) {
      assert.deepEqual(tokensOf(number), [`number ${number}`]);
    }
  });
  test('reads words with sharps, dots and ranges', () => {
    assert.deepEqual(tokensOf('filter.Q: B0..G#3'), [
      'word filter',
      '. .',
      'word Q',
      ': :',
      'word B0',
      '.. ..',
      'word G#3',
    ]);
    assert.deepEqual(tokensOf('2:45..3:30'), ['number 2:45', '.. ..', 'number 3:30']);
  });
  test('ends a string with its line, a backtick string with its backtick', () => {
    assert.deepEqual(tokensOf('"a1 ~\nb'), ['string "a1 ~', 'word b']);
    assert.deepEqual(tokensOf('`a1\nb1` c'), ['string `a1\nb1`', 'word c']);
    assert.deepEqual(tokensOf('`a1\nb1'), ['string `a1', 'word b1']);
    assert.deepEqual(tokensOf('"a \\" b"'), ['string "a \\" b"']);
  });
  test('takes names in any alphabet', () => {
    assert.deepEqual(tokensOf('pattern бас = a♭1'), ['word pattern', 'word бас', '= =', 'word a♭1']);
  });
  test('covers any text from end to end', () => {
    for (const text of [
      '',
      '\ufeffsong',
      '\r\n\r',
      '\ud800x',
      '€ "',
      '-',
      '..',
      '`',
      '/',
      '//',
      road,
      small,
    ]) {
      const { kinds, starts } = scan(text);
      assert.equal(starts.at(-1), text.length);
      assert.equal(kinds.map((_, i) => text.slice(starts[i], starts[i + 1])).join(''), text);
      assert.ok(
        kinds.every((_, i) => starts[i]! < starts[i + 1]!),
        'no token is empty',
      );
    }
  });
});

suite('tree of a song', () => {
  test('nests: every part inside its parent, after the part before it', () => {
    for (const text of [road, small, 'track t { a: { b: { c', 'pattern p = x.y(z(', '} } {'])
      nests(parse(text));
    for (let end = 0; end < small.length; end++) nests(parse(small.slice(0, end)));
  });
  test('goes on behind a block that is never closed', () => {
    const { statements, problems } = parse('track a { level: -6dB\ntrack b { mute }');
    assert.deepEqual(
      statements.map(({ keyword, block }) => [keyword!.text, block!.entries.length]),
      [
        ['track', 1],
        ['track', 1],
      ],
    );
    assert.equal(problems.length, 1);
  });
  test('goes on with an indented line, and starts anew with a keyword', () => {
    const { statements } = parse('arrange a b\n  c d\narrange e\n  track f {}');
    assert.deepEqual(
      statements.map(({ keyword, head }) => [keyword!.text, head.length]),
      [
        ['arrange', 4],
        ['arrange', 1],
        ['track', 1],
      ],
    );
  });
  test('follows braces and brackets only so deep', () => {
    for (const text of [
      `track a ${'{ b: '.repeat(50_000)}`,
      `pattern p = ${'x('.repeat(50_000)}`,
      `pattern p = x${'.y'.repeat(50_000)}`,
    ]) {
      assert.ok(parse(text).problems.length > 0);
    }
  });
});

function nests({ text, statements }: Tree): void {
  let at = 0;
  const within = (from: number, to: number, inside: () => void): void => {
    const isInOrder = at <= from && from <= to && to <= text.length;
    if (!isInOrder) assert.fail(`${from}..${to} after ${at} in ${JSON.stringify(text)}`);
    at = from;
    inside();
    assert.ok(at <= to);
    at = to;
  };
  const value = (node: ValueNode): void =>
    within(node.from, node.to, () => {
      if (node.kind === 'path') for (const word of node.words) within(word.from, word.to, () => {});
      const parts =
        node.kind === 'range' ? [node.low, node.high] : node.kind === 'repeat' ? [node.of, node.count] : [];
      for (const part of parts) if (part) value(part);
      if (node.kind === 'call') {
        if (node.of) value(node.of);
        within(node.name.from, node.name.to, () => {});
        node.arguments.flat().forEach(value);
      }
    });
  const block = (node: Block): void => within(node.from, node.to, () => node.entries.forEach(entry));
  const entry = (node: Entry): void =>
    within(node.from, node.to, () => {
      [...node.head, ...node.body].forEach(value);
      if (node.block) block(node.block);
    });
  for (const statement of statements) {
    within(statement.from, statement.to, () => {
      [...statement.head, ...statement.body].forEach(value);
      if (statement.block) block(statement.block);
      statement.tail.forEach(value);
    });
  }
}
