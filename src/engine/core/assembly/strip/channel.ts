// What every strip has: settings, a chain of effects, fader and pan, sends, meters; and what it does when
// something comes through that is no sound. A strip sleeps while nothing comes in and its last echo is gone.

import { blockPeak, blockSquares, isSound, mixInto } from '../blocks';
import { MAX_BUSES, TRACK_LEVEL, TRACK_OPEN, TRACK_PAN, TRACK_SLOTS } from '../generated/layout';
import { lanesBend } from '../lanes';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { meterAdd, meterReduction } from '../meters';
import { NOT_A_NUMBER, count } from '../report';
import { isStraight, sampleAtEnd, sampleBefore } from '../song-clock';
import { busSum } from './bus-sums';
import { Chain, chainClear, chainForgetLanes, chainReduction, chainRender, chainRest, chainTail, newChain } from './chain';
import { Settings, newSettings, setting, settingsFollow, settingsJump, settingsStep } from './settings';
import {
  StereoFader, faderFromMono, faderFromStereo, faderJump, faderRender, faderSet, isFaderStraight, newStereoFader,
} from './stereo-fader';

/** Below this, -120 dB, a strip is silent. */
const SILENCE: f32 = 1e-6;
/** Frames of a part of a block in which a lane is near enough a straight line. */
const PIECE: i32 = 16;

@unmanaged
export class Channel {
  /** Its place among the meters. */
  meter: i32;
  settings: Settings;
  /** Gains to the buses after the fader, then before it. */
  sends: Settings;
  chain: Chain;
  left: usize;
  right: usize;
  /** Of what goes on, and of what is sent before the fader. */
  fader: StereoFader;
  preFader: StereoFader;
  /** f32 gain to each bus at the end of the last block, as `sends`. */
  sent: usize;
  /** 1: `left` alone holds the sound, which is mono; 2: stereo. What came in last, and what comes out. */
  sidesIn: i32;
  sides: i32;
  /** Samples since something was heard. */
  quiet: i32;
  asleep: bool;
  /** Whether lanes move fader, pan or sends in this block, and in no straight line. */
  bends: bool;
  /** Whether a gain to some bus is on its way or open: after the fader, and before it. */
  sendsAfter: bool;
  sendsBefore: bool;
}

/** What goes on of the strip that is rendered: written by `channelPass`, good until the next one. */
let outLeft: usize = 0;
let outRight: usize = 0;
/** What is sent before the fader. */
let preLeft: usize = 0;
let preRight: usize = 0;

export function channelsInit(): void {
  outLeft = reserveBlock();
  outRight = reserveBlock();
  preLeft = reserveBlock();
  preRight = reserveBlock();
}

export function newChannel(meter: i32): Channel {
  const channel = changetype<Channel>(reserve(offsetof<Channel>()));
  channel.meter = meter;
  channel.settings = newSettings(TRACK_SLOTS);
  channel.sends = newSettings(MAX_BUSES * 2);
  channel.chain = newChain();
  channel.left = reserveBlock();
  channel.right = reserveBlock();
  channel.fader = newStereoFader();
  channel.preFader = newStereoFader();
  channel.sent = reserve(MAX_BUSES * 8);
  channel.sidesIn = 1;
  channel.sides = 1;
  channel.asleep = true;
  setChannel(channel);
  settle(channel);
  return channel;
}

/** Takes the targets at once, as when a song is loaded. */
export function channelJump(channel: Channel): void {
  settingsJump(channel.settings);
  settingsJump(channel.sends);
  setChannel(channel);
  settle(channel);
}

/** Lets go of all lanes. */
export function channelForgetLanes(channel: Channel): void {
  channel.settings.lanes = 0;
  channel.sends.lanes = 0;
  chainForgetLanes(channel.chain);
}

/** Forgets all sound. */
export function channelClear(channel: Channel): void {
  chainClear(channel.chain);
  channel.quiet = 0;
  channel.asleep = true;
}

export function channelReduction(channel: Channel): void {
  meterReduction(channel.meter, chainReduction(channel.chain));
}

/**
 * A block through the chain. What comes in stands in `left` and `right`.
 * @param sides  0: nothing comes in; 1: `left` alone, a mono sound; 2: stereo
 * @returns      false while it sleeps
 */
export function channelShape(channel: Channel, sides: i32): bool {
  follow(channel);
  if (sides == 0 && channel.asleep) {
    chainRest(channel.chain);
    settle(channel);
    return false;
  }
  if (sides == 0) {
    memory.fill(channel.left, 0, BLOCK_BYTES);
    memory.fill(channel.right, 0, BLOCK_BYTES);
  } else channel.sidesIn = sides;
  const behind = chainRender(channel.chain, channel.left, channel.right, channel.sidesIn);
  if (channel.asleep) channel.sides = behind;
  else turn(channel, behind);
  channel.asleep = false;
  return true;
}

/** Fader, pan, sends and meters of a strip that is awake, into the mix. */
export function channelPass(channel: Channel, isFed: bool, mixLeft: usize, mixRight: usize): void {
  const isStereo = channel.sides == 2;
  const peakLeft = blockPeak(channel.left);
  const peakRight = isStereo ? blockPeak(channel.right) : peakLeft;
  if (!isSound(peakLeft) || !isSound(peakRight)) {
    count(NOT_A_NUMBER);
    channelClear(channel);
    return;
  }
  memory.fill(outLeft, 0, BLOCK_BYTES);
  memory.fill(outRight, 0, BLOCK_BYTES);
  if (channel.bends) {
    for (let first = 0; first < BLOCK; first += PIECE) {
      followTo(channel, sampleBefore + <u32>(first + PIECE));
      pass(channel, isStereo, first, PIECE);
    }
  } else pass(channel, isStereo, 0, BLOCK);
  mixInto(mixLeft, outLeft, 1, 1);
  mixInto(mixRight, outRight, 1, 1);
  measure(channel, isStereo, peakLeft, peakRight);
  fallAsleep(channel, isFed, max<f32>(peakLeft, peakRight));
}

/** A part of the block through fader, pan and sends, into `outLeft` and `outRight` and to the buses. */
function pass(channel: Channel, isStereo: bool, first: i32, frames: i32): void {
  const at = <usize>first << 2;
  const left = channel.left + at;
  const right = channel.right + at;
  if (channel.sendsBefore) {
    memory.fill(preLeft, 0, BLOCK_BYTES);
    memory.fill(preRight, 0, BLOCK_BYTES);
    faderRender(channel.preFader, isStereo, left, right, preLeft, preRight, frames);
    channel.sendsBefore = sendAll(channel, MAX_BUSES, preLeft, preRight, at, frames);
  } else faderJump(channel.preFader);
  faderRender(channel.fader, isStereo, left, right, outLeft + at, outRight + at, frames);
  if (channel.sendsAfter) channel.sendsAfter = sendAll(channel, 0, outLeft + at, outRight + at, at, frames);
}

/** Sends a part to the buses whose gains stand from slot `first` on; false where all are closed. */
function sendAll(channel: Channel, first: i32, left: usize, right: usize, at: usize, frames: i32): bool {
  let open = false;
  for (let bus = 0; bus < MAX_BUSES; bus++) {
    const slot = first + bus;
    const from = load<f32>(channel.sent + (<usize>slot << 2));
    const to = setting(channel.sends, slot);
    if (from == 0 && to == 0) continue;
    open = true;
    mixInto(busSum(bus, 0) + at, left, from, to, frames);
    mixInto(busSum(bus, 1) + at, right, from, to, frames);
    store<f32>(channel.sent + (<usize>slot << 2), to);
  }
  return open;
}

function measure(channel: Channel, isStereo: bool, peakLeft: f32, peakRight: f32): void {
  const fader = channel.fader;
  // Nothing crosses over: what is heard is what was measured, times the gain. Meters follow the gain at the
  // block's end: within a ramp that is near enough.
  if (!isStereo) {
    const squares = blockSquares(channel.left);
    const left = fader.monoLeft;
    const right = fader.monoRight;
    meterAdd(channel.meter, peakLeft * left, peakRight * right, squares * left * left, squares * right * right);
  } else if (isFaderStraight(fader)) {
    const left = fader.leftToLeft;
    const right = fader.rightToRight;
    const squaresLeft = blockSquares(channel.left) * left * left;
    meterAdd(channel.meter, peakLeft * left, peakRight * right, squaresLeft, blockSquares(channel.right) * right * right);
  } else {
    meterAdd(channel.meter, blockPeak(outLeft), blockPeak(outRight), blockSquares(outLeft), blockSquares(outRight));
  }
}

function fallAsleep(channel: Channel, isFed: bool, peak: f32): void {
  if (isFed || peak > SILENCE) {
    channel.quiet = 0;
    return;
  }
  channel.quiet += BLOCK;
  if (channel.chain.count == 0 || channel.quiet > BLOCK + chainTail(channel.chain)) channelClear(channel);
}

/** The strip's sound has become stereo, or mono: its gains go on from where they were. */
function turn(channel: Channel, sides: i32): void {
  if (channel.sides == sides) return;
  channel.sides = sides;
  if (sides == 2) {
    faderFromMono(channel.fader);
    faderFromMono(channel.preFader);
  } else {
    faderFromStereo(channel.fader);
    faderFromStereo(channel.preFader);
  }
}

/** While nothing sounds, gains need no ramp. */
function settle(channel: Channel): void {
  faderJump(channel.fader);
  faderJump(channel.preFader);
  memory.copy(channel.sent, channel.sends.now, MAX_BUSES * 8);
}

/** The settings at the block's end; whether the way there is no straight line. */
function follow(channel: Channel): void {
  const settings = channel.settings;
  const sends = channel.sends;
  channel.bends = false;
  const moved = settingsStep(settings, sampleAtEnd);
  const sent = settingsStep(sends, sampleAtEnd);
  if (moved) setFaders(channel);
  if (sent) setSends(channel);
  // What the host moves travels by blocks: then the lanes do, too.
  if (!isStraight || !(moved || sent) || settings.left > 0 || sends.left > 0) return;
  channel.bends =
    lanesBend(settings.lanes, sampleBefore, sampleAtEnd) || lanesBend(sends.lanes, sampleBefore, sampleAtEnd);
}

function followTo(channel: Channel, sample: u32): void {
  if (settingsFollow(channel.settings, sample)) setFaders(channel);
  if (settingsFollow(channel.sends, sample)) setSends(channel);
}

function setChannel(channel: Channel): void {
  setFaders(channel);
  setSends(channel);
}

function setFaders(channel: Channel): void {
  const settings = channel.settings;
  const open = setting(settings, TRACK_OPEN);
  faderSet(channel.fader, setting(settings, TRACK_LEVEL) * open, setting(settings, TRACK_PAN));
  faderSet(channel.preFader, open, setting(settings, TRACK_PAN));
}

function setSends(channel: Channel): void {
  channel.sendsAfter = true;
  channel.sendsBefore = true;
}
