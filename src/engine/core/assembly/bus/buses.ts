// The buses, two side by side: what tracks send, through highpass, delay, reverb, EQ3 and compressor, by
// fader and pan into the master. A bus sleeps while nothing comes in and its last echo is gone.

import {
  BUS_COMPRESSOR_ON, BUS_EQ3_ON, BUS_HIGHPASS_ON, BUS_LEVEL, BUS_PAN, BUS_SLOTS, MAX_BUSES,
} from '../generated/layout';
import { BLOCK, QUAD_BYTES, reserve, reserveBlock, reserveQuad } from '../memory';
import { BUS_METER, meterAdd, meterReduction } from '../meters';
import { isSound, putPair, quadPeaks, sumLanes, takePair } from '../quad';
import { NOT_A_NUMBER, count } from '../report';
import { PAIRS, compressorRender, takeReduction } from '../strip/compressor';
import { eq3Render } from '../strip/eq3';
import { StereoFader, faderJump, faderRender, faderSet, faderPeak, faderSquares, newStereoFader } from '../strip/stereo-fader';
import { highpassRender } from '../strip/highpass';
import { Settings, newSettings, settingsJump, settingsStep } from '../strip/settings';
import { Strip, newStrip, stripClear, stripSet } from '../strip/strip';
import { busSum, busesFed } from '../strip/track-strips';
import {
  PingPongDelay, newPingPongDelay, pingPongDelayClear, pingPongDelayHold, pingPongDelayJump, pingPongDelayRender,
  pingPongDelaySet, pingPongDelaysInit,
} from './ping-pong-delay';
import {
  Reverb, newReverb, reverbClear, reverbHold, reverbJump, reverbRender, reverbSet, reverbsInit,
} from './reverb';

const PAIRED: i32 = MAX_BUSES / 2;
/** Below this, -120 dB, a bus is silent. */
const SILENCE: f32 = 1e-6;

@unmanaged
class Bus {
  settings: Settings;
  delay: PingPongDelay;
  reverb: Reverb;
  /** Samples since something was heard; at most as many as it takes to fall asleep. */
  quiet: i32;
  asleep: bool;
}

@unmanaged
class Pair {
  strip: Strip;
  fader: StereoFader;
}

let buses: usize = 0;
let pairs: usize = 0;
let sampleRate: f32 = 48000;
let buffer: usize = 0;
let left: usize = 0;
let right: usize = 0;

/** The sum of all buses, two stereo pairs to a frame. */
export let busMix: usize = 0;

export function busesInit(rate: f32): void {
  sampleRate = rate;
  pingPongDelaysInit(rate);
  reverbsInit(rate);
  buses = reserve(<usize>MAX_BUSES * offsetof<Bus>());
  pairs = reserve(<usize>PAIRED * offsetof<Pair>());
  for (let i = 0; i < PAIRED; i++) {
    pairAt(i).strip = newStrip();
    pairAt(i).fader = newStereoFader();
  }
  for (let i = 0; i < MAX_BUSES; i++) {
    const bus = busAt(i);
    bus.settings = newSettings(BUS_SLOTS);
    bus.delay = newPingPongDelay();
    bus.reverb = newReverb();
    bus.asleep = true;
    setBus(i);
  }
  buffer = reserveQuad();
  left = reserveBlock();
  right = reserveBlock();
  busMix = reserveQuad();
}

export function busSettings(index: i32): Settings {
  return busAt(index).settings;
}

/** Takes the targets at once. */
export function busJump(index: i32): void {
  const bus = busAt(index);
  settingsJump(bus.settings);
  setBus(index);
  pingPongDelayJump(bus.delay);
  reverbJump(bus.reverb);
  faderJump(pairAt(index >> 1).fader, firstLane(index));
}

/** Renders all buses into `busMix`; false where all are silent. */
export function busesRender(): bool {
  let sounds = false;
  for (let i = 0; i < PAIRED; i++) {
    stepBus(i * 2);
    stepBus(i * 2 + 1);
    if (isIdle(i * 2) && isIdle(i * 2 + 1)) {
      faderJump(pairAt(i).fader, 0);
      faderJump(pairAt(i).fader, 2);
      continue;
    }
    if (!sounds) memory.fill(busMix, 0, QUAD_BYTES);
    sounds = true;
    renderPair(i);
  }
  return sounds;
}

export function busReductions(): void {
  for (let i = 0; i < MAX_BUSES; i++) {
    meterReduction(BUS_METER + i, takeReduction(pairAt(i >> 1).strip.compressor, firstLane(i)));
  }
}

/** Forgets all sound of a bus. */
export function busClear(index: i32): void {
  const bus = busAt(index);
  pingPongDelayClear(bus.delay);
  reverbClear(bus.reverb);
  stripClear(pairAt(index >> 1).strip, firstLane(index));
  stripClear(pairAt(index >> 1).strip, firstLane(index) + 1);
  bus.quiet = 0;
  bus.asleep = true;
}

function renderPair(index: i32): void {
  const pair = pairAt(index);
  memory.fill(buffer, 0, QUAD_BYTES);
  receive(index * 2);
  receive(index * 2 + 1);
  // Before the sound enters a delay or a reverb, which would never let go of what is no number.
  guard(index);
  highpassRender(pair.strip.highpass, buffer);
  effects(index * 2);
  effects(index * 2 + 1);
  eq3Render(pair.strip.eq, buffer);
  compressorRender(pair.strip.compressor, buffer, PAIRS);
  const peaks = guard(index);
  faderRender(pair.fader, buffer, busMix);
  for (let lane = 0; lane < 4; lane += 2) {
    meterAdd(
      BUS_METER + index * 2 + (lane >> 1),
      faderPeak(pair.fader, lane), faderPeak(pair.fader, lane + 1),
      faderSquares(pair.fader, lane), faderSquares(pair.fader, lane + 1),
    );
  }
  fallAsleep(index * 2, max<f32>(f32x4.extract_lane(peaks, 0), f32x4.extract_lane(peaks, 1)));
  fallAsleep(index * 2 + 1, max<f32>(f32x4.extract_lane(peaks, 2), f32x4.extract_lane(peaks, 3)));
}

function receive(index: i32): void {
  if (!isFed(index)) return;
  sumLanes(busSum(index, 0), left);
  sumLanes(busSum(index, 1), right);
  putPair(buffer, firstLane(index), left, right);
}

function effects(index: i32): void {
  const bus = busAt(index);
  if (isIdle(index)) return;
  const lane = firstLane(index);
  takePair(buffer, lane, left, right);
  pingPongDelayRender(bus.delay, left, right);
  reverbRender(bus.reverb, left, right);
  putPair(buffer, lane, left, right);
}

/** Silences a bus that holds what is no sound; gives the peaks of the lanes. */
function guard(index: i32): v128 {
  let peaks = quadPeaks(buffer);
  if (isSound(f32x4.extract_lane(peaks, 0)) && isSound(f32x4.extract_lane(peaks, 1))
    && isSound(f32x4.extract_lane(peaks, 2)) && isSound(f32x4.extract_lane(peaks, 3))) return peaks;
  count(NOT_A_NUMBER);
  busClear(index * 2);
  busClear(index * 2 + 1);
  memory.fill(buffer, 0, QUAD_BYTES);
  return f32x4.splat(0);
}

function fallAsleep(index: i32, peak: f32): void {
  const bus = busAt(index);
  if (bus.asleep && !isFed(index)) return;
  bus.asleep = false;
  if (isFed(index) || peak > SILENCE) {
    bus.quiet = 0;
    return;
  }
  bus.quiet += BLOCK;
  if (bus.quiet > BLOCK + pingPongDelayHold(bus.delay) + reverbHold(bus.reverb)) busClear(index);
}

function stepBus(index: i32): void {
  if (settingsStep(busAt(index).settings)) setBus(index);
}

function setBus(index: i32): void {
  const bus = busAt(index);
  const pair = pairAt(index >> 1);
  const lane = firstLane(index);
  stripSet(pair.strip, lane, bus.settings, sampleRate, BUS_HIGHPASS_ON, BUS_EQ3_ON, BUS_COMPRESSOR_ON);
  stripSet(pair.strip, lane + 1, bus.settings, sampleRate, BUS_HIGHPASS_ON, BUS_EQ3_ON, BUS_COMPRESSOR_ON);
  pingPongDelaySet(bus.delay, bus.settings);
  reverbSet(bus.reverb, bus.settings);
  faderSet(pair.fader, lane, bus.settings, BUS_LEVEL, BUS_PAN);
}

// @ts-ignore: decorator
@inline
function isFed(index: i32): bool {
  return (busesFed & (1 << index)) != 0;
}

// @ts-ignore: decorator
@inline
function isIdle(index: i32): bool {
  return busAt(index).asleep && !isFed(index);
}

// @ts-ignore: decorator
@inline
function firstLane(index: i32): i32 {
  return (index & 1) * 2;
}

// @ts-ignore: decorator
@inline
function busAt(index: i32): Bus {
  return changetype<Bus>(buses + <usize>index * offsetof<Bus>());
}

// @ts-ignore: decorator
@inline
function pairAt(index: i32): Pair {
  return changetype<Pair>(pairs + <usize>index * offsetof<Pair>());
}
