// Freeverb, wired as Tone.js wires it: on each side a lowpass, four combs beside each other, and four all-pass
// filters in a row.

import { FREEVERB_DAMPENING, FREEVERB_ROOM_SIZE, FREEVERB_WET, FILTER_TYPE_ALLPASS } from '../generated/layout';
import { within } from '../math';
import { BLOCK, BLOCK_BYTES } from '../memory';
import { combAdd } from './comb';
import { DelayLine, lineBytes, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { echoesUntilSilence } from './feedback';
import { FilterPair, PAIR_BYTES, pairJump, pairRender, pairSet } from './filter-pair';
import { sampleRate } from './rate';
import { respond } from './response';
import { moveLeft, moveRight, wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

const COMBS: i32 = 8;
/** At 44.1 kHz; the first four are the left side's. */
const combs: StaticArray<i32> = [1557, 1617, 1491, 1422, 1277, 1356, 1188, 1116];
const allpasses: StaticArray<f32> = [225, 556, 441, 341];

@unmanaged
class Freeverb extends DryWet {
  feedback: f32;
  share: f32;
  /** What the lowpasses remember. */
  left: f32;
  right: f32;
}

const PAIRS: usize = 32;
const LINES: usize = PAIRS + 2 * PAIR_BYTES;

export function freeverbBytes(): usize {
  return LINES + <usize>COMBS * lineBytes(longest());
}

function longest(): i32 {
  return delayOf(1) + 4;
}

/** Tone.js reads a sample later than asked. */
function delayOf(index: i32): i32 {
  return max<i32>(BLOCK, <i32>(<f64><f32>(<f64>combs[index] / 44100) * <f64>sampleRate) + 1);
}

export function freeverbMake(at: usize): void {
  for (let index = 0; index < COMBS; index++) makeLine(at + LINES + <usize>index * lineBytes(longest()), longest());
  for (let index = 0; index < 4; index++) {
    respond(FILTER_TYPE_ALLPASS, allpasses[index], 1, 0);
    pairSet(pairAt(at, index >> 1), index & 1);
    pairJump(pairAt(at, index >> 1));
  }
}

export function freeverbSet(at: usize, values: usize, jump: bool): void {
  const reverb = changetype<Freeverb>(at);
  reverb.feedback = within(valueAt(values, FREEVERB_ROOM_SIZE), 0, 0.99);
  reverb.share = min<f32>(1, 6.283185307179586 * within(valueAt(values, FREEVERB_DAMPENING), 1, 20000) / sampleRate);
  dryWetSet(reverb, valueAt(values, FREEVERB_WET));
  if (jump) dryWetJump(reverb);
}

export function freeverbTail(at: usize): i32 {
  return delayOf(1) * echoesUntilSilence(changetype<Freeverb>(at).feedback);
}

export function freeverbRender(at: usize, left: usize, right: usize, key: usize): void {
  const reverb = changetype<Freeverb>(at);
  reverb.left = darken(left, moveLeft, reverb.left, reverb.share);
  reverb.right = darken(right, moveRight, reverb.right, reverb.share);
  memory.fill(wetLeft, 0, BLOCK_BYTES);
  memory.fill(wetRight, 0, BLOCK_BYTES);
  for (let index = 0; index < COMBS; index++) {
    const line = changetype<DelayLine>(at + LINES + <usize>index * lineBytes(longest()));
    const isLeft = index < COMBS / 2;
    combAdd(line, delayOf(index), reverb.feedback, isLeft ? moveLeft : moveRight, isLeft ? wetLeft : wetRight);
  }
  pairRender(pairAt(at, 0), wetLeft, wetRight);
  pairRender(pairAt(at, 1), wetLeft, wetRight);
  dryWetRender(reverb, left, wetLeft);
  dryWetRender(reverb, right, wetRight);
  dryWetJump(reverb);
}

/** A one-pole lowpass from `block` to `out`; gives what it remembers. */
function darken(block: usize, out: usize, held: f32, share: f32): f32 {
  let y = held;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    y += share * (load<f32>(block + i) - y);
    store<f32>(out + i, y);
  }
  return abs<f32>(y) < 1e-15 ? 0 : y;
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + PAIRS + <usize>index * PAIR_BYTES);
}
