// The known word that a misspelt one most likely means.

/**
 * The candidate with the fewest changed letters, where that is few for the word's length: one for up to
 * three letters, two for up to seven, else three. The first of equals; undefined where none is close.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let fewest = 1 + (word.length <= 3 ? 1 : word.length <= 7 ? 2 : 3);
  for (const candidate of candidates) {
    if (candidate === '' || Math.abs(candidate.length - word.length) >= fewest) continue;
    const changes = distance(word, candidate);
    if (changes < fewest) [best, fewest] = [candidate, changes];
  }
  return best;
};

/** Letters to insert, delete, replace or swap with their neighbour to turn one word into the other. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let changes = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        changes = Math.min(changes, before[column - 2]! + 1);
      }
      next.push(changes);
    }
    [before, last] = [last, next];
  }
  return last[b.length]!;
};
