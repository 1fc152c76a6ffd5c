// The space between two tokens of a line: one, none, or as it was where it carries meaning.

import type { TokenKind, Tokens } from '../scan.ts';

const isOperand = (kind: TokenKind | undefined): boolean =>
  kind === 'word' || kind === 'number' || kind === ')' || kind === 'string';

/**
 * The space before token `next`.
 * @param before the token before `previous`
 * @param behind the token behind `next`
 */
export function gapBetween(
  { kinds, starts }: Tokens,
  previous: number,
  next: number,
  before: number | undefined,
  behind: number | undefined,
): string {
  const [left, right] = [kinds[previous]!, kinds[next]!];
  const touches = starts[previous + 1] === starts[next];
  // A space follows every colon, so that a number before it never becomes a ratio.
  if (right === ',' || right === ':') return '';
  if (left === '{') return right === '}' ? '' : ' ';
  if (right === '{' || right === '}' || right === '=' || left === '=' || left === '}') return ' ';
  if (left === ',') return ' ';
  if (left === ':') return ' ';
  if (left === '(' || right === ')') return '';
  // A bracket that touches a name is a call; apart from it, it is none.
  if (right === '(') return touches ? '' : ' ';
  if (right === '.' || left === '.')
    return isChain(kinds, left === '.' ? before : previous, left === '.' ? next : behind) || touches
      ? ''
      : ' ';
  if (right === '..' || right === '*')
    return isOperand(left) && isOperand(behind === undefined ? undefined : kinds[behind])
      ? ''
      : touches
        ? ''
        : ' ';
  if (left === '..' || left === '*')
    return isOperand(right) && isOperand(before === undefined ? undefined : kinds[before])
      ? ''
      : touches
        ? ''
        : ' ';
  return touches ? '' : ' ';
}

/** `name.name`: the dot joins only what stays the same tokens when joined. */
const isChain = (
  kinds: readonly TokenKind[],
  before: number | undefined,
  behind: number | undefined,
): boolean =>
  isOperand(before === undefined ? undefined : kinds[before]) &&
  kinds[before!] !== 'number' &&
  behind !== undefined &&
  kinds[behind] === 'word';
