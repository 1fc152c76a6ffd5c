// Where tracks and buses stand in the core. A name keeps its place from one version of a song to the next,
// so that a track put in above another does not disturb it.

export interface Places {
  /** How many there are. */
  readonly size: number;
  /** The place of each part of the program, by its index there. */
  readonly of: readonly number[];
  /** Whether that part is new: what sounded at its place is gone or going. */
  readonly isNew: readonly boolean[];
  readonly names: readonly string[];
}

export const noPlaces = (size: number): Places => ({ size, of: [], isNew: [], names: [] });

/** Places for `parts`; those that `before` knew keep theirs. There must be no more than `before.size`. */
export function placed(parts: readonly { readonly name: string }[], before: Places): Places {
  const known = new Map(before.names.map((name, index) => [name, before.of[index]!]));
  const kept = parts.map(({ name }) => {
    const place = known.get(name);
    // A name that stands twice keeps its place once.
    known.delete(name);
    return place;
  });
  // A place that was empty before comes first: one that was left still fades.
  const left = new Set(before.of);
  const free = Array.from({ length: before.size }, (_, place) => place)
    .filter((place) => !kept.includes(place))
    .sort((a, b) => Number(left.has(a)) - Number(left.has(b)) || a - b);
  let next = 0;
  return {
    size: before.size,
    of: kept.map((place) => place ?? free[next++]!),
    isNew: kept.map((place) => place === undefined),
    names: parts.map(({ name }) => name),
  };
}
