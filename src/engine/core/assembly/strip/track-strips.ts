// The strips of the tracks: highpass, EQ3 and compressor four tracks side by side, then fader, pan and sends.
// Each track is a lane of its own: what one does never changes a bit of another.

import { blockPeak, blockSquares, gather, isSound, mixInto, scatter } from '../blocks';
import {
  MAX_BUSES, MAX_TRACKS, TRACK_COMPRESSOR_ON, TRACK_EQ3_ON, TRACK_HIGHPASS_ON, TRACK_LEVEL, TRACK_PAN, TRACK_SLOTS,
} from '../generated/layout';
import { BLOCK_BYTES, reserve, reserveBlock, reserveQuad } from '../memory';
import { meterAdd, meterReduction } from '../meters';
import { NOT_A_NUMBER, count } from '../report';
import { trackClear, trackRender } from '../track';
import { SINGLE, compressorRender, takeReduction } from './compressor';
import { eq3Render } from './eq3';
import { highpassRender } from './highpass';
import { monoLeft, monoRight } from './pan';
import { Settings, newSettings, setting, settingsJump, settingsStep } from './settings';
import { Strip, isStripUsed, newStrip, stripClear, stripSet } from './strip';

const QUADS: i32 = MAX_TRACKS / 4;
/** Below this, -140 dB, what is left in a filter is forgotten. */
const NOTHING: f32 = 1e-7;

@unmanaged
class Channel {
  settings: Settings;
  sends: Settings;
  block: usize;
  /** Gains of fader and pan, at the end of the last block and of this one. */
  left: f32;
  right: f32;
  nextLeft: f32;
  nextRight: f32;
  /** f32 gain to each bus with fader and pan, left and right in turn, at the end of the last block. */
  sent: usize;
  /** Whether its filters hold no sound. */
  asleep: bool;
  /** Whether the instrument gave sound in this block. */
  sounds: bool;
}

let channels: usize = 0;
let strips: usize = 0;
let sampleRate: f32 = 48000;
let quad: usize = 0;

/** The sum of all tracks, for the master. */
export let mixLeft: usize = 0;
export let mixRight: usize = 0;
/** Bits: buses that were sent something in this block. */
export let busesFed: i32 = 0;
let busSums: usize = 0;

export function trackStripsInit(rate: f32): void {
  sampleRate = rate;
  channels = reserve(<usize>MAX_TRACKS * offsetof<Channel>());
  strips = reserve(<usize>QUADS * 4);
  for (let i = 0; i < QUADS; i++) store<usize>(strips + (<usize>i << 2), changetype<usize>(newStrip()));
  for (let i = 0; i < MAX_TRACKS; i++) {
    const channel = channelAt(i);
    channel.settings = newSettings(TRACK_SLOTS);
    channel.sends = newSettings(MAX_BUSES);
    channel.block = reserveBlock();
    channel.sent = reserve(MAX_BUSES * 8);
    channel.asleep = true;
    setChannel(i);
  }
  quad = reserveQuad();
  mixLeft = reserveBlock();
  mixRight = reserveBlock();
  busSums = reserve(<usize>MAX_BUSES * 2 * BLOCK_BYTES);
}

export function trackSettings(track: i32): Settings {
  return channelAt(track).settings;
}

export function trackSends(track: i32): Settings {
  return channelAt(track).sends;
}

/** Takes the targets at once, as when a song is loaded. */
export function trackStripJump(track: i32): void {
  const channel = channelAt(track);
  settingsJump(channel.settings);
  settingsJump(channel.sends);
  setChannel(track);
  settle(channel);
}

/** What bus `bus` was sent in this block; side 0 left, 1 right. */
export function busSum(bus: i32, side: i32): usize {
  return busSums + <usize>(bus * 2 + side) * BLOCK_BYTES;
}

/** Renders all tracks through their strips into the sums. */
export function trackStripsRender(): void {
  memory.fill(mixLeft, 0, BLOCK_BYTES);
  memory.fill(mixRight, 0, BLOCK_BYTES);
  busesFed = 0;
  for (let i = 0; i < QUADS; i++) renderFour(i);
}

export function trackReductions(): void {
  for (let track = 0; track < MAX_TRACKS; track++) meterReduction(track, takeReduction(stripAt(track >> 2).compressor, track & 3));
}

/** Forgets all sound of a track. */
export function trackStripClear(track: i32): void {
  trackClear(track);
  stripClear(stripAt(track >> 2), track & 3);
  channelAt(track).asleep = true;
}

function renderFour(index: i32): void {
  let awake = false;
  for (let lane = 0; lane < 4; lane++) {
    const track = index * 4 + lane;
    const channel = channelAt(track);
    const moved = step(track);
    channel.sounds = renderInstrument(track);
    if (channel.sounds) channel.asleep = false;
    if (!channel.asleep) awake = true;
    else if (moved) settle(channel);
  }
  if (!awake) return;
  if (isStripUsed(stripAt(index))) shape(index);
  for (let lane = 0; lane < 4; lane++) if (!channelAt(index * 4 + lane).asleep) pass(index * 4 + lane);
}

/** The track's next block; false where it is silent. */
function renderInstrument(track: i32): bool {
  const block = channelAt(track).block;
  if (!trackRender(track, block)) return false;
  if (isSound(blockPeak(block))) return true;
  count(NOT_A_NUMBER);
  trackStripClear(track);
  return false;
}

/** Highpass, EQ3 and compressor of four tracks. */
function shape(index: i32): void {
  const strip = stripAt(index);
  gather(quad, input(index, 0), input(index, 1), input(index, 2), input(index, 3));
  highpassRender(strip.highpass, quad);
  eq3Render(strip.eq, quad);
  compressorRender(strip.compressor, quad, SINGLE);
  scatter(quad, output(index, 0), output(index, 1), output(index, 2), output(index, 3));
}

function input(index: i32, lane: i32): usize {
  const channel = channelAt(index * 4 + lane);
  return channel.sounds ? channel.block : 0;
}

function output(index: i32, lane: i32): usize {
  const channel = channelAt(index * 4 + lane);
  return channel.asleep ? 0 : channel.block;
}

/** Fader, pan and sends of a track that is awake. */
function pass(track: i32): void {
  const channel = channelAt(track);
  const block = channel.block;
  // Without effects nothing rings on after the instrument.
  if (!channel.sounds && !isStripUsed(stripAt(track >> 2))) memory.fill(block, 0, BLOCK_BYTES);
  const peak = blockPeak(block);
  if (!isSound(peak)) {
    count(NOT_A_NUMBER);
    trackStripClear(track);
    return;
  }
  mixInto(mixLeft, block, channel.left, channel.nextLeft);
  mixInto(mixRight, block, channel.right, channel.nextRight);
  for (let bus = 0; bus < MAX_BUSES; bus++) send(channel, bus);
  // Meters follow the gain at the block's end: within a ramp that is near enough.
  const squares = blockSquares(block);
  const left = channel.nextLeft;
  const right = channel.nextRight;
  meterAdd(track, peak * left, peak * right, squares * left * left, squares * right * right);
  channel.left = left;
  channel.right = right;
  if (!channel.sounds && peak < NOTHING) {
    stripClear(stripAt(track >> 2), track & 3);
    channel.asleep = true;
  }
}

function send(channel: Channel, bus: i32): void {
  const at = channel.sent + (<usize>bus << 3);
  const gain = setting(channel.sends, bus);
  const left = gain * channel.nextLeft;
  const right = gain * channel.nextRight;
  const leftBefore = load<f32>(at);
  const rightBefore = load<f32>(at, 4);
  if (left == 0 && right == 0 && leftBefore == 0 && rightBefore == 0) return;
  if ((busesFed & (1 << bus)) == 0) {
    memory.fill(busSum(bus, 0), 0, BLOCK_BYTES * 2);
    busesFed |= 1 << bus;
  }
  mixInto(busSum(bus, 0), channel.block, leftBefore, left);
  mixInto(busSum(bus, 1), channel.block, rightBefore, right);
  store<f32>(at, left);
  store<f32>(at, right, 4);
}

/** Moves the settings of a track on by a block; true where one moved. */
function step(track: i32): bool {
  const channel = channelAt(track);
  const stripMoved = settingsStep(channel.settings);
  const sendsMoved = settingsStep(channel.sends);
  if (!stripMoved && !sendsMoved) return false;
  setChannel(track);
  return true;
}

/** While nothing sounds, gains need no ramp. */
function settle(channel: Channel): void {
  channel.left = channel.nextLeft;
  channel.right = channel.nextRight;
  for (let bus = 0; bus < MAX_BUSES; bus++) {
    const gain = setting(channel.sends, bus);
    store<f32>(channel.sent + (<usize>bus << 3), gain * channel.left);
    store<f32>(channel.sent + (<usize>bus << 3), gain * channel.right, 4);
  }
}

function setChannel(track: i32): void {
  const channel = channelAt(track);
  const settings = channel.settings;
  stripSet(stripAt(track >> 2), track & 3, settings, sampleRate, TRACK_HIGHPASS_ON, TRACK_EQ3_ON, TRACK_COMPRESSOR_ON);
  channel.nextLeft = setting(settings, TRACK_LEVEL) * monoLeft(setting(settings, TRACK_PAN));
  channel.nextRight = setting(settings, TRACK_LEVEL) * monoRight(setting(settings, TRACK_PAN));
}

// @ts-ignore: decorator
@inline
function channelAt(track: i32): Channel {
  return changetype<Channel>(channels + <usize>track * offsetof<Channel>());
}

// @ts-ignore: decorator
@inline
function stripAt(index: i32): Strip {
  return changetype<Strip>(load<usize>(strips + (<usize>index << 2)));
}
