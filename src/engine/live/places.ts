// Places in a program: the next bar or beat from a sample, and the same place in another program.
// Pure.

import type { Program } from '../program.ts';
import type { LoopRange, SwapPoint } from './messages.ts';

/**
 * Frames from `sample` until the swap point, following a loop; 0 where there is none ahead.
 * @param sample  where the song stands
 */
export function framesUntil(point: SwapPoint, program: Program, sample: number, loop: LoopRange | undefined): number {
  if (point === 'now') return 0;
  const grid = point === 'bar' ? program.barSamples : program.beatSamples;
  const next = grid[indexFrom(grid, sample)];
  // A loop's end is a bar line, too: what is heard there is the loop's first bar.
  const looped = loop && sample < loop.to ? loop.to : undefined;
  const at = Math.min(next ?? Infinity, looped ?? Infinity);
  return Number.isFinite(at) ? at - sample : 0;
}

/** The sample in `to` of the place that `sample` is in `from`: the same bar, and the same share of it. */
export function samePlace(sample: number, from: Program, to: Program): number {
  const bar = Math.max(0, indexFrom(from.barSamples, sample + 1) - 1);
  const start = from.barSamples[bar] ?? 0;
  const end = from.barSamples[bar + 1];
  if (end === undefined) return to.lengthSamples;
  const [newStart, newEnd] = [to.barSamples[bar], to.barSamples[bar + 1]];
  if (newStart === undefined || newEnd === undefined) return to.lengthSamples;
  return Math.round(newStart + ((sample - start) / (end - start)) * (newEnd - newStart));
}

/** Index of the first value >= `sample`, or the length. */
function indexFrom(grid: Uint32Array, sample: number): number {
  let low = 0;
  let high = grid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (grid[middle]! < sample) low = middle + 1;
    else high = middle;
  }
  return low;
}
