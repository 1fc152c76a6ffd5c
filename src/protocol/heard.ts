// What was heard of a song, from the studio's server to the language server in the page: as JSON, which has neither
// arrays of numbers nor silence in decibels.

import type { Measured } from '../check/measured.ts';
import type { Recordings } from '../check/recordings.ts';

export interface HeardSong {
  readonly measured: Measured;
  readonly recordings: Recordings;
}

/** Stands for what JSON has no word for: an array of numbers, or a number that is not finite. */
const mark = '\u0000number';

export const heardToText = (heard: HeardSong): string =>
  JSON.stringify(heard, (_, value: unknown) => {
    if (value instanceof Float64Array) return { [mark]: [...value].map(said) };
    return typeof value === 'number' && !Number.isFinite(value) ? { [mark]: said(value) } : value;
  });

/** @throws SyntaxError where the text is none of these */
export const heardFromText = (text: string): HeardSong =>
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(mark in value)) return value;
    const held = (value as Readonly<Record<string, unknown>>)[mark];
    return Array.isArray(held) ? Float64Array.from(held, Number) : Number(held);
  }) as HeardSong;

const said = (value: number): number | string => (Number.isFinite(value) ? value : String(value));
