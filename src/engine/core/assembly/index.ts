// The core: what the host may call. All in one memory, in blocks of 128 frames, without a host's help.
// core.ts is the only caller; addresses that are given out stay where they are.

import { clipsInit } from './clips';
import { decksInit } from './deck';
import { convolversSpread } from './effects/convolver';
import { effectsInit } from './effects/kinds';
import { CHUNK_EVENTS, eventsInit, listChunk } from './events';
import { MAX_BUSES, MAX_TRACKS } from './generated/layout';
import { allTables, instrumentInit, instrumentTables, stolenVoices } from './instrument';
import { lanesInit } from './lanes';
import { LIMITER_LATENCY } from './effects/limiter';
import {
  isMasterClosed, left, masterClear, masterClose, masterInit, masterOpen, masterReduction, masterRender,
  right,
} from './master/master';
import { BLOCK, BLOCK_BYTES, reserveFixed } from './memory';
import { metersStep, metersTake } from './meters';
import { sampleDrop as drop, samplePut as put, sampleRight, samplesInit } from './samples';
import {
  plugIn as plugInBlock, plugInstrument, plugOut as plugOutBlock, plugsBegin, plugsInit,
} from './plugs';
import { STOLEN_VOICES, count, reportAddress } from './report';
import {
  clockAdvance, clockForgetJump, clockJump, clockJumpPending, clockLength, clockLoop, clockPause, clockPlay,
  clockSeek, clockSwap, clockSwapPending, playing, position,
} from './song-clock';
import { busClear, busReductions, busesInit, busesRender } from './strip/buses';
import { chainsInit } from './strip/chain';
import { channelsInit } from './strip/channel';
import { keysInit } from './strip/keys';
import { mixBegin, mixInit } from './strip/mix';
import { roomMake, roomsBegin } from './strip/stem-rooms';
import { tapsBegin } from './strip/taps';
import { watchedBegin, watchedInit } from './strip/watched';
import { settingsInit } from './strip/settings';
import {
  stemsRender, trackReductions, trackStripClear, trackStripsInit, trackStripsRender, trackTakesStem,
} from './strip/track-strips';
import {
  isTrackFading, trackFollow, trackLive, trackMove, trackParameters, trackSeal, trackStage, tracksInit,
  trackClips, trackZones, waitingList,
} from './track';

export {
  chainDelay, delayEdge, setBehind, stripTargets, sendTargets, wishes, putChain, putResponse, insertTargets,
  moveStrip, jumpStrip, watch, watchedSound, openTaps, tap, reductionOf, busOrder, forgetKeys, hear,
  forgetLanes, addLane, holdLane,
} from './desk';
export { digestAdd, digestBegin, digestRoom, digestSums } from './digest';
export { readsWaves, waveBytes, waveRoom } from './instrument';
export { pcmEncode, pcmMake } from './pcm';
export { stateBegin, stateFound, stateResume, stateReturn, stateTake } from './state';

let closing: bool = false;

/** Once, before anything else. */
export function init(sampleRate: f32): void {
  instrumentInit(sampleRate);
  samplesInit();
  settingsInit(sampleRate);
  eventsInit();
  decksInit(sampleRate);
  clipsInit(sampleRate);
  tracksInit();
  effectsInit(sampleRate);
  lanesInit(sampleRate);
  chainsInit();
  channelsInit();
  watchedInit();
  keysInit();
  plugsInit();
  mixInit();
  trackStripsInit();
  busesInit();
  masterInit(sampleRate);
}

/** Makes what instruments read, so that none that comes in later takes the time while others sound. */
export function prepare(): void {
  allTables();
  convolversSpread();
}

/** Renders the next 128 frames into `outputLeft` and `outputRight`. */
export function render(): void {
  clockAdvance();
  plugsBegin();
  mixBegin();
  watchedBegin();
  tapsBegin();
  trackStripsRender();
  busesRender();
  masterRender();
  metersStep();
  if (closing && isMasterClosed()) clearAll();
}

/** Renders the next 128 frames of every track up to its fader, and nothing else. */
export function renderStems(): void {
  clockAdvance();
  stemsRender();
}

/** Makes a room for so many blocks of a track before its fader: see `roomMake`. */
export function stemRoom(track: i32, blocks: i32): usize {
  return roomMake(track, blocks);
}

/** The host has filled the rooms: the next blocks of their tracks come out of them. */
export function stemsFilled(): void {
  roomsBegin();
}

/** Renders so many blocks of every track up to its fader, into the rooms of those that have one. */
export function renderRooms(blocks: i32): void {
  roomsBegin();
  for (let block = 0; block < blocks; block++) renderStems();
}

/** Makes room for so many blocks of the output: all of the left side, and then all of the right one. */
export function outputRoom(blocks: i32): usize {
  return reserveFixed(<usize>(blocks * 2) * BLOCK_BYTES);
}

/** Renders so many blocks into such a room, of as many. */
export function renderInto(room: usize, blocks: i32): void {
  for (let block = 0; block < blocks; block++) {
    render();
    memory.copy(room + <usize>block * BLOCK_BYTES, left, BLOCK_BYTES);
    memory.copy(room + <usize>(blocks + block) * BLOCK_BYTES, right, BLOCK_BYTES);
  }
}

/** Address of what goes out by a plug with each block: side 0 left, 1 right. */
export function plugOut(plug: i32, side: i32): usize {
  return plugOutBlock(plug, side);
}

/** Address of what comes in by a plug: the host writes it before each block. */
export function plugIn(plug: i32, side: i32): usize {
  return plugInBlock(plug, side);
}

/** The host plays the track's instrument, and gives it by this plug; -1: the core plays it. */
export function hostInstrument(track: i32, plug: i32): void {
  plugInstrument(track, plug);
}

/** From now on the track's sound before its fader comes out of its room. */
export function takeStem(track: i32): void {
  trackTakesStem(track);
}

export function outputLeft(): usize {
  return left;
}

export function outputRight(): usize {
  return right;
}

export function blockFrames(): i32 {
  return BLOCK;
}

/** Frames by which the sound is later than the song's position, effects that look ahead not counted. */
export function latency(): i32 {
  return LIMITER_LATENCY;
}

export function chunkEvents(): i32 {
  return CHUNK_EVENTS;
}

/** Makes room for the next version of a track; 0 if there is none. */
export function stage(track: i32, kind: i32, voices: i32, events: i32, seed: u32): i32 {
  instrumentTables(kind);
  return trackStage(track, kind, voices, events, seed);
}

export function stagedParameters(track: i32): usize {
  return trackParameters(track);
}

/** Where the zones of the version that waits are written; at most MAX_ZONES. */
export function stagedZones(track: i32, count: i32): usize {
  return trackZones(track, count);
}

/** Where the clips of the version that waits are written; at most MAX_CLIPS. */
export function stagedClips(track: i32, count: i32): usize {
  return trackClips(track, count);
}

/** Makes room for recorded sound: the address of its left channel, and of its right; 0 where there is none. */
export function samplePut(slot: i32, frames: i32, channels: i32, sampleRate: f32): usize {
  return put(slot, frames, channels, sampleRate);
}

export function sampleOther(slot: i32): usize {
  return sampleRight(slot);
}

/** Nothing plays it any more. */
export function sampleDrop(slot: i32): void {
  drop(slot);
}

export function stagedChunk(track: i32, chunk: i32): usize {
  return listChunk(waitingList(track), chunk);
}

/** What was staged is written whole. */
export function seal(track: i32): void {
  trackSeal(track);
}

/** Whether a swap of that track would cut what still fades. */
export function isFading(track: i32): i32 {
  return isTrackFading(track) ? 1 : 0;
}

/** Takes what is sealed when the song reaches `at`; the song is then `length` long and at `to`. */
export function swap(at: u32, to: u32, length: u32): void {
  clockSwap(at, to, length);
}

/** Takes a pending swap while the song stands still; no time passes, and nothing is heard of it. */
export function takeSwap(): void {
  clockAdvance();
  for (let i = 0; i < MAX_TRACKS; i++) trackFollow(i);
}

export function isSwapPending(): i32 {
  return clockSwapPending() ? 1 : 0;
}

/** Goes to a section when the song reaches `at`; as `clockJump`. */
export function jump(at: u32, from: u32, to: u32, nextAt: u32, nextFrom: u32, nextTo: u32): void {
  clockJump(at, from, to, nextAt, nextFrom, nextTo);
}

export function forgetJump(): void {
  clockForgetJump();
}

export function isJumpPending(): i32 {
  return clockJumpPending() ? 1 : 0;
}

export function setLength(samples: u32): void {
  clockLength(samples);
}

/** Address of the f32 parameters of the instrument that plays, as the song has them; then `moveInstrument`. */
export function liveParameters(track: i32): usize {
  return trackLive(track);
}

/** The parameters are written: let what sounds follow. */
export function moveInstrument(track: i32): void {
  trackMove(track);
}

export function play(): void {
  if (closing) clearAll();
  clockPlay();
}

export function pause(): void {
  clockPause();
}

export function seek(sample: u32): void {
  clockSeek(sample);
}

/** The loop, and the one after the next swap; none where `to` is not past `from`. */
export function setLoop(from: u32, to: u32, nextFrom: u32, nextTo: u32): void {
  clockLoop(from, to, nextFrom, nextTo);
}

/** Fades everything out, tails too, then forgets it and stops. */
export function silence(): void {
  closing = true;
  masterClose();
}

/** Forgets all sound at once. */
export function clear(): void {
  clearAll();
}

/** Song position of the next frame to be rendered. */
export function songPosition(): u32 {
  return position;
}

export function isPlaying(): i32 {
  return playing ? 1 : 0;
}

/** Address of the meters: tracks, buses, master; five f32 each. Starts them anew. */
export function takeMeters(): usize {
  trackReductions();
  busReductions();
  masterReduction();
  return metersTake();
}

/** Address of the u32 counts. */
export function report(): usize {
  count(STOLEN_VOICES, <u32>stolenVoices());
  return reportAddress();
}

function clearAll(): void {
  clockPause();
  for (let i = 0; i < MAX_TRACKS; i++) trackStripClear(i);
  for (let i = 0; i < MAX_BUSES; i++) busClear(i);
  masterClear();
  masterOpen();
  closing = false;
}
