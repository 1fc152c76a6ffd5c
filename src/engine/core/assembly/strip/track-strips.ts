// The strips of four tracks side by side: highpass, EQ3, compressor, fader, pan, and what they send.
// Each lane is a track of its own: what one does never changes a bit of another.

import {
  MAX_BUSES, MAX_TRACKS, TRACK_COMPRESSOR_ON, TRACK_EQ3_ON, TRACK_HIGHPASS_ON, TRACK_LEVEL, TRACK_PAN, TRACK_SLOTS,
} from '../generated/layout';
import { BLOCK, QUAD_BYTES, laneAt, reserve, reserveBlock, reserveQuad } from '../memory';
import { meterAdd, meterReduction } from '../meters';
import { blockPeak, gather, isSound, quadPeaks } from '../quad';
import { NOT_A_NUMBER, count } from '../report';
import { trackClear, trackRender } from '../track';
import { SINGLE, compressorRender, takeReduction } from './compressor';
import { eq3Render } from './eq3';
import { highpassRender } from './highpass';
import { monoLeft, monoRight } from './pan';
import { Settings, newSettings, setting, settingsJump, settingsStep } from './settings';
import { Strip, newStrip, stripClear, stripSet } from './strip';

const QUADS: i32 = MAX_TRACKS / 4;
/** Below this, -140 dB, what is left in a filter is forgotten. */
const NOTHING: f32 = 1e-7;

@unmanaged
class Quad {
  strip: Strip;
  /** Gains of fader and pan at the end of the last block, and one block's change a frame. */
  left: v128;
  right: v128;
  /** Bits: lanes whose sound has died away. */
  asleep: i32;
  /** Bits: buses that at least one lane sends to. */
  sends: i32;
  /** v128 gain to each bus, at the end of the last block and of this one. */
  sendsBefore: usize;
  sendsNow: usize;
}

let quads: usize = 0;
let settings: usize = 0;
let sends: usize = 0;
let sampleRate: f32 = 48000;
let buffer: usize = 0;
let lefts: usize = 0;
let rights: usize = 0;
const blocks = memory.data(4 * 4, 16);

/** Four-lane sums of all tracks, for the master. */
export let mixLeft: usize = 0;
export let mixRight: usize = 0;
/** Bits: buses that were sent something in this block. */
export let busesFed: i32 = 0;
let busSums: usize = 0;

export function trackStripsInit(rate: f32): void {
  sampleRate = rate;
  quads = reserve(<usize>QUADS * offsetof<Quad>());
  settings = reserve(<usize>MAX_TRACKS * 4);
  sends = reserve(<usize>MAX_TRACKS * 4);
  for (let i = 0; i < MAX_TRACKS; i++) {
    store<usize>(settings + (<usize>i << 2), changetype<usize>(newSettings(TRACK_SLOTS)));
    store<usize>(sends + (<usize>i << 2), changetype<usize>(newSettings(MAX_BUSES)));
  }
  for (let i = 0; i < QUADS; i++) {
    const quad = quadAt(i);
    quad.strip = newStrip();
    quad.asleep = 15;
    quad.sendsBefore = reserve(MAX_BUSES * 16);
    quad.sendsNow = reserve(MAX_BUSES * 16);
    for (let lane = 0; lane < 4; lane++) setLane(i, lane);
  }
  for (let lane = 0; lane < 4; lane++) store<usize>(blocks + (<usize>lane << 2), reserveBlock());
  buffer = reserveQuad();
  lefts = reserveQuad();
  rights = reserveQuad();
  mixLeft = reserveQuad();
  mixRight = reserveQuad();
  busSums = reserve(<usize>MAX_BUSES * 2 * QUAD_BYTES);
}

export function trackSettings(track: i32): Settings {
  return changetype<Settings>(load<usize>(settings + (<usize>track << 2)));
}

export function trackSends(track: i32): Settings {
  return changetype<Settings>(load<usize>(sends + (<usize>track << 2)));
}

/** Takes the targets at once, as when a song is loaded. */
export function trackStripJump(track: i32): void {
  settingsJump(trackSettings(track));
  settingsJump(trackSends(track));
  const quad = quadAt(track >> 2);
  setLane(track >> 2, track & 3);
  const lane = track & 3;
  store<f32>(laneAt(changetype<usize>(quad), lane), leftGain(track), offsetof<Quad>('left'));
  store<f32>(laneAt(changetype<usize>(quad), lane), rightGain(track), offsetof<Quad>('right'));
  memory.copy(quad.sendsBefore, quad.sendsNow, MAX_BUSES * 16);
}

/** Four-lane sum of what bus `bus` was sent; side 0 left, 1 right. */
export function busSum(bus: i32, side: i32): usize {
  return busSums + <usize>(bus * 2 + side) * QUAD_BYTES;
}

/** Renders all tracks through their strips into the sums. */
export function trackStripsRender(): void {
  memory.fill(mixLeft, 0, QUAD_BYTES);
  memory.fill(mixRight, 0, QUAD_BYTES);
  busesFed = 0;
  for (let i = 0; i < QUADS; i++) renderQuad(i);
}

export function trackReductions(): void {
  for (let track = 0; track < MAX_TRACKS; track++) {
    meterReduction(track, takeReduction(quadAt(track >> 2).strip.compressor, track & 3));
  }
}

export function trackStripClear(track: i32): void {
  trackClear(track);
  const quad = quadAt(track >> 2);
  stripClear(quad.strip, track & 3);
  quad.asleep |= 1 << (track & 3);
}

function renderQuad(index: i32): void {
  const quad = quadAt(index);
  const moved = stepSettings(index);
  let silent = 0;
  for (let lane = 0; lane < 4; lane++) {
    if (!renderLane(index * 4 + lane, lane)) silent |= 1 << lane;
  }
  if ((silent & quad.asleep) == 15) {
    if (moved) settleGains(index);
    return;
  }
  quad.asleep &= silent;
  gather(buffer, input(0, silent), input(1, silent), input(2, silent), input(3, silent));
  highpassRender(quad.strip.highpass, buffer);
  eq3Render(quad.strip.eq, buffer);
  compressorRender(quad.strip.compressor, buffer, SINGLE);
  if (silent & ~quad.asleep) fallAsleep(quad, silent);
  fader(index);
  for (let bus = 0; bus < MAX_BUSES; bus++) if (quad.sends & (1 << bus)) send(quad, bus);
}

/** The track's next block; false where it is silent. */
function renderLane(track: i32, lane: i32): bool {
  const block = load<usize>(blocks + (<usize>lane << 2));
  if (!trackRender(track, block)) return false;
  if (isSound(blockPeak(block))) return true;
  count(NOT_A_NUMBER);
  trackStripClear(track);
  return false;
}

// @ts-ignore: decorator
@inline
function input(lane: i32, silent: i32): usize {
  return silent & (1 << lane) ? 0 : load<usize>(blocks + (<usize>lane << 2));
}

function fallAsleep(quad: Quad, silent: i32): void {
  const quiet = i32x4.bitmask(f32x4.lt(quadPeaks(buffer), f32x4.splat(NOTHING)));
  for (let lane = 0; lane < 4; lane++) {
    if ((silent & quiet & ~quad.asleep & (1 << lane)) == 0) continue;
    stripClear(quad.strip, lane);
    quad.asleep |= 1 << lane;
  }
}

/** Fader and pan: into `lefts` and `rights`, into the mix, and into the meters. */
function fader(index: i32): void {
  const quad = quadAt(index);
  let left = quad.left;
  let right = quad.right;
  const share = f32x4.splat(1.0 / <f32>BLOCK);
  const nextLeft = gains(index, 0);
  const nextRight = gains(index, 1);
  const leftStep = f32x4.mul(f32x4.sub(nextLeft, left), share);
  const rightStep = f32x4.mul(f32x4.sub(nextRight, right), share);
  let peakLeft = f32x4.splat(0);
  let peakRight = f32x4.splat(0);
  let squaresLeft = f32x4.splat(0);
  let squaresRight = f32x4.splat(0);
  for (let i: usize = 0; i < QUAD_BYTES; i += 16) {
    const x = v128.load(buffer + i);
    const l = f32x4.mul(x, left);
    const r = f32x4.mul(x, right);
    left = f32x4.add(left, leftStep);
    right = f32x4.add(right, rightStep);
    v128.store(lefts + i, l);
    v128.store(rights + i, r);
    v128.store(mixLeft + i, f32x4.add(v128.load(mixLeft + i), l));
    v128.store(mixRight + i, f32x4.add(v128.load(mixRight + i), r));
    peakLeft = f32x4.max(peakLeft, f32x4.abs(l));
    peakRight = f32x4.max(peakRight, f32x4.abs(r));
    squaresLeft = f32x4.add(squaresLeft, f32x4.mul(l, l));
    squaresRight = f32x4.add(squaresRight, f32x4.mul(r, r));
  }
  quad.left = nextLeft;
  quad.right = nextRight;
  meterLane(index, 0, f32x4.extract_lane(peakLeft, 0), f32x4.extract_lane(peakRight, 0), f32x4.extract_lane(squaresLeft, 0), f32x4.extract_lane(squaresRight, 0));
  meterLane(index, 1, f32x4.extract_lane(peakLeft, 1), f32x4.extract_lane(peakRight, 1), f32x4.extract_lane(squaresLeft, 1), f32x4.extract_lane(squaresRight, 1));
  meterLane(index, 2, f32x4.extract_lane(peakLeft, 2), f32x4.extract_lane(peakRight, 2), f32x4.extract_lane(squaresLeft, 2), f32x4.extract_lane(squaresRight, 2));
  meterLane(index, 3, f32x4.extract_lane(peakLeft, 3), f32x4.extract_lane(peakRight, 3), f32x4.extract_lane(squaresLeft, 3), f32x4.extract_lane(squaresRight, 3));
}

function meterLane(index: i32, lane: i32, peakLeft: f32, peakRight: f32, squaresLeft: f32, squaresRight: f32): void {
  if (isSound(peakLeft) && isSound(peakRight)) {
    meterAdd(index * 4 + lane, peakLeft, peakRight, squaresLeft, squaresRight);
    return;
  }
  // The strip itself went wrong: the master silences this block, and the strip begins anew.
  count(NOT_A_NUMBER);
  trackStripClear(index * 4 + lane);
}

function send(quad: Quad, bus: i32): void {
  let gain = v128.load(quad.sendsBefore + (<usize>bus << 4));
  const next = v128.load(quad.sendsNow + (<usize>bus << 4));
  const step = f32x4.mul(f32x4.sub(next, gain), f32x4.splat(1.0 / <f32>BLOCK));
  const left = busSum(bus, 0);
  const right = busSum(bus, 1);
  if ((busesFed & (1 << bus)) == 0) {
    memory.fill(left, 0, QUAD_BYTES);
    memory.fill(right, 0, QUAD_BYTES);
    busesFed |= 1 << bus;
  }
  for (let i: usize = 0; i < QUAD_BYTES; i += 16) {
    v128.store(left + i, f32x4.add(v128.load(left + i), f32x4.mul(v128.load(lefts + i), gain)));
    v128.store(right + i, f32x4.add(v128.load(right + i), f32x4.mul(v128.load(rights + i), gain)));
    gain = f32x4.add(gain, step);
  }
  v128.store(quad.sendsBefore + (<usize>bus << 4), next);
}

/** Moves the settings of four tracks on by a block; true where one moved. */
function stepSettings(index: i32): bool {
  let moved = false;
  for (let lane = 0; lane < 4; lane++) {
    const track = index * 4 + lane;
    const stripMoved = settingsStep(trackSettings(track));
    const sendsMoved = settingsStep(trackSends(track));
    if (!stripMoved && !sendsMoved) continue;
    setLane(index, lane);
    moved = true;
  }
  return moved;
}

/** While nothing sounds, gains need no ramp. */
function settleGains(index: i32): void {
  const quad = quadAt(index);
  quad.left = gains(index, 0);
  quad.right = gains(index, 1);
  memory.copy(quad.sendsBefore, quad.sendsNow, MAX_BUSES * 16);
}

function setLane(index: i32, lane: i32): void {
  const quad = quadAt(index);
  const track = index * 4 + lane;
  stripSet(quad.strip, lane, trackSettings(track), sampleRate, TRACK_HIGHPASS_ON, TRACK_EQ3_ON, TRACK_COMPRESSOR_ON);
  let used = 0;
  for (let bus = 0; bus < MAX_BUSES; bus++) {
    const at = quad.sendsNow + (<usize>bus << 4);
    store<f32>(laneAt(at, lane), setting(trackSends(track), bus));
    if (v128.any_true(v128.load(at)) || v128.any_true(v128.load(quad.sendsBefore + (<usize>bus << 4)))) used |= 1 << bus;
  }
  quad.sends = used;
}

function gains(index: i32, side: i32): v128 {
  const track = index * 4;
  let all = f32x4.splat(0);
  all = f32x4.replace_lane(all, 0, side ? rightGain(track) : leftGain(track));
  all = f32x4.replace_lane(all, 1, side ? rightGain(track + 1) : leftGain(track + 1));
  all = f32x4.replace_lane(all, 2, side ? rightGain(track + 2) : leftGain(track + 2));
  return f32x4.replace_lane(all, 3, side ? rightGain(track + 3) : leftGain(track + 3));
}

function leftGain(track: i32): f32 {
  return setting(trackSettings(track), TRACK_LEVEL) * monoLeft(setting(trackSettings(track), TRACK_PAN));
}

function rightGain(track: i32): f32 {
  return setting(trackSettings(track), TRACK_LEVEL) * monoRight(setting(trackSettings(track), TRACK_PAN));
}

// @ts-ignore: decorator
@inline
function quadAt(index: i32): Quad {
  return changetype<Quad>(quads + <usize>index * offsetof<Quad>());
}
