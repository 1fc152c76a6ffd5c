// Text to reading, and back from a reading to its tree for the features that need it.

import type { Reading } from '../language.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import type { Tree } from './tree.ts';

const trees = new WeakMap<Reading, Tree>();

/** What a text says. Never throws, whatever the text. */
export function read(text: string): Reading {
  const tree = parse(text);
  const reading = lower(tree);
  trees.set(reading, tree);
  return reading;
}

/** The tree that a reading was made from; parsed anew for one that came as data. */
export const treeOf = (reading: Reading): Tree => trees.get(reading.base ?? reading) ?? parse(reading.text);
