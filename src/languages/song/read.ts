// Text to reading, and back from a reading to its tree for the features that need it.

import type { Reading } from '../language.ts';
import { newKnownPieces } from './lower/known-pieces.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import { piecesOf } from './pieces.ts';
import type { Tree } from './tree.ts';

/** Reads texts; what has not changed since an earlier text is not read again, and comes out the same. */
export type Reader = (text: string) => Reading;

/** A reader that has read nothing yet. */
export const newReader = (): Reader => {
  const known = newKnownPieces();
  return (text) => lower(text, known);
};

/** What a text says. Never throws, whatever the text. */
export const read: Reader = newReader();

/** The tree of the piece of a reading's text that an offset is in, and where the piece begins: for one place, sooner than all of it. */
export function treeAt(reading: Reading, offset: number): { readonly tree: Tree; readonly from: number } {
  const piece = piecesOf(reading.text).findLast(({ from }) => from <= offset)!;
  return { tree: parse(piece.text), from: piece.from };
}

const trees = new WeakMap<Reading, Tree>();

/** The tree of a reading's text; of one that is linked with other songs, its own text's. */
export function treeOf(reading: Reading): Tree {
  const own = reading.base ?? reading;
  let tree = trees.get(own);
  if (!tree) {
    tree = parse(own.text);
    trees.set(own, tree);
  }
  return tree;
}
