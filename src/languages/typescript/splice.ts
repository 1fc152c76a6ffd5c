// A text with pieces taken out and put in, and the way back from its characters to those it came from.

/** Takes out the characters from `from` to `to` and puts `text` in their place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Spliced {
  readonly text: string;
  /** The offset in the first text of an offset in this one; what was put in leads to where it was put. */
  before(offset: number): number;
}

/** Splices of one place stay in their order; none overlaps another, but for one inside of a larger taking-out. */
export const spliced = (text: string, splices: readonly Splice[]): Spliced => {
  const sorted = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((one, other) => one.from - other.from || one.order - other.order);
  const pieces: string[] = [];
  // Each stretch kept as it was: where it begins in the new text and in the old.
  const kept: { readonly now: number; readonly was: number }[] = [];
  let at = 0;
  let length = 0;
  const put = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const splice of sorted) {
    // What stands inside of what was taken out is gone with it.
    if (splice.from < at) continue;
    kept.push({ now: length, was: at });
    put(text.slice(at, splice.from));
    kept.push({ now: length, was: splice.from });
    put(splice.text);
    at = splice.to;
  }
  kept.push({ now: length, was: at });
  put(text.slice(at));
  return {
    text: pieces.join(''),
    before: (offset) => {
      let low = 0;
      let high = kept.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (kept[middle]!.now <= offset) low = middle;
        else high = middle - 1;
      }
      const stretch = kept[low]!;
      const end = kept[low + 1]?.was ?? text.length;
      return Math.min(end, stretch.was + offset - stretch.now);
    },
  };
};
