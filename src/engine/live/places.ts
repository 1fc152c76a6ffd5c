// Where a change of the music may take place: the next beat, bar or section from a sample. Pure.

import { eventStride, type Program, type TrackProgram } from '../program.ts';
import type { SwapPoint } from './messages.ts';

const grids = { beat: 'beatSamples', bar: 'barSamples', cycle: 'sectionSamples' } as const;

/** The sample of the next beat, bar or section after `sample`; 'now' where there is none ahead. */
export function swapSample(point: SwapPoint, program: Program, sample: number): number | 'now' {
  if (point === 'now') return 'now';
  if (typeof point === 'object') return point.sample;
  const grid = program[grids[point]];
  return grid[indexAfter(grid, sample)] ?? 'now';
}

/** Index of the first value over `sample`, or the length. */
export function indexAfter(grid: Uint32Array, sample: number): number {
  let low = 0;
  let high = grid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (grid[middle]! <= sample) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first note of a track that begins at `sample` or later; as many as there are where none does. */
export function firstNoteFrom({ events, eventCount }: Notes, sample: number): number {
  const view = new DataView(events);
  let [low, high] = [0, eventCount];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.getUint32(middle * eventStride, true) < sample) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a note of a track begins, in samples. */
export const startOf = ({ events }: Notes, index: number): number =>
  new DataView(events).getUint32(index * eventStride, true);

type Notes = Pick<TrackProgram, 'events' | 'eventCount'>;
