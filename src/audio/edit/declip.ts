// Tops that a converter has cut off, made anew: what is missing follows from what stands around it, as the wave that
// such a voice would have gone on with (an autoregressive model, and the samples that fit it best). What was not cut
// off stays as it is, bit for bit; a top comes to lie over full scale by as much as was cut off.
// Source: Janssen, Veldhuis and Vries, "Adaptive interpolation of discrete-time signals that can be modeled as
// autoregressive processes" (1986).

import { type ClippedRun, clippedRunsOf } from '../analysis/clipping.ts';
import type { EditedSound } from './edited-sound.ts';

/** As long as it was. */
export const declipped = ({ sampleRate, channels }: EditedSound): EditedSound => ({
  sampleRate,
  channels: channels.map((channel) => {
    const runs = clippedRunsOf(channel);
    if (runs.length === 0) return channel;
    const made = Float32Array.from(channel);
    for (const near of together(runs)) mend(made, channel, near);
    return made;
  }),
});

/** How many samples before one follows it from, and how many around what is cut off it is learnt of. */
const order = 48;
const around = 512;
/** The longest stretch that is made anew at once. */
const longest = 4096;
/** The model is learnt of what was made, and what was made is made again. */
const rounds = 4;
/** How much of what was made last time is held on to: long tops run away without it. */
const held = 1e-4;
/** What was cut off is held to so many times the level at which it was cut: 12 dB. */
const mostOver = 4;

/** Runs so near to each other that neither can be learnt of without the other. */
function together(runs: readonly ClippedRun[]): readonly (readonly ClippedRun[])[] {
  const groups: ClippedRun[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const [first, last] = [group?.[0], group?.at(-1)];
    const isNear =
      first && last && run.from - (last.from + last.samples) < around && run.from - first.from < longest;
    if (isNear) group!.push(run);
    else groups.push([run]);
  }
  return groups;
}

function mend(made: Float32Array, recorded: Float32Array, runs: readonly ClippedRun[]): void {
  const last = runs.at(-1)!;
  const from = Math.max(0, runs[0]!.from - around);
  const to = Math.min(made.length, last.from + last.samples + around);
  const signal = Float64Array.from(made.subarray(from, to));
  const missing = runs.flatMap(({ from: start, samples }) =>
    Array.from({ length: samples }, (_, i) => start - from + i),
  );
  const top = Math.abs(recorded[runs[0]!.from]!);
  for (let round = 0; round < rounds; round++) {
    const model = modelOf(signal);
    if (!model) return;
    const found = bestFit(signal, missing, model);
    if (!found) return;
    for (const [at, place] of missing.entries()) {
      // The converter said that it was at least as much, and on which side.
      const side = Math.sign(recorded[from + place]!);
      signal[place] = side * Math.min(mostOver * top, Math.max(top, side * found[at]!));
    }
  }
  for (const place of missing) made[from + place] = signal[place]!;
}

/** 1 and the coefficients that tell each sample from those before it, by Levinson and Durbin; undefined for silence. */
function modelOf(signal: Float64Array): Float64Array | undefined {
  const under = signal.map((value, i) => value * Math.sin((Math.PI * (i + 0.5)) / signal.length) ** 2);
  const alike = Float64Array.from({ length: order + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < under.length; i++) sum += under[i]! * under[i - lag]!;
    return sum;
  });
  // A trace of noise, so that a pure tone has an answer, too.
  let error = alike[0]! * (1 + 1e-9);
  if (error <= 0) return undefined;
  const model = new Float64Array(order + 1);
  const before = new Float64Array(order + 1);
  model[0] = 1;
  for (let step = 1; step <= order; step++) {
    let sum = 0;
    for (let i = 0; i < step; i++) sum += model[i]! * alike[step - i]!;
    const reflection = -sum / error;
    before.set(model);
    for (let i = 1; i <= step; i++) model[i] = before[i]! + reflection * before[step - i]!;
    error *= 1 - reflection * reflection;
    if (!(error > 0)) break;
  }
  return model;
}

/**
 * The values of the missing samples with which the whole is told best by the model: least squares, whose matrix is
 * banded, by Cholesky. Undefined where there is no answer.
 */
function bestFit(
  signal: Float64Array,
  missing: readonly number[],
  model: Float64Array,
): Float64Array | undefined {
  const weights = Float64Array.from({ length: order + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i <= order; i++) sum += model[i]! * model[i - lag]!;
    return sum;
  });
  const count = missing.length;
  const isMissing = new Uint8Array(signal.length);
  for (const place of missing) isMissing[place] = 1;
  // What those that are known ask of each that is missing.
  const hold = held * weights[0]!;
  const wanted = Float64Array.from(missing, (place) => {
    let sum = hold * signal[place]!;
    for (let lag = -order; lag <= order; lag++) {
      const other = place + lag;
      if (other >= 0 && other < signal.length && !isMissing[other])
        sum -= weights[Math.abs(lag)]! * signal[other]!;
    }
    return sum;
  });
  // Rows of the lower half, from `order` before the diagonal on.
  const width = order + 1;
  const rows = new Float64Array(count * width);
  for (let row = 0; row < count; row++) {
    for (let column = Math.max(0, row - order); column <= row; column++) {
      const lag = missing[row]! - missing[column]!;
      let sum = (lag <= order ? weights[lag]! : 0) + (lag === 0 ? hold : 0);
      for (let k = Math.max(0, row - order); k < column; k++)
        if (column - k <= order) sum -= rows[row * width + row - k]! * rows[column * width + column - k]!;
      if (column < row) rows[row * width + row - column] = sum / rows[column * width]!;
      else if (sum > 0) rows[row * width] = Math.sqrt(sum);
      else return undefined;
    }
  }
  for (let row = 0; row < count; row++) {
    for (let k = Math.max(0, row - order); k < row; k++)
      wanted[row]! -= rows[row * width + row - k]! * wanted[k]!;
    wanted[row]! /= rows[row * width]!;
  }
  for (let row = count - 1; row >= 0; row--) {
    for (let k = row + 1; k <= Math.min(count - 1, row + order); k++)
      wanted[row]! -= rows[k * width + k - row]! * wanted[k]!;
    wanted[row]! /= rows[row * width]!;
  }
  return wanted;
}
