// Delay compensation of a strip: how late its sound comes to the mix and to each bus, so that it meets there what
// came by ways that look ahead. Another delay comes up within a block, as the one before it goes.

import { mixInto } from '../blocks';
import { DelayLine, lineBlock, lineBytes, lineNext, lineWritten, makeLine } from '../effects/delay-line';
import { poolKeep } from '../effects/pool';
import { MAX_BUSES } from '../generated/layout';
import { BLOCK, BLOCK_BYTES, reserve } from '../memory';

/** The most that ways can differ by: four effects that look ahead, one after the other, and more. */
const MOST_DELAY: i32 = 8192;

@unmanaged
export class Compensation {
  /** i32 pairs: the delay of an edge, and the one that it is to have; edge 0 is the mix, then the buses. */
  edges: usize;
  /** Delay lines of what goes on, and of what is sent before the fader: 0 as long as nothing is late. */
  outs: usize;
  preOuts: usize;
  /** Samples: the longest delay that there has been. 0: nothing goes through the lines. */
  longest: i32;
}

export function newCompensation(): Compensation {
  const compensation = changetype<Compensation>(reserve(offsetof<Compensation>()));
  compensation.edges = reserve((MAX_BUSES + 1) * 8);
  return compensation;
}

/**
 * How late the strip's sound is to come to an edge from the next block on. Held to `MOST_DELAY`; as it was, where
 * there is no room for lines.
 * @param isSilent  nothing of it is on its way: it need not come up
 */
export function compensate(compensation: Compensation, edge: i32, samples: i32, isSilent: bool): void {
  const delay = min<i32>(max<i32>(samples, 0), MOST_DELAY);
  const at = edgeAt(compensation, edge);
  store<i32>(at, delay, 4);
  if (isSilent) store<i32>(at, delay);
  if (delay > 0 && compensation.outs == 0) compensation.outs = newLines();
  if (delay > 0 && compensation.preOuts == 0) compensation.preOuts = newLines();
  if (compensation.outs == 0 || compensation.preOuts == 0) return;
  // Once it has lines they stay in use: what they hold must not come out later.
  compensation.longest = max<i32>(compensation.longest, delay);
}

/** Puts a block into two delay lines, `outs` or `preOuts`. */
export function keepLate(lines: usize, left: usize, right: usize): void {
  const first = changetype<DelayLine>(load<usize>(lines));
  const second = changetype<DelayLine>(load<usize>(lines, 4));
  memory.copy(lineNext(first), left, BLOCK_BYTES);
  memory.copy(lineNext(second), right, BLOCK_BYTES);
  lineWritten(first);
  lineWritten(second);
}

/**
 * Adds a part of the block to a sum, as late as the edge is.
 * @param lines  `outs` or `preOuts`, which have the block where anything is late
 * @param first  frame that the part begins at; from the gain `from` to the gain `to` within it
 */
export function sendLate(
  compensation: Compensation, edge: i32, toLeft: usize, toRight: usize, left: usize, right: usize, lines: usize,
  from: f32, to: f32, first: i32, frames: i32,
): void {
  const at = <usize>first << 2;
  if (compensation.longest == 0) {
    mixInto(toLeft + at, left + at, from, to, frames);
    mixInto(toRight + at, right + at, from, to, frames);
    return;
  }
  const delay = load<i32>(edgeAt(compensation, edge));
  const next = load<i32>(edgeAt(compensation, edge), 4);
  if (delay == next) {
    mixInto(toLeft + at, late(lines, 0, delay) + at, from, to, frames);
    mixInto(toRight + at, late(lines, 1, delay) + at, from, to, frames);
    return;
  }
  // Another delay comes up as the one before it goes; within a block, or a part where lanes bend.
  const isFirst = first == 0;
  mixInto(toLeft + at, late(lines, 0, next) + at, isFirst ? <f32>0 : from, to, frames);
  mixInto(toRight + at, late(lines, 1, next) + at, isFirst ? <f32>0 : from, to, frames);
  if (!isFirst) return;
  mixInto(toLeft + at, late(lines, 0, delay) + at, from, 0, frames);
  mixInto(toRight + at, late(lines, 1, delay) + at, from, 0, frames);
}

/** At a block's end: every edge has the delay that it was to have. */
export function settleDelays(compensation: Compensation): void {
  for (let edge = 0; edge <= MAX_BUSES; edge++) {
    const at = edgeAt(compensation, edge);
    store<i32>(at, load<i32>(at, 4));
  }
}

function edgeAt(compensation: Compensation, edge: i32): usize {
  return compensation.edges + (<usize>edge << 3);
}

/** The newest block of a line, `delay` samples late. */
function late(lines: usize, side: i32, delay: i32): usize {
  return lineBlock(changetype<DelayLine>(load<usize>(lines + (<usize>side << 2))), BLOCK + delay);
}

/** Two delay lines, and their addresses before them; 0 where there is no room. */
function newLines(): usize {
  const bytes = lineBytes(MOST_DELAY);
  const at = poolKeep(16 + 2 * bytes);
  if (at == 0) return 0;
  store<usize>(at, changetype<usize>(makeLine(at + 16, MOST_DELAY)));
  store<usize>(at, changetype<usize>(makeLine(at + 16 + bytes, MOST_DELAY)), 4);
  return at;
}
