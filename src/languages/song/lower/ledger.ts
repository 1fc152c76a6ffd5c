// What the lowering writes down as it goes: the place of every part, and the problems it meets.

import type { Range, SourceId } from '../../../song/origin.ts';
import type { Fix, Problem, Severity } from '../../../song/problem.ts';
import type { Name } from '../../../song/value.ts';

export interface Ledger {
  readonly origins: Range[];
  readonly problems: Problem[];
  /** The sounds that patterns name, each by the id of its atom. */
  readonly sounds: Name[];
  /** A new id for a stretch of the text. */
  mark(range: Range): SourceId;
  error(at: Range, message: string, more?: More): void;
  tell(severity: Severity, at: Range, message: string, more?: More): void;
}

export interface More {
  readonly also?: readonly Range[];
  readonly fixes?: readonly Fix[];
}

export function newLedger(): Ledger {
  const origins: Range[] = [];
  const problems: Problem[] = [];
  const mark = ({ from, to }: Range): SourceId => origins.push({ from, to }) - 1;
  const tell = (severity: Severity, at: Range, message: string, { also, fixes }: More = {}): void => {
    problems.push({
      rule: 'SYN',
      severity,
      message,
      id: mark(at),
      ...(also && { also: also.map(mark) }),
      ...(fixes && fixes.length > 0 && { fixes }),
    });
  };
  return {
    origins,
    problems,
    sounds: [],
    mark,
    tell,
    error: (at, message, more) => tell('error', at, message, more),
  };
}

/** Moves what has been marked since `first` to where its piece stands in the text. */
export function moveMarks({ origins }: Ledger, first: SourceId, offset: number): void {
  if (offset === 0) return;
  for (let id = first; id < origins.length; id++) {
    const { from, to } = origins[id]!;
    origins[id] = { from: from + offset, to: to + offset };
  }
}

/** A quick fix that puts `text` in the place of `range`; an empty range inserts. */
export const replaceFix = (ledger: Ledger, range: Range, title: string, text: string): Fix => ({
  title,
  changes: [{ do: 'replace', id: ledger.mark(range), text }],
});

/** "Did you mean" for a misspelt name: one fix a suggestion. */
export const renameFixes = (ledger: Ledger, range: Range, names: readonly string[]): readonly Fix[] =>
  names.map((name) => replaceFix(ledger, range, `Change to \`${name}\``, name));

/** ` Did you mean \`a\` or \`b\`?`, or nothing. */
export const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` Did you mean ${orList(names.map((name) => `\`${name}\``))}?`;

/** `a, b or c`. */
export const orList = (words: readonly string[]): string => list(words, 'or');
/** `a, b and c`. */
export const andList = (words: readonly string[]): string => list(words, 'and');

const list = (words: readonly string[], last: 'or' | 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
