// The name a person probably meant: the nearest of those that exist, by edits of single letters.

/**
 * The candidate with the fewest edits from `name` (insert, remove, change a letter, swap two neighbours;
 * a difference of case alone counts half), or undefined where none is near enough to be a slip of the
 * fingers: at most one edit for every three letters, and one for shorter names. The first of equals.
 */
export const nearestName = (name: string, candidates: readonly string[]): string | undefined => {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestEdits = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > most) continue;
    const edits = candidate.toLowerCase() === name.toLowerCase() ? 0.5 : editDistance(name, candidate);
    if (edits <= most && edits < bestEdits && edits < Math.max(name.length, candidate.length)) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
};

/** Edits between two words; a swap of neighbours is one (optimal string alignment). */
export const editDistance = (left: string, right: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const changed = last[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      let edits = Math.min(changed, last[column]! + 1, current[column - 1]! + 1);
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) edits = Math.min(edits, beforeLast[column - 2]! + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
};
