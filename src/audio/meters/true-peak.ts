// True peak: the highest point of the waveform between the samples, ITU-R BS.1770-4 annex 2. Four times
// oversampled at every rate, and a parabola through the highest points finds what lies between those.

export interface TruePeakMeter {
  add(samples: Float32Array): void;
  /** Linear, of all so far; what is added after this goes on as if nothing had been asked. */
  peak(): number;
}

/** Of one channel. */
export const newTruePeakMeter = (): TruePeakMeter => {
  // Samples that wait for those around them: `side` before the first interval, and as many behind the last.
  const buffer = new Float32Array(bufferFrames);
  let filled = side;
  let most = 0;

  // Looks at what has its neighbours, and moves the rest to the front.
  const look = (): void => {
    let from = side;
    for (; from + windowFrames + side <= filled; from += windowFrames)
      most = Math.max(most, peakIn(buffer, from, most));
    buffer.copyWithin(0, from - side, filled);
    filled -= from - side;
  };

  return {
    add(samples) {
      for (let at = 0; at < samples.length; ) {
        const taken = Math.min(samples.length - at, bufferFrames - filled);
        buffer.set(samples.subarray(at, at + taken), filled);
        at += taken;
        filled += taken;
        if (filled === bufferFrames) look();
      }
    },
    peak() {
      // As if silence followed.
      const kept = buffer.slice(0, filled);
      const padded = new Float32Array(filled + windowFrames + 2 * side);
      padded.set(kept);
      let peak = most;
      for (let from = side; from < filled + 1; from += windowFrames) {
        if (from + windowFrames + side > padded.length) break;
        peak = Math.max(peak, peakIn(padded, from, peak));
      }
      return peak;
    },
  };
};

/** Samples to each side of an interval that its points are made of, and one more for the parabola. */
const taps = 12;
const side = taps + 1;
/** Intervals that are looked at together. */
const windowFrames = 16;
const bufferFrames = 4096;
const oversampling = 4;

/** Highest point of the intervals from `from - 1` to the window's end; `known` where none is higher. */
const peakIn = (samples: Float32Array, from: number, known: number): number => {
  let most = 0;
  for (let i = from - side; i < from + windowFrames + side; i++) {
    const level = Math.abs(samples[i]!);
    if (level > most) most = level;
  }
  // No point between them can be higher than this, so most of what is quiet needs no filter.
  if (!(most * largestGain > known)) return known;
  // One interval before and behind: a peak at the window's edge has both its neighbours.
  const points = oversampled;
  let count = 0;
  for (let i = from - 1; i <= from + windowFrames; i++) {
    let [quarterEven, quarterOdd, half] = [0, 0, 0];
    for (let tap = 0; tap < taps; tap++) {
      const before = samples[i - tap]!;
      const behind = samples[i + 1 + tap]!;
      const sum = before + behind;
      quarterEven += even[tap]! * sum;
      quarterOdd += odd[tap]! * (before - behind);
      half += middle[tap]! * sum;
    }
    points[count++] = samples[i]!;
    points[count++] = quarterEven + quarterOdd;
    points[count++] = half;
    points[count++] = quarterEven - quarterOdd;
  }
  let peak = known;
  for (let i = 1; i < count - 1; i++) {
    const here = Math.abs(points[i]!);
    // A parabola adds an eighth at the very most.
    if (here * 1.125 <= peak) continue;
    const [before, behind] = [Math.abs(points[i - 1]!), Math.abs(points[i + 1]!)];
    if (here < before || here < behind) continue;
    peak = Math.max(peak, here + bulge(before, here, behind));
  }
  return peak;
};

/** How far a parabola through three points rises above the middle one, the highest. */
const bulge = (before: number, here: number, behind: number): number => {
  const curve = 2 * here - before - behind;
  return curve > 0 ? (behind - before) ** 2 / (8 * curve) : 0;
};

const oversampled = new Float64Array(oversampling * (windowFrames + 2));

/** A Kaiser window, 12 samples to each side: 0.1 dB true up to nine tenths of the band. */
const kaiser = (distance: number): number => {
  const beta = 5;
  const share = distance / (taps + 0.5);
  return share >= 1 ? 0 : bessel(beta * Math.sqrt(1 - share * share)) / bessel(beta);
};

const bessel = (x: number): number => {
  let [sum, term] = [1, 1];
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
};

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Taps for the point at `share` of an interval: to its left and to its right, the nearest first. */
const tapsAt = (share: number): { readonly before: Float64Array; readonly behind: Float64Array } => {
  const tap = (distance: number): number => sinc(distance) * kaiser(distance);
  const before = Float64Array.from({ length: taps }, (_, i) => tap(i + share));
  const behind = Float64Array.from({ length: taps }, (_, i) => tap(i + 1 - share));
  // A constant stays what it is.
  const sum = [...before, ...behind].reduce((total, value) => total + value, 0);
  return { before: before.map((value) => value / sum), behind: behind.map((value) => value / sum) };
};

// The point at three quarters is the mirror of that at one: one pass over sums and differences gives both.
const quarter = tapsAt(1 / 4);
const even = quarter.before.map((value, i) => (value + quarter.behind[i]!) / 2);
const odd = quarter.before.map((value, i) => (value - quarter.behind[i]!) / 2);
const middle = tapsAt(1 / 2).before;

const magnitude = (values: Float64Array): number => values.reduce((sum, value) => sum + Math.abs(value), 0);

/** What filter and parabola can make of samples at most. */
const largestGain =
  1.125 * Math.max(2 * magnitude(middle), magnitude(quarter.before) + magnitude(quarter.behind));
