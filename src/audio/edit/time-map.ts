// Where moments of a recording come to lie when it is stretched: straight lines from anchor to anchor.

/** Pairs of seconds, of the recording and of what is made of it: ascending in both, the first [0, 0]. */
export type Anchors = readonly (readonly [part: number, made: number])[];

export interface TimeMap {
  made(part: number): number;
  part(made: number): number;
}

/** @throws RangeError where the anchors do not ascend: a caller's bug */
export function newTimeMap(anchors: Anchors): TimeMap {
  const parts = anchors.map(([part]) => part);
  const mades = anchors.map(([, made]) => made);
  const ascends = (values: readonly number[]): boolean =>
    values[0] === 0 && values.every((value, i) => i === 0 || value > values[i - 1]!);
  if (anchors.length < 2 || !ascends(parts) || !ascends(mades))
    throw new RangeError('a time map needs anchors that ascend from [0, 0]');
  return { made: (part) => between(parts, mades, part), part: (made) => between(mades, parts, made) };
}

/** Beyond the ends the outer lines go on. */
function between(from: readonly number[], to: readonly number[], value: number): number {
  let [low, high] = [0, from.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (from[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  const share = (value - from[low]!) / (from[low + 1]! - from[low]!);
  return to[low]! + share * (to[low + 1]! - to[low]!);
}
