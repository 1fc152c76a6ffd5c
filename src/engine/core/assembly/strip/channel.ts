// What every strip has: settings, a chain of effects, fader and pan, sends, meters; and what it does when
// something comes through that is no sound. A strip sleeps while nothing comes in and its last echo is gone.

import { blockPeak, blockSquares, isSound } from '../blocks';
import { MAX_BUSES, TRACK_LAW, TRACK_LEVEL, TRACK_OPEN, TRACK_PAN, TRACK_SLOTS } from '../generated/layout';
import { lanesBend } from '../lanes';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { meterAdd, meterReduction } from '../meters';
import { NOT_A_NUMBER, count } from '../report';
import { isStraight, sampleAtEnd, sampleBefore, sampleFrom } from '../song-clock';
import { busSum } from './bus-sums';
import {
  Chain, chainBehind, chainClear, chainForgetLanes, chainReduction, chainRender, chainRest, chainTail, chainWake, newChain,
} from './chain';
import { Compensation, compensate, keepLate, newCompensation, sendLate, settleDelays } from './delay-compensation';
import { Settings, newSettings, setting, settingsFollow, settingsJump, settingsStep } from './settings';
import {
  StereoFader, faderAdd, faderFromMono, faderFromStereo, faderJump, faderSet, faderWrite, isFaderStraight, newStereoFader,
} from './stereo-fader';
import { isWatched, watchedTake } from './watched';

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
  /** Whether its gains are those of its settings, with no ramp on the way. */
  settled: bool;
  /** Whether a gain to some bus is on its way or open: after the fader, and before it. */
  sendsAfter: bool;
  sendsBefore: bool;
  /** Of the ways to the mix and to the buses. */
  compensation: Compensation;
  /** Samples by which what comes out of the chain is later than the song. */
  behind: i32;
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
  channel.compensation = newCompensation();
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
  if (channel.asleep) chainWake(channel.chain, sampleFrom);
  const behind = chainRender(channel.chain, channel.left, channel.right, channel.sidesIn);
  if (channel.asleep) channel.sides = behind;
  else turn(channel, behind);
  channel.asleep = false;
  return true;
}

/**
 * A block that came through the chain elsewhere and stands in `left` and `right`: as `channelShape` of there.
 * @param sides  as there it came out; 0 where it sleeps
 */
export function channelTake(channel: Channel, sides: i32): bool {
  follow(channel);
  if (sides == 0) {
    channel.asleep = true;
    settle(channel);
    return false;
  }
  if (channel.asleep) channel.sides = sides;
  else turn(channel, sides);
  channel.asleep = false;
  return true;
}

/**
 * Behind the chain of a strip that somebody else passes on: falls asleep as `channelPass` would let it.
 * @returns  how many sides its block has; 0 where it is no sound
 */
export function channelEnd(channel: Channel, isFed: bool): i32 {
  const peakLeft = blockPeak(channel.left);
  const peakRight = channel.sides == 2 ? blockPeak(channel.right) : peakLeft;
  if (!isSound(peakLeft) || !isSound(peakRight)) {
    count(NOT_A_NUMBER);
    channelClear(channel);
    return 0;
  }
  fallAsleep(channel, isFed, max<f32>(peakLeft, peakRight));
  return channel.sides;
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
  if (goesStraight(channel, isStereo)) {
    faderJump(channel.preFader);
    faderAdd(channel.fader, isStereo, channel.left, channel.right, mixLeft, mixRight, BLOCK);
    measure(channel, isStereo, peakLeft, peakRight);
    fallAsleep(channel, isFed, max<f32>(peakLeft, peakRight));
    return;
  }
  fade(channel, isStereo);
  watchedTake(channel.meter, outLeft, outRight);
  const compensation = channel.compensation;
  const isLate = compensation.longest > 0;
  if (isLate) {
    keepLate(compensation.outs, outLeft, outRight);
    keepLate(compensation.preOuts, preLeft, preRight);
  }
  sendLate(compensation, 0, mixLeft, mixRight, outLeft, outRight, compensation.outs, 1, 1, 0, BLOCK);
  if (channel.bends) {
    for (let first = 0; first < BLOCK; first += PIECE) {
      if (settingsFollow(channel.sends, lastSample(channel, sampleBefore + <u32>(first + PIECE)))) setSends(channel);
      sendAll(channel, first, PIECE);
    }
  } else sendAll(channel, 0, BLOCK);
  if (isLate) settleDelays(compensation);
  measure(channel, isStereo, peakLeft, peakRight);
  fallAsleep(channel, isFed, max<f32>(peakLeft, peakRight));
}

/** Whether all that goes on of it goes to the mix, at once: then nobody needs it by itself. */
function goesStraight(channel: Channel, isStereo: bool): bool {
  return (
    !channel.sendsAfter && !channel.sendsBefore && !channel.bends && channel.compensation.longest == 0 && !isWatched(channel.meter) &&
    (!isStereo || isFaderStraight(channel.fader))
  );
}

/** The block through fader and pan, into `outLeft` and `outRight`, and for what is sent before the fader. */
function fade(channel: Channel, isStereo: bool): void {
  const hasPre = channel.sendsBefore;
  if (!hasPre && channel.compensation.longest > 0) {
    memory.fill(preLeft, 0, BLOCK_BYTES);
    memory.fill(preRight, 0, BLOCK_BYTES);
  }
  const frames = channel.bends ? PIECE : BLOCK;
  for (let first = 0; first < BLOCK; first += frames) {
    if (channel.bends && settingsFollow(channel.settings, lastSample(channel, sampleBefore + <u32>(first + PIECE)))) {
      setFaders(channel);
    }
    const at = <usize>first << 2;
    const left = channel.left + at;
    const right = channel.right + at;
    if (hasPre) faderWrite(channel.preFader, isStereo, left, right, preLeft + at, preRight + at, frames);
    else faderJump(channel.preFader);
    faderWrite(channel.fader, isStereo, left, right, outLeft + at, outRight + at, frames);
  }
}

/** Sends a part of the block to every bus that is open. */
function sendAll(channel: Channel, first: i32, frames: i32): void {
  const compensation = channel.compensation;
  if (channel.sendsAfter) channel.sendsAfter = sendSide(channel, 0, outLeft, outRight, compensation.outs, first, frames);
  if (channel.sendsBefore) {
    channel.sendsBefore = sendSide(channel, MAX_BUSES, preLeft, preRight, compensation.preOuts, first, frames);
  }
}

/** The sends whose gains stand from slot `side` on; false where all are closed. */
function sendSide(
  channel: Channel, side: i32, left: usize, right: usize, lines: usize, first: i32, frames: i32,
): bool {
  let open = false;
  for (let bus = 0; bus < MAX_BUSES; bus++) {
    const slot = side + bus;
    const from = load<f32>(channel.sent + (<usize>slot << 2));
    const to = setting(channel.sends, slot);
    if (from == 0 && to == 0) continue;
    open = true;
    const edge = bus + 1;
    sendLate(
      channel.compensation, edge, busSum(bus, 0), busSum(bus, 1), left, right, lines, from, to, first, frames,
    );
    store<f32>(channel.sent + (<usize>slot << 2), to);
  }
  return open;
}

/** The lanes of what comes out late are read as late. */
function lastSample(channel: Channel, sample: u32): u32 {
  const behind = <u32>channel.behind;
  return sample > behind ? sample - behind : 0;
}

/** How late the strip's sound comes to the mix (edge 0) or to a bus (edge 1 on), in samples. */
export function channelDelay(channel: Channel, edge: i32, samples: i32): void {
  compensate(channel.compensation, edge, samples, channel.asleep);
}

/** Whether it sleeps, and nothing of it is on its way anywhere: while nothing comes in, it needs no step. */
export function isChannelStill(channel: Channel): bool {
  const settings = channel.settings;
  const sends = channel.sends;
  return (
    channel.asleep && channel.chain.count == 0 && settings.left <= 0 && sends.left <= 0 &&
    settings.live == settings.now && sends.live == sends.now && !settings.lanes && !sends.lanes && channel.settled
  );
}

/** By how much what comes out of the strip's chain is later than the song. */
export function channelBehind(channel: Channel, samples: i32): void {
  channel.behind = max<i32>(samples, 0);
  chainBehind(channel.chain, samples);
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
  if (channel.quiet > BLOCK + channel.compensation.longest + chainTail(channel.chain) || isBare(channel)) channelClear(channel);
}

/** Whether nothing rings on after what came in. */
function isBare(channel: Channel): bool {
  return channel.chain.count == 0 && channel.compensation.longest == 0;
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
  memory.copy(channel.sent, channel.sends.live, MAX_BUSES * 8);
  channel.settled = true;
}

/** The settings at the block's end; whether the way there is no straight line. */
function follow(channel: Channel): void {
  const settings = channel.settings;
  const sends = channel.sends;
  channel.bends = false;
  const sample = lastSample(channel, sampleAtEnd);
  const moved = settingsStep(settings, sample);
  const sent = settingsStep(sends, sample);
  if (moved) setFaders(channel);
  if (sent) setSends(channel);
  // What the host moves travels by blocks: then the lanes do, too.
  if (!isStraight || !(moved || sent) || settings.left > 0 || sends.left > 0) return;
  const before = lastSample(channel, sampleBefore);
  channel.bends = lanesBend(settings.lanes, before, sample) || lanesBend(sends.lanes, before, sample);
}

function setChannel(channel: Channel): void {
  setFaders(channel);
  setSends(channel);
}

function setFaders(channel: Channel): void {
  channel.settled = false;
  const settings = channel.settings;
  const open = setting(settings, TRACK_OPEN);
  const pan = setting(settings, TRACK_PAN);
  const law = setting(settings, TRACK_LAW);
  faderSet(channel.fader, setting(settings, TRACK_LEVEL) * open, pan, law);
  faderSet(channel.preFader, open, pan, law);
}

function setSends(channel: Channel): void {
  channel.settled = false;
  channel.sendsAfter = true;
  channel.sendsBefore = true;
}
