// A text in pieces that can be read each by itself: a word of the language at the very start of a line ends
// whatever is open before it, so that a piece reads alone as it reads in its place. A keystroke changes one
// piece; the others are known.

import { keywordNamed } from './keywords.ts';
import { isLineEnd, isSpace, scan, wordEnd } from './scan.ts';

/** A stretch of the text; the pieces of a text cover it from end to end. */
export interface Piece {
  readonly from: number;
  readonly text: string;
}

/** The pieces of any text, in order; one at least. Linear in its length. */
export function piecesOf(text: string): readonly Piece[] {
  // A string in backticks goes over lines, so that what starts a line may stand inside of one.
  const starts = text.includes('`') ? startsByTokens(text) : startsByLines(text);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((from, i) => ({ from, text: text.slice(from, starts[i + 1]) }));
}

function startsByLines(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < text.length; at = nextLineStart(text, at))
    if (startsPiece(text, at)) starts.push(at);
  return starts;
}

function startsByTokens(text: string): number[] {
  const { kinds, starts } = scan(text);
  return starts.filter(
    (at, i) => kinds[i] === 'word' && (i === 0 || kinds[i - 1] === 'newline') && startsPiece(text, at),
  );
}

/** Behind the next line end; -1 where there is none. */
function nextLineStart(text: string, at: number): number {
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10) return end + 1;
    if (code === 13) return text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return -1;
}

const isLowercase = (code: number): boolean => code >= 97 && code <= 122;

/** Whether the line that starts at `at` starts a statement, as the parser has it. */
function startsPiece(text: string, at: number): boolean {
  if (!isLowercase(text.charCodeAt(at))) return false;
  const end = wordEnd(text, at);
  return keywordNamed(text.slice(at, end)) !== undefined && !isNameOfEntry(text, end);
}

/** Whether what stands behind a keyword makes it the name of an entry: `track: …`, `track, …`. */
function isNameOfEntry(text: string, end: number): boolean {
  let at = end;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || isLineEnd(code)) at++;
    else if (code === 47 && text.charCodeAt(at + 1) === 47) {
      while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    } else break;
  }
  const sign = text[at];
  if (sign === '.') return !/[.\d]/.test(text[at + 1] ?? '');
  return sign === ':' || sign === ',' || sign === '}' || sign === '*';
}
