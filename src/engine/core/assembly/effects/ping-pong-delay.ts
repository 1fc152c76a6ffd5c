// PingPongDelay, wired as Tone.js wires it: the left echo comes after one delay, the right after two; each
// side's echoes come back into the other. A new time is reached by a crossfade, not by a glide in pitch.

import { PING_PONG_DELAY_DELAY_TIME, PING_PONG_DELAY_FEEDBACK, PING_PONG_DELAY_WET } from '../generated/layout';
import { within } from '../math';
import { BLOCK, BLOCK_BYTES, reserveBlock } from '../memory';
import { DelayLine, lineBlock, lineBytes, lineNext, lineSample, lineWritten, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { calm, calmSample } from './feedback';
import { sampleRate } from './rate';

const LONGEST_SECONDS: f32 = 2;

let leftOut: usize = 0;
let rightOut: usize = 0;

@unmanaged
class PingPongDelay {
  left: DelayLine;
  rightBefore: DelayLine;
  right: DelayLine;
  blend: DryWet;
  /** Samples, and what they are to become in this block. */
  delay: i32;
  nextDelay: i32;
  feedback: f32;
}

const BLEND: usize = 48;
const LINES: usize = 64;

export function pingPongDelayInit(): void {
  if (leftOut != 0) return;
  leftOut = reserveBlock();
  rightOut = reserveBlock();
}

export function pingPongDelayBytes(): usize {
  return LINES + 3 * lineBytes(longest());
}

function longest(): i32 {
  return <i32>(LONGEST_SECONDS * sampleRate);
}

export function pingPongDelayMake(at: usize): void {
  const effect = changetype<PingPongDelay>(at);
  const bytes = lineBytes(longest());
  effect.blend = changetype<DryWet>(at + BLEND);
  effect.left = makeLine(at + LINES, longest());
  effect.rightBefore = makeLine(at + LINES + bytes, longest());
  effect.right = makeLine(at + LINES + 2 * bytes, longest());
  effect.delay = 1;
  effect.nextDelay = 1;
}

export function pingPongDelaySet(at: usize, values: usize, jump: bool): void {
  const effect = changetype<PingPongDelay>(at);
  const seconds = load<f32>(values + (PING_PONG_DELAY_DELAY_TIME << 2));
  effect.nextDelay = max<i32>(1, <i32>nearest<f32>(within(seconds, 0, LONGEST_SECONDS) * sampleRate));
  effect.feedback = within(load<f32>(values + (PING_PONG_DELAY_FEEDBACK << 2)), 0, 0.99);
  dryWetSet(effect.blend, load<f32>(values + (PING_PONG_DELAY_WET << 2)));
  if (!jump) return;
  dryWetJump(effect.blend);
  effect.delay = effect.nextDelay;
}

export function pingPongDelayTail(at: usize): i32 {
  return changetype<PingPongDelay>(at).delay * 2;
}

/** Adds its echoes to a stereo block. */
export function pingPongDelayRender(at: usize, leftBlock: usize, rightBlock: usize, key: usize): void {
  const effect = changetype<PingPongDelay>(at);
  if (effect.delay == effect.nextDelay && effect.delay >= BLOCK) echo(effect, leftBlock, rightBlock);
  else echoBySample(effect, leftBlock, rightBlock);
  lineWritten(effect.left);
  lineWritten(effect.rightBefore);
  lineWritten(effect.right);
  effect.delay = effect.nextDelay;
  dryWetRender(effect.blend, leftBlock, leftOut);
  dryWetRender(effect.blend, rightBlock, rightOut);
  dryWetJump(effect.blend);
}

/** Echoes no shorter than a block: nothing that is written in this block is heard in it. */
function echo(effect: PingPongDelay, leftBlock: usize, rightBlock: usize): void {
  const delay = effect.delay;
  const feedback = f32x4.splat(effect.feedback);
  const left = lineBlock(effect.left, delay);
  const before = lineBlock(effect.rightBefore, delay);
  const right = lineBlock(effect.right, delay);
  const leftNext = lineNext(effect.left);
  const beforeNext = lineNext(effect.rightBefore);
  const rightNext = lineNext(effect.right);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const l = v128.load(left + i);
    const r = v128.load(right + i);
    v128.store(leftNext + i, calm(f32x4.add(v128.load(leftBlock + i), f32x4.mul(feedback, r))));
    v128.store(rightNext + i, calm(f32x4.add(v128.load(before + i), f32x4.mul(feedback, l))));
    v128.store(beforeNext + i, v128.load(rightBlock + i));
    v128.store(leftOut + i, l);
    v128.store(rightOut + i, r);
  }
}

/** Shorter echoes, and the way from one time to another: sample by sample. */
function echoBySample(effect: PingPongDelay, leftBlock: usize, rightBlock: usize): void {
  const feedback = effect.feedback;
  for (let i = 0; i < BLOCK; i++) {
    const at = <usize>i << 2;
    const left = echoAt(effect, effect.left, i);
    const before = echoAt(effect, effect.rightBefore, i);
    const right = echoAt(effect, effect.right, i);
    store<f32>(lineNext(effect.left) + at, calmSample(load<f32>(leftBlock + at) + feedback * right));
    store<f32>(lineNext(effect.rightBefore) + at, load<f32>(rightBlock + at));
    store<f32>(lineNext(effect.right) + at, calmSample(before + feedback * left));
    store<f32>(leftOut + at, left);
    store<f32>(rightOut + at, right);
  }
}

function echoAt(effect: PingPongDelay, line: DelayLine, index: i32): f32 {
  const from = load<f32>(lineSample(line, index, effect.delay));
  if (effect.delay == effect.nextDelay) return from;
  return from + (load<f32>(lineSample(line, index, effect.nextDelay)) - from) * <f32>index / <f32>BLOCK;
}
