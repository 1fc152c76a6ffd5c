// The master: the sum of all, its chain, fader, and the guard that every sound passes: what is no
// number becomes silence and is counted, what is constant is taken away, nothing passes the ceiling, and
// the sound starts and stops on a ramp. The guard has no switch.

import {
  MASTER_LAW, MASTER_LEVEL, MASTER_LIMITER_RELEASE, MASTER_LIMITER_THRESHOLD, MASTER_OPEN, MASTER_PAN, MASTER_SLOTS,
} from '../generated/layout';
import { blockPeak, blockSquares, isSound } from '../blocks';
import {
  isLimiting, limiterBytes, limiterClear, limiterInit, limiterMake, limiterReduction, limiterRender, setCeiling,
} from '../effects/limiter';
import { lanesBend } from '../lanes';
import { tanOfHalfTurns } from '../math';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { MASTER_METER, meterAdd, meterReduction } from '../meters';
import { LIMITING, NOT_A_NUMBER, count } from '../report';
import { isStraight, sampleAtEnd, sampleBefore, sampleFrom } from '../song-clock';
import { Chain, chainBehind, chainClear, chainReduction, chainRender, chainWake, newChain } from '../strip/chain';
import { mixLeft, mixRight } from '../strip/mix';
import { Settings, newSettings, setting, settingsFollow, settingsJump, settingsStep } from '../strip/settings';
import { StereoFader, faderJump, faderSet, faderWrite, newStereoFader } from '../strip/stereo-fader';

const DC_HERTZ: f32 = 4;
/** As in the other strips. */
const PIECE: i32 = 16;
const RAMP_SECONDS: f32 = 0.01;
/** As in the other strips: -120 dB. */
const SILENCE: f32 = 1e-6;

let sampleRate: f32 = 48000;
let settings: Settings = changetype<Settings>(0);
let chain: Chain = changetype<Chain>(0);
let fader: StereoFader = changetype<StereoFader>(0);
let limiter: usize = 0;
let behind: i32 = 0;
/** Nothing was heard in the last block. */
let silent: bool = true;
let dcShare: f32 = 0;
let dcLeft: f32 = 0;
let dcRight: f32 = 0;
/** The ramp at the very end: where it is, and what a frame adds. */
let gate: f32 = 0;
let gateStep: f32 = 0;

/** dB by which the limiter turned down before the meters were last read. */
export let masterLimiting: f32 = 0;

/** What the speakers get. */
export let left: usize = 0;
export let right: usize = 0;

export function masterInit(rate: f32): void {
  sampleRate = rate;
  settings = newSettings(MASTER_SLOTS);
  chain = newChain();
  fader = newStereoFader();
  left = reserveBlock();
  right = reserveBlock();
  const g = tanOfHalfTurns(DC_HERTZ / rate);
  dcShare = g / (1 + g);
  gateStep = 1 / (RAMP_SECONDS * rate);
  limiterInit();
  limiter = reserve(limiterBytes());
  limiterMake(limiter);
  setMaster();
}

export function masterSettings(): Settings {
  return settings;
}

/** By how much what comes out of the chain is later than the song. */
export function masterBehind(samples: i32): void {
  behind = samples;
  chainBehind(chain, samples);
}

export function masterChain(): Chain {
  return chain;
}

export function masterJump(): void {
  settingsJump(settings);
  setMaster();
  faderJump(fader);
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

/** Forgets all sound; what comes next comes on a ramp. */
export function masterClear(): void {
  gate = 0;
  chainClear(chain);
  limiterClear(limiter);
  dcLeft = 0;
  dcRight = 0;
}

/** Renders the next block into `left` and `right`. */
export function masterRender(): void {
  const before = heard(sampleBefore);
  const sample = heard(sampleAtEnd);
  const bends = isStraight && settings.left <= 0 && lanesBend(settings.lanes, before, sample);
  if (settingsStep(settings, sample)) setMaster();
  guard(mixLeft, mixRight);
  if (silent) chainWake(chain, sampleFrom);
  chainRender(chain, mixLeft, mixRight, 2);
  if (bends) {
    for (let first = 0; first < BLOCK; first += PIECE) {
      const at = <usize>first << 2;
      if (settingsFollow(settings, heard(sampleBefore + <u32>(first + PIECE)))) setMaster();
      faderWrite(fader, true, mixLeft + at, mixRight + at, left + at, right + at, PIECE);
    }
  } else faderWrite(fader, true, mixLeft, mixRight, left, right, BLOCK);
  guard(left, right);
  removeConstant();
  limiterRender(limiter, left, right, 0);
  if (isLimiting(limiter)) count(LIMITING);
  if (gate != 1 || gateStep < 0) ramp();
  const peakLeft = blockPeak(left);
  const peakRight = blockPeak(right);
  silent = max<f32>(peakLeft, peakRight) < SILENCE;
  meterAdd(MASTER_METER, peakLeft, peakRight, blockSquares(left), blockSquares(right));
}

export function masterReduction(): void {
  masterLimiting = limiterReduction(limiter);
  meterReduction(MASTER_METER, chainReduction(chain) + masterLimiting);
}

/** The sample of the song that comes out of the chain when `sample` goes into the strips. */
function heard(sample: u32): u32 {
  return sample > <u32>behind ? sample - <u32>behind : 0;
}

function guard(leftBlock: usize, rightBlock: usize): void {
  if (isSound(blockPeak(leftBlock)) && isSound(blockPeak(rightBlock))) return;
  count(NOT_A_NUMBER);
  memory.fill(leftBlock, 0, BLOCK_BYTES);
  memory.fill(rightBlock, 0, BLOCK_BYTES);
  masterClear();
}

/** A one-pole high-pass far below hearing. */
function removeConstant(): void {
  const keep: f32 = 1 - 2 * dcShare;
  const take: f32 = 2 * dcShare;
  let heldLeft = dcLeft;
  let heldRight = dcRight;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    const l = load<f32>(left + i);
    const r = load<f32>(right + i);
    const nextLeft = heldLeft * keep + l * take;
    const nextRight = heldRight * keep + r * take;
    store<f32>(left + i, l - 0.5 * (heldLeft + nextLeft));
    store<f32>(right + i, r - 0.5 * (heldRight + nextRight));
    heldLeft = nextLeft;
    heldRight = nextRight;
  }
  // Too little to hear, and soon too little to compute fast.
  dcLeft = abs<f32>(heldLeft) < 1e-12 ? 0 : heldLeft;
  dcRight = abs<f32>(heldRight) < 1e-12 ? 0 : heldRight;
}

function ramp(): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    gate = min<f32>(1, max<f32>(0, gate + gateStep));
    store<f32>(left + i, load<f32>(left + i) * gate);
    store<f32>(right + i, load<f32>(right + i) * gate);
  }
}

function setMaster(): void {
  const level = setting(settings, MASTER_LEVEL) * setting(settings, MASTER_OPEN);
  faderSet(fader, level, setting(settings, MASTER_PAN), setting(settings, MASTER_LAW));
  setCeiling(limiter, setting(settings, MASTER_LIMITER_THRESHOLD), setting(settings, MASTER_LIMITER_RELEASE));
}
