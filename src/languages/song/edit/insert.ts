// A new entry in a block, in the block's own style: one line or several, with or without last commas.

import type { SourceId, TextEdit } from '../../../song/origin.ts';
import type { Reading } from '../../language.ts';
import { indentAt, lineEnd, lineStart, newlineOf, onOneLine } from '../lines.ts';
import { type Block, blocksOf, type Statement, type Tree } from '../tree.ts';
import type { Edited } from './edited.ts';

/** `entry` as the last one of a statement's block; of a statement without one, in a new block. */
export function insertInStatement(text: string, statement: Statement, entry: string): TextEdit {
  if (statement.block) return insertInBlock(text, statement.block, entry);
  return at(statement.to, ` { ${entry} }`);
}

/** `entry` as the last one of a block. */
export function insertInBlock(text: string, block: Block, entry: string): TextEdit {
  const last = block.entries.at(-1);
  if (!last) return insertInEmpty(text, block, entry);
  const behind = last.comma?.to ?? last.to;
  const closesSameLine = onOneLine(text, { from: behind, to: block.close?.from ?? behind });
  if (onOneLine(text, { from: block.open.from, to: last.from }) || closesSameLine) {
    return at(behind, last.comma ? ` ${entry},` : `, ${entry}`);
  }
  // A comment behind the last entry stays on its line.
  const end = lineEnd(text, behind);
  return at(end, `${newlineOf(text)}${indentAt(text, last.from)}${entry}${last.comma ? ',' : ''}`);
}

/** `entry` before the one that `id` is; on a line of its own where that one stands on its own line. */
export function insertBefore(
  { origins }: Reading,
  { text, statements }: Tree,
  id: SourceId,
  entry: string,
): Edited {
  const range = origins[id];
  const blocks = statements.flatMap(blocksOf);
  const next = range && blocks.flatMap(({ entries }) => entries).find(({ from }) => from === range.from);
  if (!next) return { reason: 'What it should stand before is not in the song any more.' };
  const startsLine = text.slice(lineStart(text, next.from), next.from).trim() === '';
  const gap = startsLine ? `${newlineOf(text)}${indentAt(text, next.from)}` : ', ';
  return [at(next.from, `${entry}${gap}`)];
}

function insertInEmpty(text: string, block: Block, entry: string): TextEdit {
  const to = block.close?.from ?? block.open.to;
  const inside = { from: block.open.to, to };
  if (onOneLine(text, inside)) {
    return { range: inside, text: block.close ? ` ${entry} ` : ` ${entry}` };
  }
  // Behind the comments that stand there, on a line of its own.
  const end = lineEnd(text, block.open.to);
  return at(end, `${newlineOf(text)}${indentAt(text, block.open.from)}  ${entry}`);
}

const at = (place: number, text: string): TextEdit => ({ range: { from: place, to: place }, text });
