// The master: the sum of all, EQ3, compressor, fader, and the guard that every sound passes: what is no
// number becomes silence and is counted, what is constant is taken away, nothing passes the ceiling, and
// the sound starts and stops on a ramp. The guard has no switch.

import {
  MASTER_COMPRESSOR_ON, MASTER_EQ3_ON, MASTER_LEVEL, MASTER_LIMITER_RELEASE, MASTER_LIMITER_THRESHOLD, MASTER_PAN,
  MASTER_SLOTS,
} from '../generated/layout';
import { busMix } from '../bus/buses';
import { gainToDecibels, tanOfHalfTurns } from '../math';
import { BLOCK, BLOCK_BYTES, QUAD_BYTES, reserveBlock, reserveQuad } from '../memory';
import { MASTER_METER, meterAdd, meterReduction } from '../meters';
import { blockPeak, isSound, putPair, quadPeaks, sumLanes, takePair } from '../quad';
import { NOT_A_NUMBER, count } from '../report';
import { PAIRS, compressorRender, takeReduction } from '../strip/compressor';
import { eq3Render } from '../strip/eq3';
import { Settings, newSettings, setting, settingsJump, settingsStep } from '../strip/settings';
import { StereoFader, faderJump, faderRender, faderSet, newStereoFader } from '../strip/stereo-fader';
import { NONE, Strip, newStrip, stripClear, stripSet } from '../strip/strip';
import { mixLeft, mixRight } from '../strip/track-strips';
import { limiterClear, limiterInit, limiterRender, limiterSet, takeLimiting } from './limiter';

const DC_HERTZ: f32 = 4;
const RAMP_SECONDS: f32 = 0.01;

let sampleRate: f32 = 48000;
let settings: Settings = changetype<Settings>(0);
let strip: Strip = changetype<Strip>(0);
let fader: StereoFader = changetype<StereoFader>(0);
let buffer: usize = 0;
let faded: usize = 0;
let dcShare: f32 = 0;
let dcLeft: f32 = 0;
let dcRight: f32 = 0;
/** The ramp at the very end: where it is, and what a frame adds. */
let gate: f32 = 0;
let gateStep: f32 = 0;

/** What the speakers get. */
export let left: usize = 0;
export let right: usize = 0;

export function masterInit(rate: f32): void {
  sampleRate = rate;
  settings = newSettings(MASTER_SLOTS);
  strip = newStrip();
  fader = newStereoFader();
  buffer = reserveQuad();
  faded = reserveQuad();
  left = reserveBlock();
  right = reserveBlock();
  const g = tanOfHalfTurns(DC_HERTZ / rate);
  dcShare = g / (1 + g);
  gateStep = 1 / (RAMP_SECONDS * rate);
  limiterInit();
  setMaster();
}

export function masterSettings(): Settings {
  return settings;
}

export function masterJump(): void {
  settingsJump(settings);
  setMaster();
  faderJump(fader, 0);
}

/** Fades the output out. */
export function masterClose(): void {
  gateStep = -1 / (RAMP_SECONDS * sampleRate);
}

/** Lets the output come back, on a ramp. */
export function masterOpen(): void {
  gateStep = 1 / (RAMP_SECONDS * sampleRate);
}

/** Whether it has closed, and nothing is heard. */
export function isMasterClosed(): bool {
  return gateStep < 0 && gate == 0;
}

/** Forgets all sound. */
export function masterClear(): void {
  stripClear(strip, 0);
  stripClear(strip, 1);
  limiterClear();
  dcLeft = 0;
  dcRight = 0;
}

/** Renders the next block into `left` and `right`. */
export function masterRender(withBuses: bool): void {
  if (settingsStep(settings)) setMaster();
  gatherMix(withBuses);
  eq3Render(strip.eq, buffer);
  compressorRender(strip.compressor, buffer, PAIRS);
  memory.fill(faded, 0, QUAD_BYTES);
  faderRender(fader, buffer, faded);
  takePair(faded, 0, left, right);
  guard();
  dcLeft = removeConstant(left, dcLeft);
  dcRight = removeConstant(right, dcRight);
  limiterRender(left, right);
  if (gate != 1 || gateStep < 0) ramp();
  meter();
}

export function masterReduction(): void {
  meterReduction(MASTER_METER, takeReduction(strip.compressor, 0) - gainToDecibels(takeLimiting()));
}

function gatherMix(withBuses: bool): void {
  sumLanes(mixLeft, left);
  sumLanes(mixRight, right);
  if (withBuses) {
    for (let i: usize = 0; i < <usize>BLOCK; i++) {
      const from = busMix + (i << 4);
      const at = i << 2;
      store<f32>(left + at, load<f32>(left + at) + (load<f32>(from) + load<f32>(from, 8)));
      store<f32>(right + at, load<f32>(right + at) + (load<f32>(from, 4) + load<f32>(from, 12)));
    }
  }
  guard();
  putPair(buffer, 0, left, right);
}

function guard(): void {
  if (isSound(blockPeak(left)) && isSound(blockPeak(right))) return;
  count(NOT_A_NUMBER);
  memory.fill(left, 0, BLOCK_BYTES);
  memory.fill(right, 0, BLOCK_BYTES);
  masterClear();
}

function removeConstant(block: usize, from: f32): f32 {
  let held = from;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    const x = load<f32>(block + i);
    const step = (x - held) * dcShare;
    const constant = held + step;
    held = constant + step;
    store<f32>(block + i, x - constant);
  }
  // Too little to hear, and soon too little to compute fast.
  return abs<f32>(held) < 1e-12 ? 0 : held;
}

function ramp(): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    gate = min<f32>(1, max<f32>(0, gate + gateStep));
    store<f32>(left + i, load<f32>(left + i) * gate);
    store<f32>(right + i, load<f32>(right + i) * gate);
  }
}

function meter(): void {
  let squaresLeft = f32x4.splat(0);
  let squaresRight = f32x4.splat(0);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const l = v128.load(left + i);
    const r = v128.load(right + i);
    squaresLeft = f32x4.add(squaresLeft, f32x4.mul(l, l));
    squaresRight = f32x4.add(squaresRight, f32x4.mul(r, r));
  }
  meterAdd(MASTER_METER, blockPeak(left), blockPeak(right), total(squaresLeft), total(squaresRight));
}

function total(lanes: v128): f32 {
  return f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1)
    + (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
}

function setMaster(): void {
  // Both sides are lanes of one strip: they are set alike.
  stripSet(strip, 0, settings, sampleRate, NONE, MASTER_EQ3_ON, MASTER_COMPRESSOR_ON);
  stripSet(strip, 1, settings, sampleRate, NONE, MASTER_EQ3_ON, MASTER_COMPRESSOR_ON);
  faderSet(fader, 0, settings, MASTER_LEVEL, MASTER_PAN);
  limiterSet(setting(settings, MASTER_LIMITER_THRESHOLD), setting(settings, MASTER_LIMITER_RELEASE), sampleRate);
}
