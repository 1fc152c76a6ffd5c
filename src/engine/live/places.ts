// Where a change of the music may take place: the next bar or beat from a sample. Pure.

import type { Program } from '../program.ts';
import type { SwapPoint } from './messages.ts';

/** The sample of the next bar or beat after `sample`; 'now' where there is none ahead. */
export function swapSample(point: SwapPoint, program: Program, sample: number): number | 'now' {
  if (point === 'now') return 'now';
  const grid = point === 'bar' ? program.barSamples : program.beatSamples;
  return grid[indexAfter(grid, sample)] ?? 'now';
}

/** Index of the first value over `sample`, or the length. */
function indexAfter(grid: Uint32Array, sample: number): number {
  let low = 0;
  let high = grid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (grid[middle]! <= sample) low = middle + 1;
    else high = middle;
  }
  return low;
}
