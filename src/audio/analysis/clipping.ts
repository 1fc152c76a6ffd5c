// Where a recording was cut off at the top: stretches of samples that lie flat at the highest level of all, with a wave
// that runs into them steeply on both sides. The top of a slow wave is flat as well, but it is round at its edges.
// What a lossy file made of a cut top is no longer flat: there it finds nothing.

export interface ClippedRun {
  /** Index of its first sample. */
  readonly from: number;
  readonly samples: number;
}

/** In time; of both sides together. */
export const clippedRuns = ({
  channels,
}: {
  readonly channels: readonly Float32Array[];
}): readonly ClippedRun[] => channels.flatMap(clippedRunsOf).sort((left, right) => left.from - right.from);

/** The same of one channel. */
export const clippedRunsOf = (samples: Float32Array): readonly ClippedRun[] => {
  let [highest, lowest] = [0, 0];
  for (const value of samples) {
    if (value > highest) highest = value;
    if (value < lowest) lowest = value;
  }
  return [...runsAt(samples, highest, 1), ...runsAt(samples, -lowest, -1)].sort(
    (left, right) => left.from - right.from,
  );
};

/** Two samples at the top are an accident. */
const least = 3;
/** Two steps of 16 bits: dither moves a flat top by that much. */
const flat = 2 ** -14;
/** So many times as far the wave falls within a sample of the run's end. */
const steep = 8;
/** A recording that is nowhere louder was not cut off by full scale, nor was a file that was turned down a little. */
const leastLevel = 10 ** (-6 / 20);

const runsAt = (samples: Float32Array, top: number, sign: 1 | -1): readonly ClippedRun[] => {
  if (top < leastLevel) return [];
  const found: ClippedRun[] = [];
  const below = (i: number): number => top - sign * (samples[i] ?? 0);
  for (let i = 0; i < samples.length; i++) {
    if (below(i) > flat) continue;
    const from = i;
    while (i + 1 < samples.length && below(i + 1) <= flat) i++;
    const length = i + 1 - from;
    if (length >= least && Math.max(below(from - 1), below(i + 1)) > steep * flat)
      found.push({ from, samples: length });
  }
  return found;
};
