// PingPongDelay, wired as Tone.js wires it: the left echo comes after one delay, the right after two; each
// side's echoes come back into the other. A new time is reached by a crossfade, not by a glide in pitch.

import { BUS_PING_PONG_DELAY_DELAY_TIME, BUS_PING_PONG_DELAY_FEEDBACK, BUS_PING_PONG_DELAY_ON, BUS_PING_PONG_DELAY_WET } from '../generated/layout';
import { within } from '../math';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { Settings, setting } from '../strip/settings';
import { DelayLine, lineClear, lineRead, lineWrite, newDelayLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet, isDry, newDryWet } from './dry-wet';

const LONGEST_SECONDS: f32 = 2;

let sampleRate: f32 = 48000;
let leftOut: usize = 0;
let rightOut: usize = 0;

@unmanaged
export class PingPongDelay {
  blend: DryWet;
  left: DelayLine;
  rightBefore: DelayLine;
  right: DelayLine;
  /** Samples, and what they are to become in this block. */
  delay: i32;
  nextDelay: i32;
  feedback: f32;
  holdsSound: bool;
}

export function pingPongDelaysInit(rate: f32): void {
  sampleRate = rate;
  leftOut = reserveBlock();
  rightOut = reserveBlock();
}

export function newPingPongDelay(): PingPongDelay {
  const effect = changetype<PingPongDelay>(reserve(offsetof<PingPongDelay>()));
  const samples = <i32>(LONGEST_SECONDS * sampleRate);
  effect.blend = newDryWet();
  effect.left = newDelayLine(samples);
  effect.rightBefore = newDelayLine(samples);
  effect.right = newDelayLine(samples);
  effect.delay = 1;
  effect.nextDelay = 1;
  return effect;
}

export function pingPongDelaySet(effect: PingPongDelay, settings: Settings): void {
  dryWetSet(effect.blend, setting(settings, BUS_PING_PONG_DELAY_ON), setting(settings, BUS_PING_PONG_DELAY_WET));
  // The time itself does not travel: it is crossfaded.
  const seconds = load<f32>(settings.target + (BUS_PING_PONG_DELAY_DELAY_TIME << 2));
  effect.nextDelay = max<i32>(1, <i32>nearest<f32>(within(seconds, 0, LONGEST_SECONDS) * sampleRate));
  effect.feedback = within(setting(settings, BUS_PING_PONG_DELAY_FEEDBACK), 0, 0.99);
}

export function pingPongDelayJump(effect: PingPongDelay): void {
  dryWetJump(effect.blend);
  effect.delay = effect.nextDelay;
}

export function pingPongDelayClear(effect: PingPongDelay): void {
  if (!effect.holdsSound) return;
  lineClear(effect.left);
  lineClear(effect.rightBefore);
  lineClear(effect.right);
  effect.holdsSound = false;
}

/** Samples of silence after which no echo can come any more. */
export function pingPongDelayHold(effect: PingPongDelay): i32 {
  return isDry(effect.blend) ? 0 : effect.delay * 2;
}

/** Adds its echoes to a stereo block. */
export function pingPongDelayRender(effect: PingPongDelay, leftBlock: usize, rightBlock: usize): void {
  if (isDry(effect.blend)) {
    pingPongDelayClear(effect);
    effect.delay = effect.nextDelay;
    return;
  }
  effect.holdsSound = true;
  if (effect.delay == effect.nextDelay) echo(effect, leftBlock, rightBlock);
  else echoAcross(effect, leftBlock, rightBlock);
  effect.delay = effect.nextDelay;
  dryWetRender(effect.blend, leftBlock, leftOut);
  dryWetRender(effect.blend, rightBlock, rightOut);
  dryWetJump(effect.blend);
}

function echo(effect: PingPongDelay, leftBlock: usize, rightBlock: usize): void {
  const delay = effect.delay;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    pass(
      effect, i, leftBlock, rightBlock,
      lineRead(effect.left, delay), lineRead(effect.rightBefore, delay), lineRead(effect.right, delay),
    );
  }
}

function echoAcross(effect: PingPongDelay, leftBlock: usize, rightBlock: usize): void {
  const old = effect.delay;
  const next = effect.nextDelay;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    const share = <f32>(i >> 2) / <f32>BLOCK;
    pass(
      effect, i, leftBlock, rightBlock,
      readAcross(effect.left, old, next, share),
      readAcross(effect.rightBefore, old, next, share),
      readAcross(effect.right, old, next, share),
    );
  }
}

function readAcross(line: DelayLine, old: i32, next: i32, share: f32): f32 {
  const from = lineRead(line, old);
  return from + share * (lineRead(line, next) - from);
}

// @ts-ignore: decorator
@inline
function pass(effect: PingPongDelay, i: usize, leftBlock: usize, rightBlock: usize, left: f32, before: f32, right: f32): void {
  const feedback = effect.feedback;
  lineWrite(effect.left, load<f32>(leftBlock + i) + feedback * right);
  lineWrite(effect.rightBefore, load<f32>(rightBlock + i));
  lineWrite(effect.right, before + feedback * left);
  store<f32>(leftOut + i, left);
  store<f32>(rightOut + i, right);
}
