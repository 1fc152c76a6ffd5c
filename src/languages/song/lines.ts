// Lines of a text: where they start and end, and how they are indented.

import type { Range } from '../../song/origin.ts';

/** The line end that the text uses. */
export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

export const lineStart = (text: string, at: number): number => {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
};

/** End of the line without its line end. */
export const lineEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
};

/** Behind the line end that starts at `at`, or `at` at the end of the text. */
export const nextLine = (text: string, at: number): number =>
  text.startsWith('\r\n', at) ? at + 2 : Math.min(text.length, at + 1);

/** The spaces that a line starts with. */
export const indentAt = (text: string, at: number): string =>
  /^[^\S\r\n]*/.exec(text.slice(lineStart(text, at)))![0];

export const onOneLine = (text: string, range: Range): boolean =>
  !/[\r\n]/.test(text.slice(range.from, range.to));
