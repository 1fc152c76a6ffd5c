// JCReverb, wired as Tone.js wires it: the sum of both sides through three all-pass filters, then two combs for
// each side.

import { FILTER_TYPE_ALLPASS, JC_REVERB_ROOM_SIZE, JC_REVERB_WET } from '../generated/layout';
import { within } from '../math';
import { BLOCK, BLOCK_BYTES } from '../memory';
import { combAdd } from './comb';
import { DelayLine, lineBytes, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { echoesUntilSilence } from './feedback';
import { FilterPair, PAIR_BYTES, pairJump, pairPass, pairRender, pairSet } from './filter-pair';
import { sampleRate } from './rate';
import { respond } from './response';
import { moveLeft, wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

const COMBS: i32 = 4;
const seconds: StaticArray<f64> = [0.06748, 0.06404, 0.08212, 0.09004];
const resonances: StaticArray<f32> = [0.773, 0.802, 0.753, 0.733];
const allpasses: StaticArray<f32> = [347, 113, 37];

@unmanaged
class JcReverb extends DryWet {
  /** What the room adds to the resonances, which are for a large one. */
  more: f32;
}

const PAIRS: usize = 32;
const LINES: usize = PAIRS + 2 * PAIR_BYTES;

export function jcReverbBytes(): usize {
  return LINES + <usize>COMBS * lineBytes(longest());
}

function longest(): i32 {
  return delayOf(3) + 4;
}

/** Tone.js reads a sample later than asked. */
function delayOf(index: i32): i32 {
  return max<i32>(BLOCK, <i32>(seconds[index] * <f64>sampleRate) + 1);
}

export function jcReverbMake(at: usize): void {
  for (let index = 0; index < COMBS; index++) makeLine(at + LINES + <usize>index * lineBytes(longest()), longest());
  for (let index = 0; index < 3; index++) {
    respond(FILTER_TYPE_ALLPASS, allpasses[index], 1, 0);
    pairSet(pairAt(at, index >> 1), index & 1);
  }
  pairPass(pairAt(at, 1), 1);
  pairJump(pairAt(at, 0));
  pairJump(pairAt(at, 1));
}

export function jcReverbSet(at: usize, values: usize, jump: bool): void {
  const reverb = changetype<JcReverb>(at);
  reverb.more = within(valueAt(values, JC_REVERB_ROOM_SIZE), 0, 1) * 0.93 - 0.733;
  dryWetSet(reverb, valueAt(values, JC_REVERB_WET));
  if (jump) dryWetJump(reverb);
}

function feedbackOf(reverb: JcReverb, index: i32): f32 {
  return within(resonances[index] + reverb.more, 0, 0.9999);
}

export function jcReverbTail(at: usize): i32 {
  return delayOf(3) * echoesUntilSilence(feedbackOf(changetype<JcReverb>(at), 1));
}

export function jcReverbRender(at: usize, left: usize, right: usize, key: usize): void {
  const reverb = changetype<JcReverb>(at);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    v128.store(moveLeft + i, f32x4.add(v128.load(left + i), v128.load(right + i)));
  }
  pairRender(pairAt(at, 0), moveLeft, 0);
  pairRender(pairAt(at, 1), moveLeft, 0);
  memory.fill(wetLeft, 0, BLOCK_BYTES);
  memory.fill(wetRight, 0, BLOCK_BYTES);
  for (let index = 0; index < COMBS; index++) {
    const line = changetype<DelayLine>(at + LINES + <usize>index * lineBytes(longest()));
    combAdd(line, delayOf(index), feedbackOf(reverb, index), moveLeft, index < COMBS / 2 ? wetLeft : wetRight);
  }
  dryWetRender(reverb, left, wetLeft);
  dryWetRender(reverb, right, wetRight);
  dryWetJump(reverb);
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + PAIRS + <usize>index * PAIR_BYTES);
}
