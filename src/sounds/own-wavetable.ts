// A wavetable of a person's own: a recording of periods, one behind the other, each of 2048 samples, as Serum, Vital and
// most of their tables have them. What is no such file is told of in words.

import { fileMap } from './folders.ts';
import type { OpenMap } from './open-map.ts';

/** Samples of a period. */
const period = 2048;
const mostPeriods = 256;

/** @throws Error with what is wrong with its length: a rest of a period is none */
export const ownWavetableMap = async (file: string): Promise<OpenMap> => {
  const opened = await fileMap(file);
  const frames = opened.map.length?.frames ?? 0;
  const periods = frames / period;
  if (!Number.isInteger(periods) || periods < 1)
    throw new Error(
      `a wavetable is whole periods of ${period} samples, and it has ${frames} samples. Export it with that frame size.`,
    );
  if (periods > mostPeriods)
    throw new Error(`a wavetable has ${mostPeriods} periods at most, and it has ${periods}. Export fewer.`);
  return opened;
};
