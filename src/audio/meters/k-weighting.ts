// K-weighting: the two filters of ITU-R BS.1770-4 that make a power into a loudness, at any sample rate.
// The recommendation tabulates them for 48 kHz; here their analogue prototypes are warped to the rate.

/** Coefficients of one second-order section, normalised: b0 b1 b2 a1 a2. */
export type Section = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** The shelf that stands for the head, and the high-pass below it. */
export const kWeighting = (rate: number): readonly [shelf: Section, highpass: Section] => [
  shelf(rate),
  highpass(rate),
];

/** Frequency, gain and Q of which the table at 48 kHz is the bilinear transform. */
const head = { hertz: 1681.974450955533, decibels: 3.999843853973347, q: 0.7071752369554196 } as const;
const low = { hertz: 38.13547087602444, q: 0.5003270373238773 } as const;

const shelf = (rate: number): Section => {
  const k = Math.tan((Math.PI * head.hertz) / rate);
  const high = 10 ** (head.decibels / 20);
  const band = high ** 0.4996667741545416;
  const scale = 1 + k / head.q + k * k;
  return [
    (high + (band * k) / head.q + k * k) / scale,
    (2 * (k * k - high)) / scale,
    (high - (band * k) / head.q + k * k) / scale,
    (2 * (k * k - 1)) / scale,
    (1 - k / head.q + k * k) / scale,
  ];
};

// The recommendation leaves the numerator at 1, -2, 1 at every rate.
const highpass = (rate: number): Section => {
  const k = Math.tan((Math.PI * low.hertz) / rate);
  const scale = 1 + k / low.q + k * k;
  return [1, -2, 1, (2 * (k * k - 1)) / scale, (1 - k / low.q + k * k) / scale];
};

/**
 * Adds up the squares of the weighted samples.
 * @param state  four numbers of one channel, zero at first, kept from call to call
 */
export const weightedSum = (
  samples: Float32Array,
  from: number,
  to: number,
  [first, second]: readonly [Section, Section],
  state: Float64Array,
): number => {
  const [b0, b1, b2, a1, a2] = first;
  const [, , , c1, c2] = second;
  let [s1, s2, t1, t2] = state as unknown as [number, number, number, number];
  let sum = 0;
  for (let i = from; i < to; i++) {
    const x = samples[i]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    const z = y + t1;
    t1 = t2 - 2 * y - c1 * z;
    t2 = y - c2 * z;
    sum += z * z;
  }
  state[0] = settled(s1);
  state[1] = settled(s2);
  state[2] = settled(t1);
  state[3] = settled(t2);
  return sum;
};

// What rings on below this is silence, and slow to count with.
const settled = (value: number): number => (Math.abs(value) < 1e-30 ? 0 : value);
