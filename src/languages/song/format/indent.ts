// How deep a line stands: by the braces around it, and one more where it goes on with the line before.

import { headerWordNamed } from '../keywords.ts';
import { lineStart } from '../lines.ts';
import { textOf } from '../lower/value.ts';
import { type Block, blocksOf, type Entry, type Statement, type Tree } from '../tree.ts';

/** For a line that starts at an offset of the text, its level. Asked in the order of the text. */
export function indentation({ text, statements }: Tree): (offset: number) => number {
  let at = 0;
  let blocks: readonly Standing[] | undefined;
  return (offset) => {
    while (statements[at] && statements[at]!.to <= offset) {
      at++;
      blocks = undefined;
    }
    const statement = statements[at];
    if (!statement || statement.from >= offset) return 0;
    blocks ??= standing(text, statement);
    return inStatement(statement, blocks, offset);
  };
}

/** A block, and the level of the line that it opens on. */
interface Standing {
  readonly block: Block;
  readonly level: number;
}

function standing(text: string, statement: Statement): readonly Standing[] {
  const found: Standing[] = [];
  for (const block of blocksOf(statement)) {
    const before = found.at(-1);
    const line = lineStart(text, block.open.from);
    const isFirstLine = line <= statement.from;
    // `} without {` stands as deep as the brace that it begins with.
    const goesOn = before?.block.close !== undefined && before.block.close.from >= line;
    found.push({
      block,
      level: isFirstLine ? 0 : goesOn ? before.level : before || opensBehind(text, line, block) ? 1 : 0,
    });
  }
  return found;
}

/** Whether something stands before the brace in its line. */
const opensBehind = (text: string, line: number, { open }: Block): boolean =>
  text.slice(line, open.from).trim() !== '';

function inStatement(statement: Statement, blocks: readonly Standing[], offset: number): number {
  const standing = blocks.findLast(({ block }) => block.open.from <= offset);
  if (!standing) return 1;
  const { block, level } = standing;
  if (offset === block.open.from) return level;
  if (offset >= block.to && block.close) return 1;
  return inBlock(block, offset, level, statement.keyword?.text === 'song' ? goesOnInMap : undefined);
}

/** In a block whose own line stands at `level`. `goesOn` tells of an entry that goes on with the one before. */
function inBlock(
  { entries, close }: Block,
  offset: number,
  level: number,
  goesOn?: (entry: Entry, before: Entry) => boolean,
): number {
  if (close && offset >= close.from) return level;
  const at = lastBefore(entries, offset);
  const entry = entries[at];
  const before = entries[at - 1];
  if (!entry || offset >= entry.to) return level + 1;
  if (offset === entry.from) return level + (before && goesOn?.(entry, before) ? 2 : 1);
  if (!entry.block || offset < entry.block.open.from) return level + 2;
  return offset === entry.block.open.from ? level + 1 : inBlock(entry.block, offset, level + 1);
}

/** Index of the last entry that starts at the offset or before it; -1 where there is none. */
function lastBefore(entries: readonly Entry[], offset: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `tempo 112bpm,` and `96bpm at bridge` on the next line. */
const goesOnInMap = ({ head: [first] }: Entry, { comma }: Entry): boolean =>
  comma !== undefined && first !== undefined && !headerWordNamed(textOf(first));
