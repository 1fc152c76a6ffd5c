// Phaser: Tone.js's row of all-pass filters on each side, swept by oscillators half a turn apart.

import {
  PHASER_BASE_FREQUENCY, PHASER_FREQUENCY, PHASER_OCTAVES, PHASER_Q, PHASER_STAGES, PHASER_WET, CHORUS_TYPE_SINE,
  FILTER_TYPE_ALLPASS,
} from '../generated/layout';
import { exp2, within } from '../math';
import { BLOCK } from '../memory';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { FilterPair, PAIR_BYTES, interleave, pairPass, pairSet, separate } from './filter-pair';
import { lfoRender, lfoScale, lfoStep, phaseOf } from './lfo';
import { damping, respond } from './response';
import { moveLeft, moveRight, wetLeft, wetRight } from './scratch';
import { tangentsOf } from './sweep-tangents';
import { pairSweep, sweepAlong } from './swept-pair';
import { valueAt, wholeAt } from './values';

const MOST_STAGES: i32 = 24;

@unmanaged
class Phaser extends DryWet {
  phase: u32;
  step: u32;
  stages: i32;
  damping: f32;
  low: f32;
  high: f32;
  nextLow: f32;
  nextHigh: f32;
}

const PAIRS: usize = 48;

export function phaserBytes(): usize {
  return PAIRS + <usize>(MOST_STAGES / 2) * PAIR_BYTES;
}

export function phaserMake(at: usize): void {}

export function phaserSet(at: usize, values: usize, jump: bool): void {
  const phaser = changetype<Phaser>(at);
  phaser.step = lfoStep(valueAt(values, PHASER_FREQUENCY));
  phaser.nextLow = within(valueAt(values, PHASER_BASE_FREQUENCY), 1, 20000);
  phaser.nextHigh = phaser.nextLow * exp2(within(valueAt(values, PHASER_OCTAVES), 0, 16));
  dryWetSet(phaser, valueAt(values, PHASER_WET));
  respond(FILTER_TYPE_ALLPASS, 1000, valueAt(values, PHASER_Q), 0);
  phaser.damping = damping;
  phaser.stages = max<i32>(1, wholeAt(values, PHASER_STAGES, MOST_STAGES));
  for (let index = 0; index < MOST_STAGES; index++) {
    const pair = pairAt(at, index >> 1);
    if (index < phaser.stages) pairSet(pair, index & 1);
    else pairPass(pair, index & 1);
  }
  if (!jump) return;
  dryWetJump(phaser);
  phaser.low = phaser.nextLow;
  phaser.high = phaser.nextHigh;
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function phaserAlign(at: usize, sample: u32): void {
  const phaser = changetype<Phaser>(at);
  phaser.phase = phaser.step * sample;
}

export function phaserRender(at: usize, left: usize, right: usize, key: usize): void {
  const phaser = changetype<Phaser>(at);
  lfoRender(moveLeft, CHORUS_TYPE_SINE, phaser.phase, phaser.step);
  lfoRender(moveRight, CHORUS_TYPE_SINE, phaser.phase + phaseOf(180), phaser.step);
  phaser.phase += phaser.step * <u32>BLOCK;
  lfoScale(moveLeft, 1, 1, phaser.low, phaser.nextLow, phaser.high, phaser.nextHigh);
  lfoScale(moveRight, 1, 1, phaser.low, phaser.nextLow, phaser.high, phaser.nextHigh);
  phaser.low = phaser.nextLow;
  phaser.high = phaser.nextHigh;
  tangentsOf(moveLeft);
  tangentsOf(moveRight);
  sweepAlong(moveLeft, moveRight, phaser.damping);
  interleave(left, right);
  for (let index = 0; index < (phaser.stages + 1) >> 1; index++) pairSweep(pairAt(at, index));
  separate(wetLeft, wetRight);
  dryWetRender(phaser, left, wetLeft);
  dryWetRender(phaser, right, wetRight);
  dryWetJump(phaser);
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + PAIRS + <usize>index * PAIR_BYTES);
}
