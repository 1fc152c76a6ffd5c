// Peak, mean square and reduction of every strip since the host last read them.
// Order: tracks, buses, master; five f32 each: peak left and right, RMS left and right, reduction in dB.

import { MAX_BUSES, MAX_TRACKS } from './generated/layout';
import { BLOCK } from './memory';

const STRIPS: i32 = MAX_TRACKS + MAX_BUSES + 1;
const FIELDS: i32 = 5;

const read = memory.data(STRIPS * FIELDS * 4, 16);
/** Peak left and right, sum of squares left and right. */
const sums = memory.data(STRIPS * 4 * 4, 16);
let blocks: i32 = 0;

export const BUS_METER: i32 = MAX_TRACKS;
export const MASTER_METER: i32 = MAX_TRACKS + MAX_BUSES;

/** A block has passed, silent strips or not. */
export function metersStep(): void {
  blocks++;
}

export function meterAdd(strip: i32, peakLeft: f32, peakRight: f32, squaresLeft: f32, squaresRight: f32): void {
  const at = sums + (<usize>strip << 4);
  store<f32>(at, max<f32>(load<f32>(at), peakLeft));
  store<f32>(at, max<f32>(load<f32>(at, 4), peakRight), 4);
  store<f32>(at, load<f32>(at, 8) + squaresLeft, 8);
  store<f32>(at, load<f32>(at, 12) + squaresRight, 12);
}

/** Reduction is read from the effects themselves, 0 or more: the host's reading asks for it strip by strip. */
export function meterReduction(strip: i32, decibels: f32): void {
  store<f32>(read + <usize>(strip * FIELDS * 4), decibels, 16);
}

/** As if nothing had been measured or read. */
export function metersRest(): void {
  metersTake();
  memory.fill(read, 0, STRIPS * FIELDS * 4);
}

/** Address of all meters; starts them anew. */
export function metersTake(): usize {
  const frames = <f32>max<i32>(blocks, 1) * <f32>BLOCK;
  for (let strip = 0; strip < STRIPS; strip++) {
    const from = sums + (<usize>strip << 4);
    const to = read + <usize>(strip * FIELDS * 4);
    store<f32>(to, load<f32>(from));
    store<f32>(to, load<f32>(from, 4), 4);
    store<f32>(to, sqrt<f32>(load<f32>(from, 8) / frames), 8);
    store<f32>(to, sqrt<f32>(load<f32>(from, 12) / frames), 12);
  }
  memory.fill(sums, 0, STRIPS * 16);
  blocks = 0;
  return read;
}
