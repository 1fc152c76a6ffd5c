// Mini-notation that has been read before, by its text: offsets inside of it are its own, so that equal texts
// share one tree, also in other songs and at other places.

import { parseMini } from '../../../pattern/mini/parse.ts';

/** Texts that are kept; twice as many at most, for those that have not been asked for lately go first. */
const most = 8192;

/** Longer texts are generated ones, seldom twice the same. */
const longest = 4096;

let young = new Map<string, ReturnType<typeof parseMini>>();
let old = new Map<string, ReturnType<typeof parseMini>>();

/** As `parseMini`. */
export function knownMini(text: string): ReturnType<typeof parseMini> {
  if (text.length > longest) return parseMini(text);
  let reading = young.get(text);
  if (reading) return reading;
  reading = old.get(text) ?? parseMini(text);
  if (young.size >= most) [old, young] = [young, new Map()];
  young.set(text, reading);
  return reading;
}
