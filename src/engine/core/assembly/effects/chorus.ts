// Chorus: a short delay on each side that moves, as Tone.js's does; with feedback it is a flanger.

import {
  CHORUS_DELAY_TIME, CHORUS_DEPTH, CHORUS_FEEDBACK, CHORUS_FREQUENCY, CHORUS_SPREAD, CHORUS_TYPE,
  CHORUS_TYPE_SAWTOOTH, CHORUS_WET,
} from '../generated/layout';
import { within } from '../math';
import { BLOCK } from '../memory';
import { DelayLine, lineBytes, lineNext, lineWritten, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { calmSample, echoesUntilSilence } from './feedback';
import { lfoRender, lfoScale, lfoStep, phaseOf } from './lfo';
import { LEAST_DELAY, tapAt } from './moving-tap';
import { sampleRate } from './rate';
import { moveLeft, moveRight, wetLeft, wetRight } from './scratch';
import { valueAt, wholeAt } from './values';

const LONGEST_SECONDS: f32 = 0.05;

@unmanaged
class Chorus extends DryWet {
  left: DelayLine;
  right: DelayLine;
  phase: u32;
  step: u32;
  leftPhase: u32;
  rightPhase: u32;
  type: i32;
  feedback: f32;
  /** Samples, at the two ends of the way. */
  low: f32;
  high: f32;
  nextLow: f32;
  nextHigh: f32;
}

const LINES: usize = 80;

export function chorusBytes(): usize {
  return LINES + 2 * lineBytes(longest());
}

function longest(): i32 {
  return <i32>(LONGEST_SECONDS * sampleRate) + 4;
}

export function chorusMake(at: usize): void {
  const chorus = changetype<Chorus>(at);
  chorus.left = makeLine(at + LINES, longest());
  chorus.right = makeLine(at + LINES + lineBytes(longest()), longest());
}

export function chorusSet(at: usize, values: usize, jump: bool): void {
  const chorus = changetype<Chorus>(at);
  const spread = within(valueAt(values, CHORUS_SPREAD), -3600, 3600);
  chorus.step = lfoStep(valueAt(values, CHORUS_FREQUENCY));
  chorus.leftPhase = phaseOf(spread / 2 - 90);
  chorus.rightPhase = phaseOf(-spread / 2 - 90);
  chorus.type = wholeAt(values, CHORUS_TYPE, CHORUS_TYPE_SAWTOOTH);
  chorus.feedback = within(valueAt(values, CHORUS_FEEDBACK), 0, 0.95);
  const middle = within(valueAt(values, CHORUS_DELAY_TIME), 0, 0.5 * LONGEST_SECONDS) * sampleRate;
  const depth = within(valueAt(values, CHORUS_DEPTH), 0, 1);
  chorus.nextLow = middle * (1 - depth);
  chorus.nextHigh = middle * (1 + depth);
  dryWetSet(chorus, valueAt(values, CHORUS_WET));
  if (!jump) return;
  dryWetJump(chorus);
  chorus.low = chorus.nextLow;
  chorus.high = chorus.nextHigh;
}

export function chorusTail(at: usize): i32 {
  const chorus = changetype<Chorus>(at);
  return (<i32>chorus.high + 4) * echoesUntilSilence(chorus.feedback);
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function chorusAlign(at: usize, sample: u32): void {
  const chorus = changetype<Chorus>(at);
  chorus.phase = chorus.step * sample;
}

export function chorusRender(at: usize, left: usize, right: usize, key: usize): void {
  const chorus = changetype<Chorus>(at);
  lfoRender(moveLeft, chorus.type, chorus.phase + chorus.leftPhase, chorus.step);
  lfoRender(moveRight, chorus.type, chorus.phase + chorus.rightPhase, chorus.step);
  chorus.phase += chorus.step * <u32>BLOCK;
  lfoScale(moveLeft, 1, 1, chorus.low, chorus.nextLow, chorus.high, chorus.nextHigh);
  lfoScale(moveRight, 1, 1, chorus.low, chorus.nextLow, chorus.high, chorus.nextHigh);
  chorus.low = chorus.nextLow;
  chorus.high = chorus.nextHigh;
  delay(chorus.left, left, moveLeft, wetLeft, chorus.feedback);
  delay(chorus.right, right, moveRight, wetRight, chorus.feedback);
  dryWetRender(chorus, left, wetLeft);
  dryWetRender(chorus, right, wetRight);
  dryWetJump(chorus);
}

function delay(line: DelayLine, block: usize, delays: usize, out: usize, feedback: f32): void {
  const next = lineNext(line);
  for (let i = 0; i < BLOCK; i++) {
    const at = <usize>i << 2;
    // What goes in now is there for the latest of the four points; what comes back joins it after.
    const x = load<f32>(block + at);
    store<f32>(next + at, x);
    const y = tapAt(line, i, max<f32>(LEAST_DELAY, load<f32>(delays + at)));
    store<f32>(out + at, y);
    store<f32>(next + at, calmSample(x + feedback * y));
  }
  lineWritten(line);
}
