// The core: what the host may call. All in one memory, in blocks of 128 frames, without a host's help.
// core.ts is the only caller; addresses that are given out stay where they are.

import { clipsInit } from './clips';
import { decksInit } from './deck';
import { convolversSpread } from './effects/convolver';
import { effectsInit } from './effects/kinds';
import { CHUNK_EVENTS, eventsInit, listChunk } from './events';
import { MAX_BUSES, MAX_TRACKS } from './generated/layout';
import { allTables, instrumentInit, instrumentTables, stolenVoices } from './instrument';
import { lanesForget, lanesInit } from './lanes';
import { LIMITER_LATENCY } from './effects/limiter';
import {
  isMasterClosed, left, masterBehind, masterChain, masterClear, masterClose, masterInit, masterJump, masterLimiting, masterOpen, masterReduction,
  masterRender, masterSettings, right,
} from './master/master';
import { BLOCK, BLOCK_BYTES, reserveFixed } from './memory';
import { metersStep, metersTake } from './meters';
import { sampleDrop as drop, samplePut as put, sampleRight, samplesInit } from './samples';
import { plugIn as plugInBlock, plugInstrument, plugOut as plugOutBlock, plugsBegin, plugsInit } from './plugs';
import { STOLEN_VOICES, count, reportAddress } from './report';
import {
  clockAdvance, clockForgetJump, clockJump, clockJumpPending, clockLength, clockLoop, clockPause, clockPlay, clockSeek, clockSwap, clockSwapPending, playing, position,
} from './song-clock';
import { busChannel, busClear, busReductions, busesInit, busesOrder, busesRender } from './strip/buses';
import {
  Chain, chainForgetLanes, chainHold, chainJump, chainLane, chainLatency, chainLength, chainMove, chainPut, chainRespond, chainTargets, chainWishes, chainsInit, insertReduction,
} from './strip/chain';
import { Channel, channelBehind, channelDelay, channelForgetLanes, channelJump, channelsInit } from './strip/channel';
import { keyHear, keysForget, keysInit } from './strip/keys';
import { mixBegin, mixInit } from './strip/mix';
import { roomMake, roomsBegin } from './strip/stem-rooms';
import { tapBlock, tapsBegin, tapsOpen } from './strip/taps';
import { watchStrip, watchedBegin, watchedBlock, watchedInit } from './strip/watched';
import { Settings, settingsHold, settingsInit, settingsLane, settingsMove } from './strip/settings';
import {
  stemsRender, trackChannel, trackReductions, trackStripClear, trackStripsInit, trackStripsRender,
  trackTakesStem, trackUse,
} from './strip/track-strips';
import {
  isTrackFading, trackFollow, trackForgetLanes, trackHold, trackLane, trackLive, trackMove, trackParameters, trackSeal, trackStage, tracksInit,
  trackClips, trackZones, waitingList,
} from './track';

export { readsWaves, waveBytes, waveRoom } from './instrument';
export { pcmEncode, pcmMake } from './pcm';
export { stateBegin, stateFound, stateResume, stateReturn, stateTake } from './state';

const TRACK: i32 = 0;
const MASTER: i32 = 2;

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

/** Frames by which the effects of a strip look ahead. */
export function chainDelay(kind: i32, index: i32): i32 {
  return chainLatency(chainOf(kind, index));
}

/** Lets a strip's sound come that much later to the mix (edge 0) or to bus `edge` - 1. */
export function delayEdge(kind: i32, index: i32, edge: i32, samples: i32): void {
  channelDelay(channelOf(kind, index), edge, samples);
}

/** By how much what comes out of a strip's chain is later than the song: its lanes are read as late. */
export function setBehind(kind: i32, index: i32, samples: i32): void {
  // It is said of every track of the song, and of no other.
  if (kind == TRACK) trackUse(index);
  if (kind == MASTER) masterBehind(samples);
  else channelBehind(channelOf(kind, index), samples);
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

/** Address of the f32 targets of a strip: kind 0 track, 1 bus, 2 master. Then `moveStrip` or `jumpStrip`. */
export function stripTargets(kind: i32, index: i32): usize {
  return settingsOf(kind, index).target;
}

/** Address of the f32 gains of a track or a bus to each bus: after its fader, then before it. */
export function sendTargets(kind: i32, index: i32): usize {
  return channelOf(kind, index).sends.target;
}

/** Where the host writes what a chain is to be: i32 pairs, the effect and the track it listens to or -1. */
export function wishes(): usize {
  return chainWishes();
}

/** Makes the chain what the wishes say; returns how many of them found room. */
export function putChain(kind: i32, index: i32, count: i32): i32 {
  const chain = chainOf(kind, index);
  chainPut(chain, count);
  return chainLength(chain);
}

/** Gives an effect of the chain the sample that it is made of, or -1; between blocks, before its settings move. */
export function putResponse(kind: i32, index: i32, insert: i32, sample: i32): void {
  chainRespond(chainOf(kind, index), insert, sample);
}

/** Address of the f32 targets of an effect of the chain. */
export function insertTargets(kind: i32, index: i32, insert: i32): usize {
  return chainTargets(chainOf(kind, index), insert);
}

/** The targets are written: travel there. */
export function moveStrip(kind: i32, index: i32): void {
  chainMove(chainOf(kind, index));
  if (kind == MASTER) {
    settingsMove(masterSettings());
    return;
  }
  settingsMove(channelOf(kind, index).settings);
  settingsMove(channelOf(kind, index).sends);
}

/** The targets are written: be there. */
export function jumpStrip(kind: i32, index: i32): void {
  chainJump(chainOf(kind, index));
  if (kind == MASTER) masterJump();
  else channelJump(channelOf(kind, index));
}

/** Address of the f32 parameters of the instrument that plays, as the song has them; then `moveInstrument`. */
export function liveParameters(track: i32): usize {
  return trackLive(track);
}

/** The parameters are written: let what sounds follow. */
export function moveInstrument(track: i32): void {
  trackMove(track);
}

/** Whose sound behind the fader is kept for the host to read: a track or a bus; -1 for nobody's. */
export function watch(kind: i32, index: i32): void {
  watchStrip(kind < 0 ? -1 : channelOf(kind, index).meter);
}

/** Address of the watched strip's newest block: side 0 left, 1 right. */
export function watchedSound(side: i32): usize {
  return watchedBlock(side);
}

/** Keeps what each strip gives to the mix, for the host to read; 0 where there is no room. */
export function openTaps(): i32 {
  return tapsOpen();
}

/** Address of what a track or a bus gave to the mix in the newest block: side 0 left, 1 right. */
export function tap(kind: i32, index: i32, side: i32): usize {
  return tapBlock(channelOf(kind, index).meter, side);
}

/** dB by which an effect turned down, as the last `takeMeters` found it; of the master's limiter with insert -1. */
export function reductionOf(kind: i32, index: i32, insert: i32): f32 {
  return insert < 0 ? masterLimiting : insertReduction(chainOf(kind, index), insert);
}

/** Address of the i32 buses in the order in which they are rendered. */
export function busOrder(): usize {
  return busesOrder();
}

/** No effect listens to a track; then `hear` for each that is listened to. */
export function forgetKeys(): void {
  keysForget();
}

export function hear(track: i32): void {
  keyHear(track);
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

/** All lanes are gone: the settings are those of the strips and the instruments again. */
export function forgetLanes(): void {
  for (let i = 0; i < MAX_TRACKS; i++) {
    trackForgetLanes(i);
    channelForgetLanes(trackChannel(i));
  }
  for (let i = 0; i < MAX_BUSES; i++) channelForgetLanes(busChannel(i));
  masterSettings().lanes = 0;
  chainForgetLanes(masterChain());
  lanesForget();
}

/**
 * Makes room for the points of a lane, and returns their address; 0 where there is none.
 * @param part   what it moves: 0 the strip's settings, 1 its sends, 2 an effect, 3 the track's instrument
 * @param owner  the effect's place in the chain, or the instrument's number
 * @param slot   in the block of that part
 * @param gain   1 where the points are dB and the slot is a gain
 */
export function addLane(part: i32, kind: i32, index: i32, owner: i32, slot: i32, gain: i32, count: i32): usize {
  // What lanes move goes along with the song before anything sounds.
  if (kind == TRACK) trackUse(index);
  if (part == 0) return settingsLane(settingsOf(kind, index), slot, gain != 0, count);
  if (part == 1) return settingsLane(channelOf(kind, index).sends, slot, gain != 0, count);
  if (part == 2) return chainLane(chainOf(kind, index), owner, slot, count);
  return trackLane(index, owner, slot, count);
}

/** A hand holds a setting, so that its lane says nothing of it, or lets go: `part` to `slot` as `addLane` has them. */
export function holdLane(part: i32, kind: i32, index: i32, owner: i32, slot: i32, isHeld: i32): void {
  const held = isHeld != 0;
  if (part == 0) settingsHold(settingsOf(kind, index), slot, held);
  else if (part == 1) settingsHold(channelOf(kind, index).sends, slot, held);
  else if (part == 2) chainHold(chainOf(kind, index), owner, slot, held);
  else trackHold(index, slot, held);
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

function settingsOf(kind: i32, index: i32): Settings {
  return kind == MASTER ? masterSettings() : channelOf(kind, index).settings;
}

function chainOf(kind: i32, index: i32): Chain {
  return kind == MASTER ? masterChain() : channelOf(kind, index).chain;
}

function channelOf(kind: i32, index: i32): Channel {
  return kind == TRACK ? trackChannel(index) : busChannel(index);
}

function clearAll(): void {
  clockPause();
  for (let i = 0; i < MAX_TRACKS; i++) trackStripClear(i);
  for (let i = 0; i < MAX_BUSES; i++) busClear(i);
  masterClear();
  masterOpen();
  closing = false;
}
