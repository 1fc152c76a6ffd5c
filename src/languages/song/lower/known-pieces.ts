// What is known of pieces of text from earlier readings: their trees, and what they were lowered to.
// The ids of a piece begin at a round number, so that a note more in one piece moves the ids of no other;
// then all other pieces are known by their text and their first id, and only their places are written anew.

import type { Range, SourceId } from '../../../song/origin.ts';
import type { Problem } from '../../../song/problem.ts';
import type { Name } from '../../../song/value.ts';
import { parse } from '../parse.ts';
import type { Tree } from '../tree.ts';
import type { Declarations } from './declarations.ts';

/** A piece as it was lowered with its ids from `first` on, in a song of that tempo and meter. */
export interface LoweredPiece {
  readonly first: SourceId;
  readonly setting: string;
  readonly declarations: Declarations;
  readonly problems: readonly Problem[];
  readonly sounds: readonly Name[];
  /** The range of each id in the piece's own text. */
  readonly ranges: readonly Range[];
  /** The same in the song's text, where the piece stood last. */
  moved: { readonly offset: number; readonly ranges: readonly Range[] };
}

export interface KnownPiece {
  readonly tree: Tree;
  /** The latest last; few, since a text seldom stands in two places. */
  readonly lowered: LoweredPiece[];
}

export interface KnownPieces {
  /** The piece of that text; parsed where it is new. */
  at(text: string): KnownPiece;
}

/** Pieces of the latest readings; those that no reading has asked for in a while are forgotten. */
export function newKnownPieces(most = 16_384): KnownPieces {
  let young = new Map<string, KnownPiece>();
  let old = new Map<string, KnownPiece>();
  return {
    at: (text) => {
      let piece = young.get(text);
      if (piece) return piece;
      piece = old.get(text) ?? { tree: parse(text), lowered: [] };
      if (young.size >= most) [old, young] = [young, new Map()];
      young.set(text, piece);
      return piece;
    },
  };
}

/** How many ids a piece of that many is given, with room to grow: a key that outgrows it moves all behind it. */
export const roomFor = (ids: number): number => 2 ** Math.max(6, Math.ceil(Math.log2(ids * 1.25 + 1)));

/** A text in more places than this is lowered anew in the further ones. */
export const mostPlaces = 4;
