// Vibrato: a delay that moves between nothing and maxDelay, and takes the pitch along.

import {
  VIBRATO_DEPTH, VIBRATO_FREQUENCY, VIBRATO_MAX_DELAY, VIBRATO_TYPE, VIBRATO_TYPE_SAWTOOTH, VIBRATO_WET,
} from '../generated/layout';
import { within } from '../math';
import { BLOCK } from '../memory';
import { DelayLine, lineBytes, lineNext, lineWritten, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { lfoRender, lfoScale, lfoStep, phaseOf } from './lfo';
import { LEAST_DELAY, tapAt } from './moving-tap';
import { sampleRate } from './rate';
import { moveLeft, wetLeft, wetRight } from './scratch';
import { valueAt, wholeAt } from './values';

const LONGEST_SECONDS: f32 = 0.05;

@unmanaged
class Vibrato extends DryWet {
  left: DelayLine;
  right: DelayLine;
  phase: u32;
  step: u32;
  type: i32;
  depth: f32;
  nextDepth: f32;
  /** In samples. */
  most: f32;
  nextMost: f32;
}

const LINES: usize = 64;

export function vibratoBytes(): usize {
  return LINES + 2 * lineBytes(longest());
}

function longest(): i32 {
  return <i32>(LONGEST_SECONDS * sampleRate) + 4;
}

export function vibratoMake(at: usize): void {
  const vibrato = changetype<Vibrato>(at);
  // It starts at its longest delay, as Tone.js's does.
  vibrato.phase = phaseOf(90);
  vibrato.left = makeLine(at + LINES, longest());
  vibrato.right = makeLine(at + LINES + lineBytes(longest()), longest());
}

export function vibratoSet(at: usize, values: usize, jump: bool): void {
  const vibrato = changetype<Vibrato>(at);
  vibrato.step = lfoStep(valueAt(values, VIBRATO_FREQUENCY));
  vibrato.type = wholeAt(values, VIBRATO_TYPE, VIBRATO_TYPE_SAWTOOTH);
  vibrato.nextDepth = within(valueAt(values, VIBRATO_DEPTH), 0, 1);
  vibrato.nextMost = within(valueAt(values, VIBRATO_MAX_DELAY), 0, LONGEST_SECONDS) * sampleRate;
  dryWetSet(vibrato, valueAt(values, VIBRATO_WET));
  if (!jump) return;
  dryWetJump(vibrato);
  vibrato.depth = vibrato.nextDepth;
  vibrato.most = vibrato.nextMost;
}

export function vibratoTail(at: usize): i32 {
  return <i32>changetype<Vibrato>(at).most + 4;
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function vibratoAlign(at: usize, sample: u32): void {
  const vibrato = changetype<Vibrato>(at);
  vibrato.phase = vibrato.step * sample + phaseOf(90);
}

export function vibratoRender(at: usize, left: usize, right: usize, key: usize): void {
  const vibrato = changetype<Vibrato>(at);
  lfoRender(moveLeft, vibrato.type, vibrato.phase, vibrato.step);
  vibrato.phase += vibrato.step * <u32>BLOCK;
  lfoScale(moveLeft, vibrato.depth, vibrato.nextDepth, 0, 0, vibrato.most, vibrato.nextMost);
  vibrato.depth = vibrato.nextDepth;
  vibrato.most = vibrato.nextMost;
  delay(vibrato.left, left, wetLeft);
  delay(vibrato.right, right, wetRight);
  dryWetRender(vibrato, left, wetLeft);
  dryWetRender(vibrato, right, wetRight);
  dryWetJump(vibrato);
}

function delay(line: DelayLine, block: usize, out: usize): void {
  memory.copy(lineNext(line), block, 512);
  for (let i = 0; i < BLOCK; i++) {
    const at = <usize>i << 2;
    store<f32>(out + at, tapAt(line, i, max<f32>(LEAST_DELAY, load<f32>(moveLeft + at))));
  }
  lineWritten(line);
}
