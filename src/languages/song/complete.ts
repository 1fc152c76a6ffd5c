// What can be written at the caret. The place decides (complete/left.ts); each kind of place has its
// file in complete/.

import type { Completion, Reading } from '../language.ts';
import { completeHead } from './complete/head.ts';
import { completeHeader } from './complete/header.ts';
import { completeInstrument } from './complete/instrument.ts';
import { completeKeywords } from './complete/keywords.ts';
import { type Left, leftOf } from './complete/left.ts';
import { completeMaterial } from './complete/material.ts';
import { completeMini } from './complete/mini.ts';
import { completePart } from './complete/part.ts';
import { completeSounds } from './complete/sounds.ts';
import { completeStrip } from './complete/strip.ts';
import { treeOf } from './read.ts';
import { blocksOf, type Statement, type Tree } from './tree.ts';

export function complete(reading: Reading, offset: number): readonly Completion[] {
  const tree = treeOf(reading);
  const left = leftOf(tree.tokens, offset);
  if (left.in === 'comment') return [];
  const statement = statementAt(tree, left, offset);
  const sounds = left.in === 'string' ? completeSounds(reading, left, offset) : undefined;
  if (sounds) return sounds;
  if (left.in === 'string' || isInChart(statement, left)) return completeMini(reading, statement, offset);
  if (!statement) return completeKeywords(tree, left);
  const block = blocksOf(statement).findLast(({ open }) => offset > open.from);
  // Behind the brace of one block stand the words before the next: `with`, `without`.
  const isBehind = block?.close !== undefined && offset > block.close.from;
  if (!block || isBehind) return completeHead(reading, statement, left);
  switch (statement.keyword?.text) {
    case 'song':
      return completeHeader(reading, block, left);
    case 'instrument':
      return completeInstrument(reading, statement, block, left, offset);
    case 'track':
    case 'bus':
    case 'master':
      return completeStrip(reading, statement.keyword.text, block, left, offset);
    case 'section':
      return completePart(reading, block, left);
    default:
      return completeMaterial(reading, statement, left);
  }
}

/** The statement that the caret is in; undefined where a new one would start. */
function statementAt({ statements, text }: Tree, left: Left, offset: number): Statement | undefined {
  const last = statements.findLast(({ from }) => from < offset);
  if (!last) return undefined;
  const { block } = last;
  const isInside = blocksOf(last).some(
    ({ open, close }) => offset > open.from && (!close || offset <= close.from),
  );
  if (isInside) return last;
  // Typing its keyword is still the start of it.
  if (left.from === last.from) return undefined;
  const between = text.slice(last.to, left.from);
  const isOver = block?.close !== undefined && offset > block.close.from && last.keyword?.text !== 'section';
  if (!/[\r\n]/.test(between)) return isOver ? undefined : last;
  // An indented line goes on with the statement before it, unless a block has closed it or a line is empty.
  const goesOn = /^[^\S\r\n]*(\r\n|\r|\n)[^\S\r\n]+$/.test(between) && !block;
  return goesOn ? last : undefined;
}

/** In the chords between the bar lines of a chart. */
function isInChart(statement: Statement | undefined, left: Left): boolean {
  if (!statement) return false;
  if (statement.keyword?.text === 'progression')
    return statement.equals !== undefined && left.from >= statement.equals.to;
  return left.before.some(({ kind }) => kind === '|');
}
