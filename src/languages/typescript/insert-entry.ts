// A new entry in an object of the program, in the object's own style: on one line or several.

import type { TextEdit } from '../../song/origin.ts';
import type { SettingsObject } from './evaluated.ts';

/** A value as a program writes it: numbers and truths bare, all else in the quotes that the file uses. */
export const literalOf = (value: string, text: string): string => {
  if (/^(?:true|false|[+-]?\d+(?:\.\d+)?)$/.test(value)) return value.replace(/^\+/, '');
  const singles = text.split("'").length;
  const quote = singles >= text.split('"').length ? "'" : '"';
  return (
    quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n') + quote
  );
};

/** `keys` lead to `value` through objects that are new. */
export const insertEntry = (
  text: string,
  { from, to, entries }: SettingsObject,
  keys: readonly string[],
  value: string,
): TextEdit => {
  const entry = keys.reduceRight(
    (inner, key, index) => `${nameOf(key, text)}: ${index === keys.length - 1 ? inner : `{ ${inner} }`}`,
    value,
  );
  const last = entries.reduce((latest, one) => Math.max(latest, one.to), 0);
  if (last === 0) return { range: { from: from + 1, to: to - 1 }, text: ` ${entry} ` };
  const comma = /^\s*,/.exec(text.slice(last, to));
  const behind = last + (comma?.[0].length ?? 0);
  const isOnOneLine = !text.slice(from, last).includes('\n') || !text.slice(behind, to).includes('\n');
  if (isOnOneLine) return { range: { from: behind, to: behind }, text: comma ? ` ${entry},` : `, ${entry}` };
  const lineStart = text.lastIndexOf('\n', last - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: { from: behind, to: behind },
    text: `${comma ? '' : ','}${newline}${indent}${entry}${comma ? ',' : ''}`,
  };
};

const nameOf = (key: string, text: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? key : literalOf(key, text);
