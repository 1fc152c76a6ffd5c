// What an equaliser of bands does to each frequency, from the coefficients that the core filters with
// (effects/response.ts and parametric-eq.ts there): a tangent, a damping, and the mix of input, band and low. Pure.

/** A band as the controls show it; Q is a ratio. */
export interface EqBand {
  readonly type: string;
  readonly frequency: number;
  readonly gain: number;
  readonly Q: number;
}

interface Shape {
  readonly tangent: number;
  readonly damping: number;
  readonly input: number;
  readonly band: number;
  readonly low: number;
}

const shapeOf = ({ type, frequency, gain, Q }: EqBand, rate: number): Shape | undefined => {
  const turns = Math.min(0.4975, Math.max(1e-6, frequency / rate));
  const tangent = Math.tan(Math.PI * turns);
  const q = Math.min(100, Math.max(0.05, Q));
  const root = 10 ** (Math.min(40, Math.max(-40, gain)) / 40);
  const damping = 1 / q;
  switch (type) {
    case 'lowpass':
      return { tangent, damping, input: 0, band: 0, low: 1 };
    case 'highpass':
      return { tangent, damping, input: 1, band: -damping, low: -1 };
    case 'notch':
      return { tangent, damping, input: 1, band: -damping, low: 0 };
    case 'bell': {
      const narrowed = 1 / (q * root);
      return { tangent, damping: narrowed, input: 1, band: narrowed * (root * root - 1), low: 0 };
    }
    case 'lowshelf':
      return {
        tangent: tangent / Math.sqrt(root),
        damping,
        input: 1,
        band: damping * (root - 1),
        low: root * root - 1,
      };
    case 'highshelf':
      return {
        tangent: tangent * Math.sqrt(root),
        damping,
        input: root * root,
        band: damping * (1 - root) * root,
        low: 1 - root * root,
      };
    default:
      return undefined;
  }
};

/**
 * dB that the bands together give to each of `hertz`.
 * The trapezoidal filter has the response of its analogue prototype at the warped frequency: with
 * x = tan(pi f / rate) / tangent, it is input + (band j x + low) / (1 - x^2 + damping j x).
 */
export function responseOf(bands: readonly EqBand[], hertz: readonly number[], rate: number): Float64Array {
  const shapes = bands.flatMap((band) => shapeOf(band, rate) ?? []);
  return Float64Array.from(hertz, (frequency) => {
    const warped = Math.tan(Math.PI * Math.min(0.4999, frequency / rate));
    let decibels = 0;
    for (const { tangent, damping, input, band, low } of shapes) {
      const x = warped / tangent;
      const [re, im] = [1 - x * x, damping * x];
      const scale = re * re + im * im;
      const real = input + (low * re + band * x * im) / scale;
      const imaginary = (band * x * re - low * im) / scale;
      decibels += 10 * Math.log10(Math.max(1e-12, real * real + imaginary * imaginary));
    }
    return decibels;
  });
}
