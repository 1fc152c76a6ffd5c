// A sound at half its sample rate: what the core plays in its place more than an octave up, so that nothing
// folds back from above half the rate. Arithmetic only, no Math.sin: the same bits on every machine.

/** Frames that the filter looks to either side. */
const reach = 63;

/** A half-band filter: every second weight but the middle one is 0. */
const weights: readonly number[] = makeWeights();

/** @param channel  the sound; silence stands around it */
export function halved(channel: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(Math.max(1, Math.ceil(channel.length / 2)));
  for (let i = 0; i < out.length; i++) {
    const middle = 2 * i;
    let sum = 0.5 * channel[middle]!;
    for (let far = 1, k = 0; far <= reach; far += 2, k++)
      sum += weights[k]! * ((channel[middle - far] ?? 0) + (channel[middle + far] ?? 0));
    out[i] = sum;
  }
  return out;
}

/** The weights 1, 3, 5... frames from the middle: a sinc in a Kaiser window, together with it 1. */
function makeWeights(): readonly number[] {
  const raw: number[] = [];
  for (let far = 1; far <= reach; far += 2) {
    const sign = ((far - 1) / 2) % 2 === 0 ? 1 : -1;
    const share = far / (reach + 1);
    raw.push((sign / far) * (bessel(10 * Math.sqrt(1 - share * share)) / bessel(10)));
  }
  const scale = 0.25 / raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight * scale);
}

/** The modified Bessel function of order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; k < 60; k++) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}
