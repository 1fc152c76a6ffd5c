// The pitch of one voice or instrument over time: a probabilistic YIN. Each frame tells at which periods it repeats
// itself and how sure it is of each; the track is the likeliest way through all of them, so that a breath, a noise or an
// octave that fits by chance does not tear it. One voice at a time: of a chord it finds a note or none.
// Sources: de Cheveigné and Kawahara, "YIN" (2002); Mauch and Dixon, "pYIN" (2014).

import { newFft } from '../meters/fft.ts';
import { type Mono, slowerAtLeast } from './mono.ts';

/** A frame every `hopSeconds`, the first in the middle of second 0. */
export interface PitchTrack {
  readonly hopSeconds: number;
  /** In Hz; 0 where nothing is sung or played. */
  readonly hertz: Float64Array;
  /** 0 to 1: how sure a frame is of the pitch that was found. */
  readonly certainty: Float64Array;
}

export interface PitchRange {
  /** In Hz. */
  readonly lowest?: number;
  readonly highest?: number;
}

const hopSeconds = 0.01;

/**
 * @param range  where to look, 55 to 1760 Hz where nothing is said: a bass voice's lowest note to two octaves over a
 *               soprano's middle
 */
export const pitchTrack = (sound: Mono, { lowest = 55, highest = 1760 }: PitchRange = {}): PitchTrack => {
  const { samples, rate } = slowerAtLeast(sound, 22_050);
  const looker = newLooker(rate, lowest, highest);
  const count = Math.ceil(samples.length / rate / hopSeconds);
  const gate = loudest(samples) * 10 ** (-50 / 20);
  const frames = Array.from({ length: count }, (_, i) =>
    looker.look(samples, Math.round(i * hopSeconds * rate), gate),
  );
  return { hopSeconds, ...likeliest(frames) };
};

/** MIDI number, with its fraction, at A4 = 440 Hz. */
export const midiOf = (hertz: number): number => 69 + 12 * Math.log2(hertz / 440);

interface Candidate {
  readonly hertz: number;
  /** How much of the frame's certainty is on it. */
  readonly share: number;
}

const loudest = (samples: Float32Array): number => {
  let most = 0;
  for (const value of samples) most = Math.max(most, Math.abs(value));
  return most;
};

/** Summed over 40 ms, two periods of the lowest note that is looked for as a rule. */
const windowSeconds = 0.04;

const newLooker = (rate: number, lowest: number, highest: number) => {
  const window = Math.round(windowSeconds * rate);
  const longest = Math.ceil(rate / lowest) + 1;
  const shortest = Math.max(2, Math.floor(rate / highest));
  const fft = newFft(2 ** Math.ceil(Math.log2(window + longest)));
  const { size } = fft;
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  const [productReal, productImaginary] = [new Float64Array(size), new Float64Array(size)];
  const difference = new Float64Array(longest + 1);
  const normal = new Float64Array(longest + 1);
  const piece = new Float64Array(window + longest);

  /** YIN's difference, and the same held against its mean so far. */
  const differences = (): void => {
    real.fill(0);
    imaginary.fill(0);
    // The window as the real part, all of the piece as the imaginary one: two spectra by one transform.
    for (let i = 0; i < window; i++) real[i] = piece[i]!;
    for (let i = 0; i < piece.length; i++) imaginary[i] = piece[i]!;
    fft.transform(real, imaginary);
    for (let k = 0; k < size; k++) {
      const other = (size - k) % size;
      const ar = (real[k]! + real[other]!) / 2;
      const ai = (imaginary[k]! - imaginary[other]!) / 2;
      const br = (imaginary[k]! + imaginary[other]!) / 2;
      const bi = (real[other]! - real[k]!) / 2;
      // Conjugate of the window's times the piece's: their correlation.
      productReal[k] = ar * br + ai * bi;
      productImaginary[k] = ar * bi - ai * br;
    }
    // Backwards: with both parts exchanged.
    fft.transform(productImaginary, productReal);
    let power = 0;
    for (let i = 0; i < window; i++) power += piece[i]! ** 2;
    const own = power;
    let sum = 0;
    difference[0] = 0;
    normal[0] = 1;
    for (let lag = 1; lag <= longest; lag++) {
      power += piece[lag + window - 1]! ** 2 - piece[lag - 1]! ** 2;
      const gap = Math.max(0, own + power - (2 * productReal[lag]!) / size);
      difference[lag] = gap;
      sum += gap;
      normal[lag] = sum > 0 ? (gap * lag) / sum : 1;
    }
  };

  return {
    /** What the frame around sample `middle` may be; nothing where it is quieter than `gate`. */
    look(samples: Float32Array, middle: number, gate: number): readonly Candidate[] {
      const from = middle - Math.round((window + longest / 2) / 2);
      let power = 0;
      for (let i = 0; i < piece.length; i++) {
        piece[i] = samples[from + i] ?? 0;
        power += piece[i]! ** 2;
      }
      if (!(Math.sqrt(power / piece.length) > gate)) return [];
      differences();
      const dips: { readonly lag: number; readonly depth: number }[] = [];
      for (let lag = shortest; lag < longest; lag++) {
        const depth = normal[lag]!;
        if (depth < 1 && depth <= normal[lag - 1]! && depth < normal[lag + 1]!) dips.push({ lag, depth });
      }
      const shares = sharesOf(dips.map(({ depth }) => depth));
      return dips.flatMap(({ lag }, i) => {
        const share = shares[i]!;
        const hertz = rate / (lag + besideLowest(difference, lag));
        return share > 0 && hertz >= lowest && hertz <= highest ? [{ hertz, share }] : [];
      });
    },
  };
};

/** How far beside a dip's lowest sample a parabola has its lowest point: -0.5 to 0.5. */
const besideLowest = (values: Float64Array, at: number): number => {
  const [before, here, behind] = [values[at - 1]!, values[at]!, values[at + 1]!];
  const curve = before - 2 * here + behind;
  return curve > 0 ? Math.max(-0.5, Math.min(0.5, (before - behind) / (2 * curve))) : 0;
};

/** Beliefs in thresholds 0.01 to 1: a beta distribution of mean 0.1 (alpha 2, beta 18), as pYIN's. */
const beliefs: readonly number[] = (() => {
  const raw = Array.from({ length: 100 }, (_, i) => {
    const x = (i + 0.5) / 100;
    return x * (1 - x) ** 17;
  });
  const sum = raw.reduce((total, one) => total + one, 0);
  return raw.map((one) => one / sum);
})();

/** Of a threshold that no dip is under, the deepest dip gets this much. */
const trustInDeepest = 0.01;

/** Each threshold gives its belief to the first dip that is under it. */
const sharesOf = (depths: readonly number[]): readonly number[] => {
  const shares = depths.map(() => 0);
  if (depths.length === 0) return shares;
  const deepest = depths.indexOf(Math.min(...depths));
  for (const [i, belief] of beliefs.entries()) {
    const first = depths.findIndex((depth) => depth < (i + 1) / 100);
    if (first >= 0) shares[first]! += belief;
    else shares[deepest]! += belief * trustInDeepest;
  }
  return shares;
};

/** Costs, as negative logarithms of what is likely. */
const beginsOrEnds = 4.6;
const leapPerSemitone = 0.6;
const mostLeap = 7;

interface Step {
  readonly hertz: number;
  readonly certainty: number;
  readonly cost: number;
  readonly from: number;
}

/** The cheapest way through all frames; the last state of each is silence. */
const likeliest = (
  frames: readonly (readonly Candidate[])[],
): { readonly hertz: Float64Array; readonly certainty: Float64Array } => {
  const columns: Step[][] = [];
  for (const candidates of frames) {
    const sure = candidates.reduce((sum, { share }) => sum + share, 0);
    const before = columns.at(-1);
    const states = [
      ...candidates.map(({ hertz, share }) => ({ hertz, certainty: share })),
      { hertz: 0, certainty: Math.max(1e-3, 1 - sure) },
    ];
    columns.push(
      states.map(({ hertz, certainty }) => {
        const own = -Math.log(certainty);
        let [cost, from] = [before ? Number.POSITIVE_INFINITY : 0, -1];
        for (const [i, one] of (before ?? []).entries()) {
          const whole = one.cost + between(one.hertz, hertz);
          if (whole < cost) [cost, from] = [whole, i];
        }
        return { hertz, certainty, cost: cost + own, from };
      }),
    );
  }
  const hertz = new Float64Array(frames.length);
  const certainty = new Float64Array(frames.length);
  const last = columns.at(-1) ?? [];
  let at = last.reduce((best, { cost }, i) => (cost < last[best]!.cost ? i : best), 0);
  for (let frame = columns.length - 1; frame >= 0; frame--) {
    const step = columns[frame]![at]!;
    hertz[frame] = step.hertz;
    certainty[frame] = step.hertz > 0 ? step.certainty : 0;
    at = step.from;
  }
  return { hertz, certainty };
};

const between = (from: number, to: number): number => {
  if (from === 0 && to === 0) return 0.01;
  if (from === 0 || to === 0) return beginsOrEnds;
  return Math.min(mostLeap, leapPerSemitone * Math.abs(12 * Math.log2(to / from)));
};
