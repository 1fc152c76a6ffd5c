// PitchShift: Tone.js's two taps that run along a delay and fade into each other, half a piece apart. The pitch
// is right up and down; what is read between samples is read by a sinc, so that nothing is added to it.

import {
  PITCH_SHIFT_DELAY_TIME, PITCH_SHIFT_FEEDBACK, PITCH_SHIFT_PITCH, PITCH_SHIFT_WET, PITCH_SHIFT_WINDOW_SIZE,
} from '../generated/layout';
import { exp2, sinOfPhase, within } from '../math';
import { BLOCK } from '../memory';
import { DelayLine, lineBytes, lineNext, lineRepeated, lineSample, lineWritten, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { calmSample, echoesUntilSilence } from './feedback';
import { sampleRate } from './rate';
import { wetLeft, wetRight } from './scratch';
import { SINC_BYTES, heardLeft, heardRight, sincInit, sincReach, sincSpeed, sincTaps } from './sinc-tap';
import { valueAt } from './values';

const LONGEST_WINDOW: f32 = 0.2;
const LONGEST_DELAY: f32 = 1;
/** Farthest that the sinc reaches: see `sincReach` at four times the speed. */
const REACH: i32 = 72;
const TURN: f64 = 4294967296;

@unmanaged
class PitchShift extends DryWet {
  left: DelayLine;
  right: DelayLine;
  leftLater: DelayLine;
  rightLater: DelayLine;
  /** Where the first tap is in its piece, of 2^32; the second is half a piece further. */
  phase: u32;
  speed: f32;
  window: f32;
  nextWindow: f32;
  delay: i32;
  nextDelay: i32;
  feedback: f32;
}

const LINES: usize = 64;

export function pitchShiftInit(): void {
  sincInit();
}

export function pitchShiftBytes(): usize {
  return LINES + SINC_BYTES + 2 * lineBytes(longestWindow()) + 2 * lineBytes(longestDelay());
}

function longestWindow(): i32 {
  return <i32>(LONGEST_WINDOW * sampleRate) + 2 * REACH + 8;
}

function longestDelay(): i32 {
  return <i32>(LONGEST_DELAY * sampleRate) + 4;
}

export function pitchShiftMake(at: usize): void {
  const shift = changetype<PitchShift>(at);
  let next = at + LINES + SINC_BYTES;
  shift.left = makeLine(next, longestWindow());
  next += lineBytes(longestWindow());
  shift.right = makeLine(next, longestWindow());
  next += lineBytes(longestWindow());
  shift.leftLater = makeLine(next, longestDelay());
  next += lineBytes(longestDelay());
  shift.rightLater = makeLine(next, longestDelay());
  shift.speed = 1;
}

export function pitchShiftSet(at: usize, values: usize, jump: bool): void {
  const shift = changetype<PitchShift>(at);
  shift.speed = exp2(within(valueAt(values, PITCH_SHIFT_PITCH), -24, 24) / 12);
  shift.nextWindow = within(valueAt(values, PITCH_SHIFT_WINDOW_SIZE), 0.01, LONGEST_WINDOW) * sampleRate;
  const seconds = within(valueAt(values, PITCH_SHIFT_DELAY_TIME), 0, LONGEST_DELAY);
  shift.nextDelay = <i32>nearest<f32>(seconds * sampleRate);
  shift.feedback = within(valueAt(values, PITCH_SHIFT_FEEDBACK), 0, 0.95);
  dryWetSet(shift, valueAt(values, PITCH_SHIFT_WET));
  if (!jump) return;
  dryWetJump(shift);
  shift.window = shift.nextWindow;
  shift.delay = shift.nextDelay;
}

export function pitchShiftTail(at: usize): i32 {
  const shift = changetype<PitchShift>(at);
  return (<i32>shift.window + 2 * REACH + shift.delay) * echoesUntilSilence(shift.feedback);
}

export function pitchShiftRender(at: usize, left: usize, right: usize, key: usize): void {
  const shift = changetype<PitchShift>(at);
  const speed = shift.speed;
  const reader = at + LINES;
  const reach = sincReach(speed);
  sincSpeed(reader, speed);
  const windowStep = (shift.nextWindow - shift.window) / <f32>BLOCK;
  const step = <u32><i64>(<f64>abs<f32>(speed - 1) / <f64>max<f32>(shift.nextWindow, 1) * TURN);
  let window = shift.window;
  let phase = shift.phase;
  // What comes back was written before; what is read now lies `reach` samples back at least.
  feedIn(shift, left, right);
  for (let i = 0; i < BLOCK; i++) {
    window += windowStep;
    const fade = sinOfPhase(fadePhase(phase));
    const other = sinOfPhase(fadePhase(phase + 0x80000000));
    sincTaps(reader, reach, shift.left, shift.right, i, <f32>reach + window * place(phase, speed));
    const l = heardLeft * fade;
    const r = heardRight * fade;
    sincTaps(reader, reach, shift.left, shift.right, i, <f32>reach + window * place(phase + 0x80000000, speed));
    const slot = <usize>i << 2;
    store<f32>(wetLeft + slot, l + heardLeft * other);
    store<f32>(wetRight + slot, r + heardRight * other);
    phase += step;
  }
  lineWritten(shift.left);
  lineWritten(shift.right);
  shift.window = shift.nextWindow;
  shift.phase = phase;
  later(shift, shift.leftLater, wetLeft);
  later(shift, shift.rightLater, wetRight);
  shift.delay = shift.nextDelay;
  dryWetRender(shift, left, wetLeft);
  dryWetRender(shift, right, wetRight);
  dryWetJump(shift);
}

/** How far back in its piece a tap is: towards now where it reads faster than is written, else away from it. */
// @ts-ignore: decorator
@inline
function place(phase: u32, speed: f32): f32 {
  const share = <f32>(phase >>> 8) * <f32>(1.0 / 16777216.0);
  return speed > 1 ? 1 - share : share;
}

/** A quarter turn in the middle of the piece, nothing at its ends: the sine of it is the tap's gain. */
// @ts-ignore: decorator
@inline
function fadePhase(phase: u32): u32 {
  const half = phase < 0x80000000 ? phase : ~phase;
  return half >>> 1;
}

/** The block, and of what came out last the share that goes through again, a block late. */
function feedIn(shift: PitchShift, left: usize, right: usize): void {
  const feedback = shift.feedback;
  const l = lineNext(shift.left);
  const r = lineNext(shift.right);
  for (let i = 0; i < BLOCK; i++) {
    const slot = <usize>i << 2;
    const delay = BLOCK + max<i32>(0, shift.nextDelay - BLOCK);
    const lastLeft = load<f32>(lineSample(shift.leftLater, i, delay));
    const lastRight = load<f32>(lineSample(shift.rightLater, i, delay));
    store<f32>(l + slot, calmSample(load<f32>(left + slot) + feedback * lastLeft));
    store<f32>(r + slot, calmSample(load<f32>(right + slot) + feedback * lastRight));
  }
  lineRepeated(shift.left);
  lineRepeated(shift.right);
}

/** Keeps the block and gives it back later; a new time comes in by a crossfade. */
function later(shift: PitchShift, line: DelayLine, block: usize): void {
  memory.copy(lineNext(line), block, 512);
  for (let i = 0; i < BLOCK; i++) {
    const from = load<f32>(lineSample(line, i, shift.delay));
    const to = load<f32>(lineSample(line, i, shift.nextDelay));
    store<f32>(block + (<usize>i << 2), from + (to - from) * <f32>i / <f32>BLOCK);
  }
  lineWritten(line);
}
