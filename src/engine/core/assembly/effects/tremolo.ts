// Tremolo: each side's gain follows an oscillator, as in Tone.js: in the middle of its way at half gain.

import {
  TREMOLO_DEPTH, TREMOLO_FREQUENCY, TREMOLO_SPREAD, TREMOLO_TYPE, TREMOLO_TYPE_SAWTOOTH, TREMOLO_WET,
} from '../generated/layout';
import { within } from '../math';
import { BLOCK } from '../memory';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { lfoRender, lfoScale, lfoStep, phaseOf } from './lfo';
import { moveLeft, moveRight } from './scratch';
import { valueAt, wholeAt } from './values';

@unmanaged
class Tremolo extends DryWet {
  phase: u32;
  step: u32;
  leftPhase: u32;
  rightPhase: u32;
  type: i32;
  depth: f32;
  nextDepth: f32;
}

export function tremoloBytes(): usize {
  return offsetof<Tremolo>();
}

export function tremoloMake(at: usize): void {}

export function tremoloSet(at: usize, values: usize, jump: bool): void {
  const tremolo = changetype<Tremolo>(at);
  const spread = within(valueAt(values, TREMOLO_SPREAD), -3600, 3600);
  tremolo.step = lfoStep(valueAt(values, TREMOLO_FREQUENCY));
  tremolo.leftPhase = phaseOf(spread / 2 - 90);
  tremolo.rightPhase = phaseOf(-spread / 2 - 90);
  tremolo.type = wholeAt(values, TREMOLO_TYPE, TREMOLO_TYPE_SAWTOOTH);
  tremolo.nextDepth = within(valueAt(values, TREMOLO_DEPTH), 0, 1);
  dryWetSet(tremolo, valueAt(values, TREMOLO_WET));
  if (!jump) return;
  dryWetJump(tremolo);
  tremolo.depth = tremolo.nextDepth;
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function tremoloAlign(at: usize, sample: u32): void {
  const tremolo = changetype<Tremolo>(at);
  tremolo.phase = tremolo.step * sample;
}

export function tremoloRender(at: usize, left: usize, right: usize, key: usize): void {
  const tremolo = changetype<Tremolo>(at);
  lfoRender(moveLeft, tremolo.type, tremolo.phase + tremolo.leftPhase, tremolo.step);
  lfoRender(moveRight, tremolo.type, tremolo.phase + tremolo.rightPhase, tremolo.step);
  tremolo.phase += tremolo.step * <u32>BLOCK;
  lfoScale(moveLeft, tremolo.depth, tremolo.nextDepth, 1, 1, 0, 0);
  lfoScale(moveRight, tremolo.depth, tremolo.nextDepth, 1, 1, 0, 0);
  tremolo.depth = tremolo.nextDepth;
  multiply(left, moveLeft);
  multiply(right, moveRight);
  dryWetRender(tremolo, left, moveLeft);
  dryWetRender(tremolo, right, moveRight);
  dryWetJump(tremolo);
}

function multiply(block: usize, gains: usize): void {
  for (let i: usize = 0; i < 512; i += 16) v128.store(gains + i, f32x4.mul(v128.load(gains + i), v128.load(block + i)));
}
