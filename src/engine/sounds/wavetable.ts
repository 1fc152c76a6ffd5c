// A wavetable as the core plays it: each period in copies that hold what can be heard at a pitch and no more.

import { newFft } from '../../audio/meters/fft.ts';
import type { SampleProgram } from '../program.ts';
import {
  highestIncrement,
  tableBefore,
  tableBehind,
  tableBits,
  tableFrameLength,
  tableLevels,
  tableOffsets,
} from '../wavetable-levels.ts';
import type { Recording } from './sound-map.ts';

/** Samples of a period in a file. */
const periodLength = 2048;
/** What lies beyond hearing is not made. */
const highestHertz = 22_000;
const mostPartials = 512;

const known = new WeakMap<Recording, Map<number, SampleProgram>>();

/** @param sampleRate  of the program; each table is made once for it */
export function preparedWavetable(recording: Recording, sampleRate: number): SampleProgram {
  const made = known.get(recording) ?? new Map<number, SampleProgram>();
  known.set(recording, made);
  const before = made.get(sampleRate);
  if (before) return before;
  const sample = prepare(recording, sampleRate);
  made.set(sampleRate, sample);
  return sample;
}

function prepare({ hash, channels }: Recording, sampleRate: number): SampleProgram {
  const [source] = channels;
  const frames = Math.max(1, Math.floor((source?.length ?? 0) / periodLength));
  const all = new Float32Array(frames * tableFrameLength);
  const cosines = new Float64Array(periodLength);
  const sines = new Float64Array(periodLength);
  for (let frame = 0; frame < frames; frame++) {
    cosines.fill(0);
    sines.fill(0);
    cosines.set(source?.subarray(frame * periodLength, (frame + 1) * periodLength) ?? []);
    newFft(periodLength).transform(cosines, sines);
    for (let level = 0; level < tableLevels; level++) {
      const partials = Math.floor(
        Math.min(
          mostPartials,
          highestHertz / sampleRate / highestIncrement(level),
          0.5 / highestIncrement(level),
        ),
      );
      const at = frame * tableFrameLength + tableOffsets[level]!;
      const length = 2 ** tableBits[level]!;
      write(all.subarray(at, at + tableBefore + length + tableBehind), length, [cosines, sines], partials);
    }
  }
  return { hash: `${hash} wavetable ${sampleRate}`, sampleRate, channels: [all] };
}

/** One copy: so many partials of a spectrum. */
function write(
  into: Float32Array,
  length: number,
  [cosines, sines]: readonly [Float64Array, Float64Array],
  partials: number,
): void {
  const real = new Float64Array(length);
  const imaginary = new Float64Array(length);
  for (let partial = 1; partial <= partials; partial++) {
    // Backwards is forwards with the parts changed; both halves at once leave the real part alone.
    real[partial] = (2 * sines[partial]!) / periodLength;
    imaginary[partial] = (2 * cosines[partial]!) / periodLength;
  }
  newFft(length).transform(real, imaginary);
  for (let i = 0; i < into.length; i++) into[i] = imaginary[(i - tableBefore + length) % length]!;
}
