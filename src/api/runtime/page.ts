// The page that a song is written out on: pieces of `.song` text, each leaf with the call and the place in it
// that gave it, so that whoever reads the text knows what made each word.

import { type Instance, type Step, Wrong } from './calls.ts';

/** Syntax, a leaf `[text, call, ...path]`, the begin of a construct `[0, call, ...path]`, or its end `0`. */
export type Piece = string | readonly [string | 0, Instance, ...Step[]] | 0;

/** A value and where it stands. */
export interface Given {
  readonly value: unknown;
  readonly at: Instance;
  readonly path: readonly Step[];
}

export const pieces: Piece[] = [];
let length = 0;
/** Beyond this no reader gets: a song of this size is a loop that went wrong. */
const mostText = 4_000_000;

export const syntax = (text: string): void => {
  length += text.length;
  if (length > mostText) throw new Wrong('The song is larger than 4 MB of notes: a loop makes too much.', 0);
  pieces.push(text);
};

export const leaf = (text: string, { at, path }: Omit<Given, 'value'>): void => {
  length += text.length;
  if (length > mostText)
    throw new Wrong('The song is larger than 4 MB of notes: a loop makes too much.', at, path);
  pieces.push([text, at, ...path]);
};

/** What `write` puts down comes from this place as a whole. */
export const within = ({ at, path }: Omit<Given, 'value'>, write: () => void): void => {
  pieces.push([0, at, ...path]);
  write();
  pieces.push(0);
};

export const given = (value: unknown, at: Instance, ...path: readonly Step[]): Given => ({ value, at, path });

export const below = ({ at, path }: Omit<Given, 'value'>, value: unknown, step: Step): Given => ({
  value,
  at,
  path: [...path, step],
});

/** What stands in a list, or the one thing that stands without. */
export const eachOf = (one: Given): readonly Given[] =>
  Array.isArray(one.value) ? one.value.map((value, index) => below(one, value, index)) : [one];

/** The entries of an object, without those that are left out. */
export const entriesOf = (all: Given): readonly { readonly key: Given; readonly value: Given }[] => {
  const { value, at, path } = all;
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value))
    throw new Wrong(`Here stand settings by their names: { level: '-6dB' }, not ${short(value)}.`, at, path);
  return Object.keys(value)
    .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
    .map((key) => ({
      key: below(all, key, `k:${key}`),
      value: below(all, (value as Record<string, unknown>)[key], `p:${key}`),
    }));
};

/** One value as a song writes it: `-6dB`, `A minor`, `0.5`. */
export const value = (one: Given): void => leaf(valueText(one), one);

const valueText = ({ value: one, at, path }: Given): string => {
  if (typeof one === 'boolean') return String(one);
  if (typeof one === 'number') {
    if (Number.isFinite(one)) return plain(one);
    throw new Wrong(`${one} is no number that a song can have: look at what computes it.`, at, path);
  }
  if (typeof one === 'string' && isValue(one)) return one;
  throw new Wrong(`${short(one)} is no value that can stand here.`, at, path);
};

/** Nothing that would end the value where a song is read: braces, commas, line ends, comments. */
const isValue = (text: string): boolean =>
  text.trim() !== '' && !/[{}()",`\n\r=|]|\/\/|:(?!\d)|(?<!\d):/.test(text);

const plain = (number: number): string => {
  const text = String(number);
  return text.includes('e') ? number.toFixed(12).replace(/\.?0+$/, '') : text;
};

/** A name: one word of letters and digits. */
export const name = (one: Given, what: string): string => {
  const { value: text, at, path } = one;
  if (typeof text !== 'string' || !isName(text))
    throw new Wrong(
      `${short(text)} can't be the name of a ${what}: a name is one word of letters and digits.`,
      at,
      path,
    );
  leaf(text, one);
  return text;
};

export const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{M}\p{N}_#♯♭]*$/u.test(text);

/** Words in quotes. */
export const quoted = ({ value: text, at, path }: Given): void => {
  if (typeof text !== 'string') throw new Wrong(`Text in quotes stands here, not ${short(text)}.`, at, path);
  const isLong = /[\n\r"]/.test(text);
  const quote = isLong ? '`' : '"';
  syntax(quote);
  leaf(text.replaceAll(isLong ? '`' : '"', "'").replaceAll('\\', '/'), { at, path });
  syntax(quote);
};

export const short = (value: unknown): string => {
  if (typeof value === 'string') return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
};
