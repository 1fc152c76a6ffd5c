// Values: numbers with units, strings, dotted names, ranges, calls with their dots and arguments, charts.
// `stop` says where the surrounding statement or entry ends; a value never reads past it.

import { unitNamed } from '../../vocabulary/units.ts';
import { type Cursor, deepest } from './cursor.ts';
import type { Leaf, ValueNode } from './tree.ts';

type Stop = () => boolean;

/** Reads one value and takes at least one token. */
export function value(cursor: Cursor, stop: Stop): ValueNode {
  let node = range(cursor, chain(cursor, primary(cursor, stop), stop), stop);
  while (!stop() && cursor.kind() === '*') {
    cursor.take();
    const count = !stop() && cursor.kind() === 'number' ? number(cursor) : undefined;
    if (!count)
      cursor.tell({
        from: cursor.lastEnd() - 1,
        to: cursor.lastEnd(),
        message: 'How often? Write a number after `*`, such as `chorus*2`.',
      });
    node = { kind: 'repeat', of: node, count, from: node.from, to: cursor.lastEnd() };
  }
  return node;
}

/** The next token as one out of place, and why. */
export function stray(cursor: Cursor, message: string): ValueNode {
  const leaf = cursor.take();
  cursor.tell({ from: leaf.from, to: leaf.to, message });
  return { kind: 'stray', ...leaf };
}

/** Everything up to `stop` as the text of a chord chart. */
export function chart(cursor: Cursor, stop: Stop): ValueNode {
  const from = cursor.from();
  do cursor.take();
  while (!stop() && cursor.kind() !== 'end');
  return { kind: 'chart', from, to: cursor.lastEnd(), text: cursor.text.slice(from, cursor.lastEnd()) };
}

function primary(cursor: Cursor, stop: Stop): ValueNode {
  switch (cursor.kind()) {
    case 'number':
      return number(cursor);
    case 'string':
      return string(cursor);
    case 'word':
      return path(cursor, stop);
    case '|':
      return chart(
        cursor,
        () => stop() || cursor.kind() === ',' || cursor.kind() === '}' || cursor.kind() === '{',
      );
    case '(':
    case '[':
      return stray(
        cursor,
        'Brackets stand behind a name, such as `humanize(8ms)`; groups of notes stand inside quotes.',
      );
    default:
      return stray(cursor, `\`${cursor.word().slice(0, 24)}\` has no place here.`);
  }
}

/** Also with its unit apart, where no name follows that happens to be one: `8 bars`, not `8 s: x`. */
function number(cursor: Cursor): ValueNode {
  const leaf = cursor.take();
  const bare = /\d$/.test(leaf.text);
  if (
    bare &&
    cursor.kind() === 'word' &&
    !cursor.startsLine() &&
    unitNamed(cursor.word()) &&
    cursor.kind(1) !== ':' &&
    cursor.kind(1) !== '.' &&
    cursor.kind(1) !== '(' &&
    !isPlace(cursor)
  ) {
    const unit = cursor.take();
    return { kind: 'number', from: leaf.from, to: unit.to, text: cursor.text.slice(leaf.from, unit.to) };
  }
  return { kind: 'number', from: leaf.from, to: leaf.to, text: leaf.text };
}

/** `bar 8 beat 3`: the word speaks of the number behind it, not of the one before. */
const isPlace = (cursor: Cursor): boolean =>
  cursor.kind(1) === 'number' && (cursor.word() === 'beat' || cursor.word() === 'bar');

function string(cursor: Cursor): ValueNode {
  const leaf = cursor.take();
  const quote = leaf.text[0]!;
  if (!isClosed(leaf.text)) {
    cursor.tell({
      from: leaf.from,
      to: leaf.to,
      message: `This string is never closed: a \`${quote === '`' ? 'backtick' : quote}\` is missing at its end.`,
      mend: {
        title: `Close the string with ${quote}`,
        at: leaf.from + leaf.text.trimEnd().length,
        text: quote,
      },
    });
  }
  return { kind: 'string', from: leaf.from, to: leaf.to, text: leaf.text };
}

/** Whether a string token ends with its own quote, not with an escaped one. */
function isClosed(text: string): boolean {
  if (text.length < 2 || text.at(-1) !== text[0]) return false;
  let slashes = 0;
  while (text[text.length - 2 - slashes] === '\\') slashes++;
  return slashes % 2 === 0;
}

function path(cursor: Cursor, stop: Stop): ValueNode {
  const first = cursor.take();
  if (cursor.kind() === '(' && cursor.touches() && !stop()) return call(cursor, undefined, first);
  const words = [first];
  while (
    words.length < deepest &&
    !stop() &&
    cursor.kind() === '.' &&
    cursor.kind(1) === 'word' &&
    // Behind a dot at a line's end, the next line may be another statement.
    !cursor.startsLine(1) &&
    !(cursor.kind(2) === '(' && cursor.touches(2))
  ) {
    cursor.take();
    words.push(cursor.take());
  }
  return { kind: 'path', words, from: first.from, to: cursor.lastEnd() };
}

/** `.name(arguments)` and `.name` behind a value. A path keeps its plain names to itself. */
function chain(cursor: Cursor, first: ValueNode, stop: Stop): ValueNode {
  let node = first;
  for (let links = 0; !stop() && cursor.kind() === '.'; links++) {
    // What is made of a chain is nested as deep as the chain is long.
    if (links === deepest) {
      cursor.tell({
        from: cursor.from(),
        to: cursor.from() + 1,
        message: `More than ${deepest} names in a row are not followed.`,
      });
      return node;
    }
    const dot = cursor.take();
    if (cursor.kind() !== 'word' || stop()) {
      cursor.tell({
        from: dot.from,
        to: dot.to,
        message: 'A name is missing after this dot, such as `.chords` or `.rev`.',
      });
      const to = cursor.lastEnd();
      // The dot stays in the tree as a call without a name, so that completion finds what it is about.
      return { kind: 'call', of: node, name: { from: to, to, text: '' }, arguments: [], from: node.from, to };
    }
    node = call(cursor, node, cursor.take());
  }
  return node;
}

function call(cursor: Cursor, of: ValueNode | undefined, name: Leaf): ValueNode {
  const from = of?.from ?? name.from;
  if (cursor.kind() !== '(' || !cursor.touches())
    return { kind: 'call', of, name, arguments: [], from, to: name.to };
  if (cursor.depth >= deepest) return stray(cursor, `Brackets more than ${deepest} deep are not followed.`);
  const open = cursor.take();
  const list = argumentsOf(cursor, open);
  return { kind: 'call', of, name, open, arguments: list, from, to: cursor.lastEnd() };
}

/** Brackets may go over lines; a brace, or a name with a colon at a line's start, ends them all the same. */
function argumentsOf(cursor: Cursor, open: Leaf): readonly (readonly ValueNode[])[] {
  cursor.depth++;
  const list: ValueNode[][] = [];
  let current: ValueNode[] = [];
  const stop: Stop = () => {
    const kind = cursor.kind();
    return (
      kind === ')' ||
      kind === 'end' ||
      kind === '{' ||
      kind === '}' ||
      kind === '=' ||
      kind === ',' ||
      (cursor.startsLine() && (cursor.atMargin() || cursor.kind(1) === ':' || cursor.kind(1) === '='))
    );
  };
  for (;;) {
    if (cursor.kind() === ',' && !cursor.startsLine()) {
      cursor.take();
      list.push(current);
      current = [];
    } else if (stop()) break;
    else current.push(value(cursor, stop));
  }
  if (current.length > 0) list.push(current);
  cursor.depth--;
  if (cursor.kind() === ')') cursor.take();
  else {
    cursor.tell({
      from: open.from,
      to: open.to,
      message: 'This `(` is never closed: a `)` is missing.',
      mend: { title: 'Close it with `)`', at: cursor.lastEnd(), text: ')' },
    });
  }
  return list;
}

function range(cursor: Cursor, low: ValueNode, stop: Stop): ValueNode {
  if (stop() || cursor.kind() !== '..') return low;
  const dots = cursor.take();
  if (stop() || (cursor.kind() !== 'word' && cursor.kind() !== 'number')) {
    cursor.tell({
      from: dots.from,
      to: dots.to,
      message: 'The upper end is missing after `..`, such as `B0..G3`.',
    });
    return { kind: 'range', low, from: low.from, to: dots.to };
  }
  const high = primary(cursor, stop);
  return { kind: 'range', low, high, from: low.from, to: high.to };
}
