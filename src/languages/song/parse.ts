// Tokens to the tree: statements with their blocks and entries, by recursive descent.
// Reading never fails: a token out of place becomes a `stray` value with a problem, and the parser takes up
// again at the next comma, closing brace, line, or keyword at the start of a line.
//
// Lines: a statement ends with its line, unless a bracket or brace is open, or the next line is indented
// (or starts with `{` or `|`) and starts with no keyword. Entries of a block end with a comma or a line.

import { type Cursor, cursorOver, deepest } from './cursor.ts';
import { keywordNamed } from './keywords.ts';
import { chart, stray, value } from './parse-value.ts';
import { scan, type TokenKind } from './scan.ts';
import type { Block, Clause, Entry, Leaf, Statement, Tree, ValueNode } from './tree.ts';

/** The tree of any text. Never throws; linear in the text's length. */
export function parse(text: string): Tree {
  const tokens = scan(text);
  const cursor = cursorOver(tokens);
  const statements: Statement[] = [];
  while (cursor.kind() !== 'end') statements.push(statement(cursor));
  return { text, tokens, statements, problems: cursor.problems };
}

function statement(cursor: Cursor): Statement {
  const from = cursor.from();
  const keyword = cursor.kind() === 'word' ? cursor.take() : undefined;
  if (!keyword) return { kind: 'statement', ...strayLine(cursor), from, to: cursor.lastEnd() };
  const head = values(cursor);
  const equals = cursor.kind() === '=' && !endsStatement(cursor) ? cursor.take() : undefined;
  const body = equals ? bodyOf(cursor, keyword) : [];
  const block = cursor.kind() === '{' && !endsStatement(cursor) ? blockOf(cursor) : undefined;
  // Only a section has more than one block: `like verse with { lead: hook } without { pad }`.
  const clauses = block && keyword.text === 'section' ? clausesOf(cursor) : [];
  const tail = block && keyword.text !== 'section' ? values(cursor, strayEquals) : [];
  return {
    kind: 'statement',
    keyword,
    head,
    equals,
    body,
    block,
    tail,
    clauses,
    from,
    to: cursor.lastEnd(),
  };
}

function clausesOf(cursor: Cursor): readonly Clause[] {
  const clauses: Clause[] = [];
  while (!endsStatement(cursor)) {
    const from = cursor.from();
    const words = values(cursor, strayEquals);
    const block = cursor.kind() === '{' && !endsStatement(cursor) ? blockOf(cursor) : undefined;
    clauses.push({ words, block, from, to: cursor.lastEnd() });
  }
  return clauses;
}

function bodyOf(cursor: Cursor, keyword: Leaf): readonly ValueNode[] {
  const raw = keyword.text === 'progression' && cursor.kind() !== 'string' && !endsStatement(cursor);
  const body = raw ? [chart(cursor, () => endsStatement(cursor))] : values(cursor, strayEquals);
  if (body.length === 0 && cursor.kind() !== '{') {
    cursor.tell({
      from: cursor.lastEnd() - 1,
      to: cursor.lastEnd(),
      message: `Something is missing after \`=\`: ${whatFollows(keyword.text)}.`,
    });
  }
  return body;
}

const whatFollows = (keyword: string): string => {
  const example = keywordNamed(keyword)?.example;
  return example?.includes('=') ? `write it like \`${example}\`` : 'write what it is';
};

/** Whether the statement under way ends before the next token. */
function endsStatement(cursor: Cursor): boolean {
  if (cursor.kind() === 'end') return true;
  if (!cursor.startsLine()) return false;
  if (startsKeyword(cursor)) return true;
  return cursor.atMargin() && cursor.kind() !== '{' && cursor.kind() !== '|';
}

/** A keyword at a line's start ends whatever is open before it, unless it is the name of an entry. */
function startsKeyword(cursor: Cursor): boolean {
  if (cursor.kind() !== 'word' || !cursor.startsLine() || !keywordNamed(cursor.word())) return false;
  const next = cursor.kind(1);
  return next !== ':' && next !== '.' && next !== ',' && next !== '}' && next !== '*';
}

/** Values of a statement's line, up to `=`, `{` or its end. `strays` says what else is out of place there. */
function values(cursor: Cursor, strays: (cursor: Cursor) => boolean = () => false): readonly ValueNode[] {
  const list: ValueNode[] = [];
  const stop = (): boolean => endsStatement(cursor);
  while (!stop()) {
    const kind = cursor.kind();
    if (kind === '{' || (kind === '=' && !strays(cursor))) break;
    // `arrange intro, verse` and `deliver spotify, apple` may have their commas.
    if (kind === ',') cursor.take();
    else list.push(value(cursor, stop));
  }
  return list;
}

const strayEquals = (): boolean => true;

function strayLine(cursor: Cursor): Pick<Statement, 'head' | 'body' | 'tail' | 'clauses'> {
  const first = stray(cursor, strayStart(cursor));
  const head: ValueNode[] = [first];
  while (cursor.kind() !== 'end' && !cursor.startsLine()) {
    const { from, to, text } = cursor.take();
    head.push({ kind: 'stray', from, to, text });
  }
  return { head, body: [], tail: [], clauses: [] };
}

const strayStart = (cursor: Cursor): string =>
  cursor.kind() === '}'
    ? 'This `}` closes nothing: its `{` is missing, or it is one too many.'
    : `A line starts with a word such as \`track\` or \`section\`, not with \`${short(cursor.word())}\`.`;

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

function blockOf(cursor: Cursor): Block {
  const open = cursor.take();
  cursor.depth++;
  const entries: Entry[] = [];
  while (cursor.kind() !== 'end' && cursor.kind() !== '}' && !startsKeyword(cursor))
    entries.push(entry(cursor));
  cursor.depth--;
  if (cursor.kind() === '}') {
    const close = cursor.take();
    return { kind: 'block', open, entries, close, from: open.from, to: close.to };
  }
  cursor.tell({
    from: open.from,
    to: open.to,
    message: 'This `{` is never closed: a `}` is missing.',
    mend: { title: 'Close it with `}`', at: cursor.lastEnd(), text: ' }' },
  });
  return { kind: 'block', open, entries, from: open.from, to: cursor.lastEnd() };
}

function entry(cursor: Cursor): Entry {
  const from = cursor.from();
  const head = entryValues(cursor, 'before the colon');
  const colon =
    cursor.kind() === ':' && (head.length === 0 || !cursor.startsLine()) ? cursor.take() : undefined;
  const body = colon ? entryValues(cursor, 'behind the colon') : [];
  const block = opensNested(cursor, head, colon) ? nested(cursor) : undefined;
  if (head.length === 0 && colon) {
    cursor.tell({ from: colon.from, to: colon.to, message: 'A name is missing before this colon.' });
  }
  const to = cursor.lastEnd();
  const comma = cursor.kind() === ',' ? cursor.take() : undefined;
  if (comma && head.length === 0 && !colon && !block) {
    cursor.tell({
      from: comma.from,
      to: comma.to,
      message: 'Nothing stands before this comma: take it away.',
    });
  }
  return {
    kind: 'entry',
    head,
    colon,
    body,
    block,
    comma,
    from: Math.min(from, to),
    to,
  };
}

const opensNested = (cursor: Cursor, head: readonly ValueNode[], colon: Leaf | undefined): boolean =>
  cursor.kind() === '{' && (!cursor.startsLine() || colon !== undefined || head.length === 0);

function nested(cursor: Cursor): Block | undefined {
  if (cursor.depth < deepest) return blockOf(cursor);
  stray(cursor, `Braces more than ${deepest} deep are not followed.`);
  return undefined;
}

/** What can be no entry of its own, so that behind a colon it may stand on the next line. */
const isValueOnly = (kind: TokenKind | 'end'): boolean =>
  kind === 'string' || kind === 'number' || kind === '|';

/** Values of one side of an entry: up to a colon, a comma, a brace, or the line's end. */
function entryValues(cursor: Cursor, side: 'before the colon' | 'behind the colon'): readonly ValueNode[] {
  const list: ValueNode[] = [];
  let first = true;
  const stop = (): boolean => {
    const kind = cursor.kind();
    return (
      kind === 'end' ||
      kind === '{' ||
      kind === '}' ||
      kind === ',' ||
      (kind === ':' && side === 'before the colon') ||
      (cursor.startsLine() && (first ? side === 'behind the colon' && !isValueOnly(kind) : true))
    );
  };
  while (!stop()) {
    first = false;
    list.push(value(cursor, stop));
  }
  return list;
}
