// A recording as analysis hears it: one channel, at a rate that is as low as what is looked for allows.

/** Some samples of one channel. */
export interface Mono {
  readonly samples: Float32Array;
  readonly rate: number;
}

/** Both sides as one. */
export const monoOf = ({
  sampleRate,
  channels,
}: {
  readonly sampleRate: number;
  readonly channels: readonly Float32Array[];
}): Mono => {
  const [left, right] = channels;
  if (!left) return { samples: new Float32Array(0), rate: sampleRate };
  if (!right) return { samples: left, rate: sampleRate };
  return { samples: left.map((value, i) => (value + right[i]!) / 2), rate: sampleRate };
};

/**
 * The same at a whole fraction of its rate, the lowest that is at least `least`: what lies above nine tenths of the
 * new band is filtered out before. Nothing is moved in time.
 */
export const slowerAtLeast = ({ samples, rate }: Mono, least: number): Mono => {
  const factor = Math.floor(rate / least);
  if (factor < 2) return { samples, rate };
  const taps = lowpass(factor);
  const side = taps.length - 1;
  const found = new Float32Array(Math.ceil(samples.length / factor));
  for (let i = 0; i < found.length; i++) {
    const at = i * factor;
    let sum = taps[0]! * samples[at]!;
    const most = Math.min(side, at, samples.length - 1 - at);
    for (let tap = 1; tap <= most; tap++) sum += taps[tap]! * (samples[at - tap]! + samples[at + tap]!);
    // At an end one neighbour is missing: silence stands for it.
    for (let tap = most + 1; tap <= side; tap++)
      sum += taps[tap]! * ((samples[at - tap] ?? 0) + (samples[at + tap] ?? 0));
    found[i] = sum;
  }
  return { samples: found, rate: rate / factor };
};

/** One half of a symmetric filter, its middle first: a sinc under a Hann window, 12 of its zeros to each side. */
const lowpass = (factor: number): Float64Array => {
  const side = 12 * factor;
  const half = Float64Array.from({ length: side + 1 }, (_, i) => {
    const x = (0.92 * i) / factor;
    const sinc = i === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * i) / (side + 1)));
  });
  const sum = half.reduce((total, tap, i) => total + (i === 0 ? tap : 2 * tap), 0);
  return half.map((tap) => tap / sum);
};
