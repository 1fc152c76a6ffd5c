// Loudness by ITU-R BS.1770-4 and EBU R 128: momentary (400 ms), short-term (3 s), integrated with both
// gates, and the range of EBU Tech 3342. All of them are sums over the same weighted powers, a step each.

import { kWeighting, weightedSum } from './k-weighting.ts';
import { newStepCutter, type Stretch } from './steps.ts';

export interface LoudnessMeter {
  /** A block of every channel, all of one length. */
  add(channels: readonly Float32Array[]): void;
  /** Weighted power of each full step so far. Grows; not a copy. */
  readonly powers: readonly number[];
}

/**
 * @param channels  1 mono, 2 stereo, 5 L R C Ls Rs, 6 with LFE fourth (it does not count), 8 as WAV has 7.1
 */
export const newLoudnessMeter = (rate: number, channels: number): LoudnessMeter => {
  const filters = kWeighting(rate);
  const weights = weightsOf(channels);
  const states = weights.map(() => new Float64Array(4));
  const sums = new Float64Array(channels);
  const powers: number[] = [];
  const { cut } = newStepCutter(rate);
  return {
    powers,
    add: (block) =>
      cut(
        block[0]?.length ?? 0,
        (from, to) => {
          for (const [channel, samples] of block.entries())
            if (weights[channel] !== 0)
              sums[channel]! += weightedSum(samples, from, to, filters, states[channel]!);
        },
        (frames) => {
          powers.push(sums.reduce((sum, one, channel) => sum + weights[channel]! * one, 0) / frames);
          sums.fill(0);
        },
      ),
  };
};

/** Surround channels count by 1.41 (1.5 dB), the LFE not at all: BS.1770-4, table 3. */
const weightsOf = (channels: number): readonly number[] => {
  const around = 1.41;
  if (channels === 4) return [1, 1, around, around];
  if (channels === 5) return [1, 1, 1, around, around];
  if (channels === 6) return [1, 1, 1, 0, around, around];
  // 7.1 in a WAV: L R C LFE, back, side. Only what stands at the side is raised.
  if (channels === 8) return [1, 1, 1, 0, 1, 1, around, around];
  return Array.from({ length: channels }, () => 1);
};

const momentarySteps = 40;
const shortTermSteps = 300;
/** Gating blocks are 400 ms, every 100 ms; so are the short-term values of the range. */
const hopSteps = 10;

/** In LUFS; -Infinity for silence. */
export const loudnessOfPower = (power: number): number => -0.691 + 10 * Math.log10(power);

const powerOfLoudness = (lufs: number): number => 10 ** ((lufs + 0.691) / 10);

/** Loudness of every window that is full, the first to end first. */
const windows = (
  powers: readonly number[],
  length: number,
  hop: number,
  { from = 0, to = powers.length }: Stretch,
): readonly number[] => {
  const found: number[] = [];
  const end = Math.min(to, powers.length);
  for (let start = from; start + length <= end; start += hop) {
    let sum = 0;
    for (let step = start; step < start + length; step++) sum += powers[step]!;
    found.push(sum / length);
  }
  return found;
};

/** Powers of windows at every step. */
const slidingMax = (powers: readonly number[], length: number, { from = 0, to }: Stretch): number => {
  const end = Math.min(to ?? powers.length, powers.length);
  let [sum, most] = [0, 0];
  for (let step = from; step < end; step++) {
    sum += powers[step]!;
    const gone = step - length;
    if (gone >= from) sum -= powers[gone]!;
    if (step - from + 1 >= length && sum > most) most = sum;
  }
  return loudnessOfPower(most / length);
};

/** The loudest 400 ms, in LUFS; -Infinity where there are none. */
export const momentaryMax = (powers: readonly number[], stretch: Stretch = {}): number =>
  slidingMax(powers, momentarySteps, stretch);

/** The loudest 3 s, in LUFS; -Infinity where there are none. */
export const shortTermMax = (powers: readonly number[], stretch: Stretch = {}): number =>
  slidingMax(powers, shortTermSteps, stretch);

const absoluteGate = powerOfLoudness(-70);

/**
 * Integrated loudness in LUFS: the mean of all 400 ms that are above -70 LUFS, and of those again the ones
 * above 10 LU below that mean. -Infinity where nothing is.
 */
export const integrated = (powers: readonly number[], stretch: Stretch = {}): number => {
  const heard = windows(powers, momentarySteps, hopSteps, stretch).filter((power) => power > absoluteGate);
  const gate = mean(heard) * 10 ** (-10 / 10);
  return loudnessOfPower(mean(heard.filter((power) => power > gate)));
};

/**
 * Loudness range in LU, EBU Tech 3342: from the 10th to the 95th percentile of the short-term loudness above
 * -70 LUFS and above 20 LU below its mean. 0 where nothing is.
 */
export const loudnessRange = (powers: readonly number[], stretch: Stretch = {}): number => {
  const heard = windows(powers, shortTermSteps, hopSteps, stretch).filter((power) => power > absoluteGate);
  const gate = mean(heard) * 10 ** (-20 / 10);
  const kept = heard.filter((power) => power > gate).sort((left, right) => left - right);
  if (kept.length === 0) return 0;
  const at = (share: number): number => kept[Math.round((kept.length - 1) * share)]!;
  return loudnessOfPower(at(0.95)) - loudnessOfPower(at(0.1));
};

/** Loudness of a stretch without gates, however short: of a bar, of a track in a section. */
export const loudnessBetween = (powers: readonly number[], from: number, to: number): number => {
  let [sum, steps] = [0, 0];
  for (let step = Math.max(0, from); step < Math.min(to, powers.length); step++, steps++)
    sum += powers[step]!;
  return steps === 0 ? -Infinity : loudnessOfPower(sum / steps);
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
