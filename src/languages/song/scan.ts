// Text to tokens, losslessly: every character of the text lies in exactly one token, whatever the text.
// One pass, no backtracking, nothing thrown; what is no token of the language is an `unknown` one.
// Knows nothing of grammar: strings, charts and units are read later.

export type TokenKind =
  | 'space'
  | 'newline'
  | 'comment'
  | 'word'
  | 'number'
  | 'string'
  | '{'
  | '}'
  | '('
  | ')'
  | '['
  | ']'
  | ','
  | ':'
  | '='
  | '|'
  | '*'
  | '/'
  | '.'
  | '..'
  | 'unknown';

/**
 * Tokens as columns: token `i` is `kinds[i]` from `starts[i]` to `starts[i + 1]`.
 * `starts` has one more value than `kinds`: the length of the text.
 */
export interface Tokens {
  readonly text: string;
  readonly kinds: readonly TokenKind[];
  readonly starts: readonly number[];
}

export const isTrivia = (kind: TokenKind): boolean =>
  kind === 'space' || kind === 'newline' || kind === 'comment';

/** Tokens of `text`, in order, covering it from end to end. Linear in its length. */
export function scan(text: string): Tokens {
  const kinds: TokenKind[] = [];
  const starts: number[] = [];
  let at = 0;
  // Without a closing backtick ahead, a backtick is a lone one; searched at most once for the whole text.
  const lastBacktick = text.lastIndexOf('`');
  while (at < text.length) {
    const kind = kindAt(text, at);
    starts.push(at);
    kinds.push(kind);
    at = endOf(text, at, kind, lastBacktick);
  }
  starts.push(text.length);
  return { text, kinds, starts };
}

const single = new Map<number, TokenKind>(
  (['{', '}', '(', ')', '[', ']', ',', ':', '=', '|', '*', '/'] as const).map((kind) => [
    kind.charCodeAt(0),
    kind,
  ]),
);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
export const isLineEnd = (code: number): boolean => code === 10 || code === 13;
export const isSpace = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 11 ||
  code === 12 ||
  code === 0xa0 ||
  code === 0xfeff ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029;
const isAsciiLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

const letterBeyondAscii = /^[\p{L}\p{M}\p{N}♯♭]$/u;

/** Length in UTF-16 units of the word character at `at`, or 0 where there is none. */
function wordCharacter(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code) || isDigit(code) || code === 35 ? 1 : 0;
  if (isSpace(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return letterBeyondAscii.test(character) ? character.length : 0;
}

function kindAt(text: string, at: number): TokenKind {
  const code = text.charCodeAt(at);
  if (isSpace(code)) return 'space';
  if (isLineEnd(code)) return 'newline';
  if (code === 34 || code === 96) return 'string';
  if (isDigit(code)) return 'number';
  const next = text.charCodeAt(at + 1);
  if (code === 47 && next === 47) return 'comment';
  if (code === 46) return next === 46 ? '..' : isDigit(next) ? 'number' : '.';
  if (code === 45 || code === 43) {
    return isDigit(next) || (next === 46 && isDigit(text.charCodeAt(at + 2))) ? 'number' : 'unknown';
  }
  // A colour is a word: `#3a9fff`. Else `#` and digits only go on with one that starts with a letter.
  if (code === 35 && isHexDigit(next)) return 'word';
  if (isAsciiLetter(code) || (code >= 128 && wordCharacter(text, at) > 0)) return 'word';
  return single.get(code) ?? 'unknown';
}

// A number with what belongs to it: `-6dB`, `.5`, `3:1`, `1/16`, `2:45`, `50%`.
const number = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[:/]\d+(?:\.\d+)?)?(?:%|[A-Za-zµ]+)?/y;

function endOf(text: string, at: number, kind: TokenKind, lastBacktick: number): number {
  switch (kind) {
    case 'space':
      return skip(text, at, isSpace);
    case 'newline':
      return text.startsWith('\r\n', at) ? at + 2 : at + 1;
    case 'comment':
      return skip(text, at, (code) => !isLineEnd(code));
    case 'word':
      return wordEnd(text, at);
    case 'number':
      number.lastIndex = at;
      return number.test(text) ? number.lastIndex : at + 1;
    case 'string':
      return stringEnd(text, at, lastBacktick);
    case '..':
      return at + 2;
    case 'unknown':
      return at + String.fromCodePoint(text.codePointAt(at)!).length;
    default:
      return at + 1;
  }
}

function skip(text: string, at: number, belongs: (code: number) => boolean): number {
  let end = at + 1;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

/** The end of the word that starts at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  for (let length = wordCharacter(text, end); length > 0; length = wordCharacter(text, end)) end += length;
  return end;
}

/** A `"` string ends with its line at the latest; a backtick string goes over lines where it is closed. */
function stringEnd(text: string, at: number, lastBacktick: number): number {
  const quote = text.charCodeAt(at);
  const overLines = quote === 96 && lastBacktick > at;
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === quote) return end + 1;
    if (isLineEnd(code) && !overLines) return end;
    if (code === 92 && end + 1 < text.length && !isLineEnd(text.charCodeAt(end + 1))) end++;
  }
  return text.length;
}
