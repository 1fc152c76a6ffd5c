// A hand's movement as few points: the fewest of the recorded places that, joined by straight lines, come nowhere
// farther from it than a tolerance. Optimal among all choices of recorded places. Pure.

export interface Sample {
  /** In bars, ascending. */
  readonly at: number;
  readonly value: number;
}

/**
 * The shortest way from the first sample to the last over edges that keep within the tolerance. From each place the
 * slopes that pass all samples so far are a cone; a sample whose direction lies in it can be the next point. The ways
 * are walked breadth first, so that the first one to arrive has the fewest points; of these, the one that reaches
 * farthest at each step.
 * @param tolerance  in the unit of the values
 */
export function fewestPoints(samples: readonly Sample[], tolerance: number): readonly Sample[] {
  const count = samples.length;
  if (count <= 2) return samples;
  const before = new Int32Array(count).fill(-1);
  const reached = new Uint8Array(count);
  reached[0] = 1;
  let front: readonly number[] = [0];
  while (reached[count - 1] === 0) {
    const next: number[] = [];
    for (const from of front) {
      for (const to of edgesFrom(samples, from, tolerance)) {
        if (reached[to] === 1) continue;
        reached[to] = 1;
        before[to] = from;
        next.push(to);
      }
    }
    front = next;
  }
  const way: Sample[] = [];
  for (let at = count - 1; at >= 0; at = before[at]!) way.push(samples[at]!);
  return way.reverse();
}

/** The samples that a straight line from `from` reaches within the tolerance of all between. */
function edgesFrom(samples: readonly Sample[], from: number, tolerance: number): readonly number[] {
  const found: number[] = [];
  const start = samples[from]!;
  // What lies on the very edge is within it, whatever the last digit of a quotient is.
  const reach = tolerance + 1e-9;
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let to = from + 1; to < samples.length; to++) {
    const { at, value } = samples[to]!;
    const distance = at - start.at;
    // Two values at one place are a jump: no line leads over it, but one to it does.
    if (distance <= 0) {
      found.push(to);
      if (Math.abs(value - start.value) > reach) break;
      continue;
    }
    const slope = (value - start.value) / distance;
    if (slope >= low && slope <= high) found.push(to);
    low = Math.max(low, (value - reach - start.value) / distance);
    high = Math.min(high, (value + reach - start.value) / distance);
    if (low > high) break;
  }
  return found;
}

/** The value of straight lines through points at a place; the first and the last hold beyond their ends. */
export function lineAt(points: readonly Sample[], at: number): number {
  const after = points.findIndex((point) => point.at >= at);
  if (after < 0) return points.at(-1)!.value;
  const [one, other] = [points[after - 1], points[after]!];
  if (!one || other.at === one.at) return other.value;
  return one.value + ((at - one.at) / (other.at - one.at)) * (other.value - one.value);
}
