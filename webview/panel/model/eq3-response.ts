// What an equaliser of three bands does to each frequency, as the core filters (effects/eq3.ts there): two crossovers
// of one-poles that add up to the whole where all gains are 0 dB. Pure.

/** As its controls show it. */
export interface ThreeBands {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly lowFrequency: number;
  readonly highFrequency: number;
}

/** A complex number: real and imaginary part. */
type Complex = readonly [number, number];

const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const sum = (...all: readonly (readonly [number, Complex])[]): Complex => [
  all.reduce((total, [share, [re]]) => total + share * re, 0),
  all.reduce((total, [share, [, im]]) => total + share * im, 0),
];

/**
 * dB that the bands together give to each of `hertz`.
 * A one-pole at x = tan(pi f / rate) / tan(pi crossover / rate) is 1 / (1 + j x). With L and U those of the two
 * crossovers, the lows are L^2, the rest is (1 - L)^2, and z = U rest; what comes out is
 * U (2 low lows + (high - mid) z) - low lows + high (rest - 2 z).
 */
export function threeBandResponse(bands: ThreeBands, hertz: readonly number[], rate: number): Float64Array {
  const [low, mid, high] = [bands.low, bands.mid, bands.high].map((db) => 10 ** (db / 20)) as [
    number,
    number,
    number,
  ];
  return Float64Array.from(hertz, (frequency) => {
    const pole = (crossover: number): Complex => {
      const x = tangent(frequency / rate) / tangent(crossover / rate);
      return [1 / (1 + x * x), -x / (1 + x * x)];
    };
    const [lower, upper] = [pole(bands.lowFrequency), pole(bands.highFrequency)];
    const above: Complex = [1 - lower[0], -lower[1]];
    const [lows, rest] = [times(lower, lower), times(above, above)];
    const z = times(upper, rest);
    const inside = sum([2 * low, lows], [high - mid, z]);
    const [re, im] = sum([1, times(upper, inside)], [-low, lows], [high, rest], [-2 * high, z]);
    return 10 * Math.log10(Math.max(1e-12, re * re + im * im));
  });
}

const tangent = (turns: number): number => Math.tan(Math.PI * Math.min(0.49, Math.max(1e-5, turns)));
