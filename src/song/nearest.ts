// The names that somebody may have meant by a misspelt one.

/**
 * Up to three of `names` near to `written`, the nearest first: equal but for capitals, one starting with
 * the other, or within a third of its letters by insertions, deletions, replacements and swaps.
 */
export function nearestNames(written: string, names: Iterable<string>): readonly string[] {
  const wanted = written.toLowerCase();
  // A name that long is no slip of the hand, and the comparison is quadratic.
  if (wanted.length === 0 || wanted.length > 64) return [];
  const near: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const distance = distanceTo(wanted, name.toLowerCase());
    if (distance !== undefined) near.push({ name, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/**
 * The candidate with the fewest changed letters, where that is few for the word's length: one for up to
 * three letters, two for up to seven, else three. The first of equals; undefined where none is close.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let fewest = 1 + (word.length <= 3 ? 1 : word.length <= 7 ? 2 : 3);
  for (const candidate of candidates) {
    if (candidate === '' || Math.abs(candidate.length - word.length) >= fewest) continue;
    const changes = editDistance(word, candidate);
    if (changes < fewest) [best, fewest] = [candidate, changes];
  }
  return best;
};

function distanceTo(wanted: string, name: string): number | undefined {
  if (wanted === name) return 0;
  const lastPart = name.slice(name.lastIndexOf('.') + 1);
  if (lastPart === wanted) return 0.5;
  if (wanted.length >= 2 && (name.startsWith(wanted) || (name.length >= 2 && wanted.startsWith(name))))
    return 1;
  const limit = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
  if (Math.abs(wanted.length - name.length) > limit) return undefined;
  const distance = editDistance(wanted, name);
  return distance <= limit && distance < Math.max(wanted.length, name.length) ? distance : undefined;
}

/** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours, each 1. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
