// What FLAC's predictors leave of a block: polynomials of fixed orders, and linear prediction by the block's own
// autocorrelation. All in whole numbers, so that a decoder finds every sample again.

/** What stands for a block in the file. */
export interface Prediction {
  readonly order: number;
  /** Of linear prediction: whole numbers, to be divided by 2 to the power of `shift`. */
  readonly linear?: { readonly coefficients: readonly number[]; readonly shift: number };
  /** The first `order` are the samples themselves. */
  readonly residual: Float64Array;
}

/** Past this a residual would not fit what a decoder counts with. */
const mostResidual = 2 ** 29;

/** The fixed polynomial, of orders 0 to 4, that leaves the least. */
export function fixedPrediction(samples: Float64Array, length: number): Prediction {
  const residual = samples.slice(0, length);
  let [best, least] = [residual.slice(), sizeOf(residual, 0)];
  let order = 0;
  for (let next = 1; next <= 4 && next < length; next++) {
    // The difference of differences: from behind, so that none is taken twice.
    for (let i = length - 1; i >= next; i--) residual[i] = residual[i]! - residual[i - 1]!;
    const size = sizeOf(residual, next);
    if (size < least) [best, least, order] = [residual.slice(), size, next];
  }
  best.set(samples.subarray(0, order));
  return { order, residual: best };
}

function sizeOf(residual: Float64Array, from: number): number {
  let size = 0;
  for (let i = from; i < residual.length; i++) size += Math.abs(residual[i]!);
  return size;
}

const precision = 14;

/** Undefined where the block is too short, silent, or of a kind that this can't predict. */
export function linearPrediction(
  samples: Float64Array,
  length: number,
  order: number,
): Prediction | undefined {
  if (length <= order * 4) return undefined;
  const wanted = predictorOf(autocorrelation(samples, length, order), order);
  if (!wanted) return undefined;
  const largest = Math.max(...wanted.map(Math.abs));
  const shift = Math.min(15, precision - 2 - Math.floor(Math.log2(largest)));
  if (shift < 0) return undefined;
  const most = 2 ** (precision - 1) - 1;
  let error = 0;
  // What rounding takes from one coefficient is given to the next.
  const coefficients = wanted.map((one) => {
    const exact = one * 2 ** shift + error;
    const whole = Math.max(-most - 1, Math.min(most, Math.round(exact)));
    error = exact - whole;
    return whole;
  });
  const residual = samples.slice(0, length);
  const scale = 2 ** shift;
  for (let i = order; i < length; i++) {
    let sum = 0;
    for (let back = 0; back < order; back++) sum += coefficients[back]! * samples[i - 1 - back]!;
    const left = samples[i]! - Math.floor(sum / scale);
    if (Math.abs(left) > mostResidual) return undefined;
    residual[i] = left;
  }
  return { order, linear: { coefficients, shift }, residual };
}

/** Through a window of Welch, so that the block's ends do not count as steps. */
function autocorrelation(samples: Float64Array, length: number, order: number): Float64Array {
  const windowed = new Float64Array(length);
  const middle = (length - 1) / 2;
  for (let i = 0; i < length; i++) windowed[i] = samples[i]! * (1 - ((i - middle) / (middle + 1)) ** 2);
  return Float64Array.from({ length: order + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < length; i++) sum += windowed[i]! * windowed[i - lag]!;
    return sum;
  });
}

/** Levinson and Durbin's recursion. */
function predictorOf(correlation: Float64Array, order: number): readonly number[] | undefined {
  let error = correlation[0]!;
  if (error <= 0) return undefined;
  const predictor = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let sum = correlation[i + 1]!;
    for (let j = 0; j < i; j++) sum -= predictor[j]! * correlation[i - j]!;
    const reflection = sum / error;
    const before = predictor.slice(0, i);
    predictor[i] = reflection;
    for (let j = 0; j < i; j++) predictor[j] = before[j]! - reflection * before[i - 1 - j]!;
    error *= 1 - reflection * reflection;
    if (!(error > 0)) return undefined;
  }
  return [...predictor].some((one) => one !== 0) ? [...predictor] : undefined;
}
