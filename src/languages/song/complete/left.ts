// What stands left of the caret: the word being typed, and the tokens of the entry it belongs to.

import { isTrivia, type TokenKind, type Tokens } from '../scan.ts';

export interface LeftToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
}

export interface Left {
  /** Where the caret is in text that is no tokens of the language. */
  readonly in: 'comment' | 'string' | 'code';
  /** The word being typed, with its dots (`filter.Q`, `verse_p.ch`); empty behind a space. */
  readonly prefix: string;
  /** Where the word starts: what a completion replaces goes from here to the caret. */
  readonly from: number;
  /** The number that the caret touches, for its unit. */
  readonly number?: LeftToken;
  /** The tokens of this entry before the word, to the last comma, brace or line start. */
  readonly before: readonly LeftToken[];
  /** What ended the walk back. */
  readonly opener: 'line' | ',' | '{' | '(';
  /** In brackets: the tokens before the open bracket, the name of the call last. */
  readonly call?: readonly LeftToken[];
  /** Which argument of the call, from 0. */
  readonly argument: number;
}

export function leftOf(tokens: Tokens, offset: number): Left {
  const { kinds, starts, text } = tokens;
  const at = tokenBefore(tokens, offset);
  const token = (i: number): LeftToken => ({
    kind: kinds[i]!,
    text: text.slice(starts[i]!, starts[i + 1]!),
    from: starts[i]!,
  });
  const none = { prefix: '', from: offset, before: [], opener: 'line', argument: 0 } as const;
  if (at >= 0 && kinds[at] === 'comment') return { in: 'comment', ...none };
  if (at >= 0 && isInsideString(token(at), offset))
    return { in: 'string', ...none, ...walkBack(token, at - 1) };
  let start = at;
  // The word with what it hangs on by dots: a path of a parameter, or a pattern and its transforms.
  while (start >= 0 && (kinds[start] === 'word' || kinds[start] === '.')) start--;
  const from = start === at ? offset : starts[start + 1]!;
  const number = at >= 0 && kinds[at] === 'number' && start === at ? token(at) : undefined;
  const walked = walkBack(token, number ? at - 1 : start);
  return { in: 'code', prefix: text.slice(from, offset), from, ...(number && { number }), ...walked };
}

/** The token that ends at the caret or holds it; -1 at the start of the text. */
function tokenBefore({ kinds, starts }: Tokens, offset: number): number {
  let [low, high] = [0, kinds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isInsideString({ kind, text, from }: LeftToken, offset: number): boolean {
  const isClosed = text.length > 1 && text.at(-1) === text[0];
  return kind === 'string' && offset > from && (offset < from + text.length || !isClosed);
}

/** Back to where the entry or the argument under way starts. A comma ends it, of arguments or of entries. */
function walkBack(
  token: (i: number) => LeftToken,
  start: number,
): Pick<Left, 'before' | 'opener' | 'call' | 'argument'> {
  const before: LeftToken[] = [];
  let commas = 0;
  let depth = 0;
  let opener: Left['opener'] = 'line';
  for (let i = start; i >= 0; i--) {
    const one = token(i);
    if (one.kind === 'newline' || one.kind === '}' || one.kind === '{') {
      if (one.kind === '{') opener = '{';
      break;
    }
    if (one.kind === ')') depth++;
    if (one.kind === '(') depth--;
    if (depth < 0)
      return { before: before.reverse(), opener: '(', call: calledBefore(token, i - 1), argument: commas };
    if (depth === 0 && one.kind === ',') commas++;
    else if (commas === 0 && !isTrivia(one.kind)) before.push(one);
  }
  return { before: before.reverse(), opener: commas > 0 ? ',' : opener, argument: 0 };
}

/** The tokens before an open bracket, back to where what is called starts. */
function calledBefore(token: (i: number) => LeftToken, start: number): readonly LeftToken[] {
  const called: LeftToken[] = [];
  for (let i = start; i >= 0; i--) {
    const one = token(i);
    if (one.kind !== 'word' && one.kind !== '.') break;
    called.push(one);
  }
  return called.reverse();
}
