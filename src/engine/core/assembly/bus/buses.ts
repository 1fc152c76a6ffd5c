// The buses, two side by side: what tracks send, through highpass, delay, reverb, EQ3 and compressor, by
// fader and pan into the master. A bus sleeps while nothing comes in and its last echo is gone.

import { blockPeak, blockSquares, gather, isSound, mixInto, scatter } from '../blocks';
import {
  BUS_COMPRESSOR_ON, BUS_EQ3_ON, BUS_HIGHPASS_ON, BUS_LEVEL, BUS_PAN, BUS_SLOTS, MAX_BUSES,
} from '../generated/layout';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock, reserveQuad } from '../memory';
import { BUS_METER, meterAdd, meterReduction } from '../meters';
import { NOT_A_NUMBER, count } from '../report';
import { PAIRS, compressorRender, takeReduction } from '../strip/compressor';
import { eq3Render } from '../strip/eq3';
import { highpassRender } from '../strip/highpass';
import { Settings, newSettings, settingsJump, settingsStep } from '../strip/settings';
import { StereoFader, faderJump, faderRender, faderSet, isFaderStraight, newStereoFader } from '../strip/stereo-fader';
import { Strip, newStrip, stripClear, stripSet } from '../strip/strip';
import { busSum, busesFed, mixLeft, mixRight } from '../strip/track-strips';
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
  fader: StereoFader;
  left: usize;
  right: usize;
}


let buses: usize = 0;
/** A strip for two buses: left, right, left, right. */
let strips: usize = 0;
let sampleRate: f32 = 48000;
let quad: usize = 0;
let outLeft: usize = 0;
let outRight: usize = 0;

export function busesInit(rate: f32): void {
  sampleRate = rate;
  pingPongDelaysInit(rate);
  reverbsInit(rate);
  buses = reserve(<usize>MAX_BUSES * offsetof<Bus>());
  strips = reserve(<usize>PAIRED * 4);
  for (let i = 0; i < PAIRED; i++) store<usize>(strips + (<usize>i << 2), changetype<usize>(newStrip()));
  for (let i = 0; i < MAX_BUSES; i++) {
    const bus = busAt(i);
    bus.settings = newSettings(BUS_SLOTS);
    bus.delay = newPingPongDelay();
    bus.reverb = newReverb();
    bus.fader = newStereoFader();
    bus.left = reserveBlock();
    bus.right = reserveBlock();
    bus.asleep = true;
    setBus(i);
  }
  quad = reserveQuad();
  outLeft = reserveBlock();
  outRight = reserveBlock();
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
  faderJump(bus.fader);
}

/** Renders all buses into the tracks' mix. */
export function busesRender(): void {
  for (let i = 0; i < PAIRED; i++) {
    stepBus(i * 2);
    stepBus(i * 2 + 1);
    if (!isIdle(i * 2) || !isIdle(i * 2 + 1)) renderPair(i);
  }
}

export function busReductions(): void {
  for (let i = 0; i < MAX_BUSES; i++) {
    meterReduction(BUS_METER + i, takeReduction(stripAt(i >> 1).compressor, firstLane(i)));
  }
}

/** Forgets all sound of a bus. */
export function busClear(index: i32): void {
  const bus = busAt(index);
  pingPongDelayClear(bus.delay);
  reverbClear(bus.reverb);
  stripClear(stripAt(index >> 1), firstLane(index));
  stripClear(stripAt(index >> 1), firstLane(index) + 1);
  bus.quiet = 0;
  bus.asleep = true;
}

function renderPair(index: i32): void {
  const strip = stripAt(index);
  const first = index * 2;
  receive(first);
  receive(first + 1);
  if (v128.any_true(strip.highpass.mix)) {
    gather(quad, input(first, 0), input(first, 1), input(first + 1, 0), input(first + 1, 1));
    highpassRender(strip.highpass, quad);
    spread(first);
  }
  effects(first);
  effects(first + 1);
  if (v128.any_true(v128.or(strip.eq.mix, strip.compressor.mix))) {
    gather(quad, input(first, 0), input(first, 1), input(first + 1, 0), input(first + 1, 1));
    eq3Render(strip.eq, quad);
    compressorRender(strip.compressor, quad, PAIRS);
    spread(first);
  }
  pass(first);
  pass(first + 1);
}

// @ts-ignore: decorator
@inline
function input(index: i32, side: i32): usize {
  if (isIdle(index)) return 0;
  return side ? busAt(index).right : busAt(index).left;
}

function spread(first: i32): void {
  scatter(quad, input(first, 0), input(first, 1), input(first + 1, 0), input(first + 1, 1));
}

/** What the tracks sent; silence where they sent nothing. */
function receive(index: i32): void {
  if (isIdle(index)) return;
  const bus = busAt(index);
  if (!isFed(index)) {
    memory.fill(bus.left, 0, BLOCK_BYTES);
    memory.fill(bus.right, 0, BLOCK_BYTES);
    return;
  }
  memory.copy(bus.left, busSum(index, 0), BLOCK_BYTES);
  memory.copy(bus.right, busSum(index, 1), BLOCK_BYTES);
  // Before it enters a delay or a reverb, which would never let go of what is no number.
  if (isSound(blockPeak(bus.left)) && isSound(blockPeak(bus.right))) return;
  fail(index);
}

function effects(index: i32): void {
  const bus = busAt(index);
  if (isIdle(index)) return;
  pingPongDelayRender(bus.delay, bus.left, bus.right);
  reverbRender(bus.reverb, bus.left, bus.right);
}

/** Fader, pan and meters. */
function pass(index: i32): void {
  if (isIdle(index)) {
    faderJump(busAt(index).fader);
    return;
  }
  const bus = busAt(index);
  const peakLeft = blockPeak(bus.left);
  const peakRight = blockPeak(bus.right);
  if (!isSound(peakLeft) || !isSound(peakRight)) {
    fail(index);
    return;
  }
  fallAsleep(index, max<f32>(peakLeft, peakRight));
  if (isFaderStraight(bus.fader)) {
    // Nothing crosses over: what is heard is what was measured, times the gain.
    const gainLeft = bus.fader.nextLeftToLeft;
    const gainRight = bus.fader.nextRightToRight;
    faderRender(bus.fader, bus.left, bus.right, mixLeft, mixRight);
    const squaresLeft = blockSquares(bus.left) * gainLeft * gainLeft;
    meterAdd(BUS_METER + index, peakLeft * gainLeft, peakRight * gainRight, squaresLeft, blockSquares(bus.right) * gainRight * gainRight);
    return;
  }
  memory.fill(outLeft, 0, BLOCK_BYTES);
  memory.fill(outRight, 0, BLOCK_BYTES);
  faderRender(bus.fader, bus.left, bus.right, outLeft, outRight);
  mixInto(mixLeft, outLeft, 1, 1);
  mixInto(mixRight, outRight, 1, 1);
  meterAdd(BUS_METER + index, blockPeak(outLeft), blockPeak(outRight), blockSquares(outLeft), blockSquares(outRight));
}

/** Silences a bus that holds what is no sound. */
function fail(index: i32): void {
  count(NOT_A_NUMBER);
  busClear(index);
  memory.fill(busAt(index).left, 0, BLOCK_BYTES);
  memory.fill(busAt(index).right, 0, BLOCK_BYTES);
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
  const strip = stripAt(index >> 1);
  const lane = firstLane(index);
  stripSet(strip, lane, bus.settings, sampleRate, BUS_HIGHPASS_ON, BUS_EQ3_ON, BUS_COMPRESSOR_ON);
  stripSet(strip, lane + 1, bus.settings, sampleRate, BUS_HIGHPASS_ON, BUS_EQ3_ON, BUS_COMPRESSOR_ON);
  pingPongDelaySet(bus.delay, bus.settings);
  reverbSet(bus.reverb, bus.settings);
  faderSet(bus.fader, bus.settings, BUS_LEVEL, BUS_PAN);
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
function stripAt(pair: i32): Strip {
  return changetype<Strip>(load<usize>(strips + (<usize>pair << 2)));
}
