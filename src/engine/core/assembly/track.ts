// Tracks: which deck of each plays which list, and how they swap. Its strip is elsewhere.

import { clipCount, clipsBegin, clipsConfigure, clipsPlay, clipsResume, clipsStage } from './clips';
import { MAX_PARAMETERS, MAX_TRACKS, MAX_ZONES, ZONE_SLOTS } from './generated/layout';
import {
  deckBegin, deckClear, deckFade, deckPlay, deckRelease, deckRender, deckRest, deckResume, deckSeed, isFading, isSounding,
} from './deck';
import { listFree, listReserve, listSeal } from './events';
import { instrumentConfigure, instrumentMove, instrumentParameters, instrumentZones } from './instrument';
import { Lane, laneAdd, laneOfSlot, lanesApply } from './lanes';
import { BLOCK_BYTES, reserve, reserveBlock, reserveFixed } from './memory';
import {
  ENDED, HALTED, LOOPED, MOVED, SWAP, sampleAtEnd, stretchFlags, stretchFrame, stretchFrom, stretchLength, stretches,
} from './song-clock';
import { isRecorded, sustainSlot } from './voices/kinds';
import { widen } from './widen';

/** No instrument: the track is silent. */
export const NO_INSTRUMENT: i32 = -1;
/** A held level under this is as good as none: such a note is over soon after its start. */
const HELD_LEVEL: f32 = 0.05;
const PARAMETER_BYTES: usize = <usize>MAX_PARAMETERS * 4;
const ZONES_BYTES: usize = <usize>(MAX_ZONES * ZONE_SLOTS) * 4;

@unmanaged
class Track {
  /** 0 or 1: the deck that plays, and the list that it plays. */
  side: i32;
  list: i32;
  kind: i32;
  voices: i32;
  staged: i32;
  stagedKind: i32;
  stagedVoices: i32;
  /** What the chance of its notes is drawn from. */
  seed: u32;
  stagedSeed: u32;
  /** f32 parameters of the version that plays, and of the one that waits. */
  parameters: usize;
  stagedParameters: usize;
  /** The first of the lanes that move parameters of the instrument of kind `laneKind`, or 0. */
  lanes: usize;
  laneKind: i32;
  /** Zones of recorded sound, of either, and how many. */
  zones: usize;
  zoneCount: i32;
  stagedZones: usize;
  stagedZoneCount: i32;
}

let tracks: usize = 0;
let moved: usize = 0;
let secondLeft: usize = 0;
let secondRight: usize = 0;

export function tracksInit(): void {
  tracks = reserve(<usize>MAX_TRACKS * offsetof<Track>());
  moved = reserve(PARAMETER_BYTES);
  secondLeft = reserveBlock();
  secondRight = reserveBlock();
  for (let i = 0; i < MAX_TRACKS; i++) {
    const track = trackAt(i);
    track.kind = NO_INSTRUMENT;
    track.parameters = reserve(PARAMETER_BYTES);
    track.stagedParameters = reserve(PARAMETER_BYTES);
    track.zones = reserveFixed(ZONES_BYTES);
    track.stagedZones = reserveFixed(ZONES_BYTES);
  }
}

/** Makes room for a track's next version; the host then writes its parameters and its chunks. 0: no room. */
export function trackStage(index: i32, kind: i32, voices: i32, events: i32, seed: u32): i32 {
  const track = trackAt(index);
  if (!listReserve(waitingList(index), events)) return 0;
  track.staged = 0;
  track.stagedKind = kind;
  track.stagedVoices = voices;
  track.stagedSeed = seed;
  track.stagedZoneCount = 0;
  clipsStage(waitingList(index), 0);
  return 1;
}

/** Where the host writes the parameters of the version that waits. */
export function trackParameters(index: i32): usize {
  return trackAt(index).stagedParameters;
}

/** Where the host writes so many zones of the version that waits; at most MAX_ZONES. */
export function trackZones(index: i32, count: i32): usize {
  trackAt(index).stagedZoneCount = min<i32>(count, MAX_ZONES);
  return trackAt(index).stagedZones;
}

/** Where the host writes so many clips of the version that waits; at most MAX_CLIPS. */
export function trackClips(index: i32, count: i32): usize {
  return clipsStage(waitingList(index), count);
}

/** The list that the host writes. */
export function waitingList(index: i32): i32 {
  return index * 2 + (1 - trackAt(index).list);
}

/** The version that waits is whole: the next swap takes it. */
export function trackSeal(index: i32): void {
  listSeal(waitingList(index));
  trackAt(index).staged = 1;
}

/** Lets go of what says the same in other words: see `stateRest`. */
export function trackRest(index: i32): void {
  deckRest(index * 2);
  deckRest(index * 2 + 1);
}

/** Finds its place among the notes and the clips again, at `sample` of the song. */
export function trackResume(index: i32, sample: u32): void {
  deckResume(deckOf(index), playingList(index), sample);
  clipsResume(deckOf(index), playingList(index), sample);
}

/** Whether a swap now would cut what still fades. */
export function isTrackFading(index: i32): bool {
  return isFading(index * 2 + (1 - trackAt(index).side));
}

/** Whether nothing plays on it, fades on it or waits for it. */
export function isTrackUnused(index: i32): bool {
  const track = trackAt(index);
  return isEmpty(index) && track.staged == 0 && !isSounding(index * 2) && !isSounding(index * 2 + 1);
}

/** Silence at once. */
export function trackClear(index: i32): void {
  deckClear(index * 2);
  deckClear(index * 2 + 1);
}

/** Adds a lane that moves a parameter of the instrument `kind`, whenever that plays; as `settingsLane`. */
export function trackLane(index: i32, kind: i32, slot: i32, count: i32): usize {
  const track = trackAt(index);
  if (slot < 0 || slot >= MAX_PARAMETERS || (track.lanes != 0 && track.laneKind != kind)) return 0;
  const lane = laneAdd(track.lanes, slot, false, count);
  if (!lane) return 0;
  track.lanes = lane;
  track.laneKind = kind;
  return changetype<Lane>(lane).points;
}

/** A hand takes a parameter of the instrument from its lane, or gives it back. */
export function trackHold(index: i32, slot: i32, isHeld: bool): void {
  const lane = laneOfSlot(trackAt(index).lanes, slot);
  if (lane) lane.isHeld = isHeld;
}

/** Lets go of all lanes: what sounds has its own parameters again. */
export function trackForgetLanes(index: i32): void {
  const track = trackAt(index);
  if (!track.lanes) return;
  track.lanes = 0;
  if (track.kind < 0) return;
  const deck = deckOf(index);
  memory.copy(instrumentParameters(deck), track.parameters, PARAMETER_BYTES);
  instrumentMove(deck);
}

/** Where the host writes parameters of the instrument that plays, as a hand moves them; then `trackMove`. */
export function trackLive(index: i32): usize {
  return trackAt(index).parameters;
}

/** What is written sounds within the next block; what lanes move comes with them. */
export function trackMove(index: i32): void {
  const track = trackAt(index);
  if (track.kind < 0 || (track.lanes != 0 && track.kind == track.laneKind)) return;
  const deck = deckOf(index);
  memory.copy(instrumentParameters(deck), track.parameters, PARAMETER_BYTES);
  instrumentMove(deck);
}

/** The instrument's parameters as the song has them at the block's end. */
function move(index: i32): void {
  const track = trackAt(index);
  if (!track.lanes || track.kind != track.laneKind) return;
  const deck = deckOf(index);
  memory.copy(moved, track.parameters, PARAMETER_BYTES);
  lanesApply(track.lanes, moved, sampleAtEnd);
  if (memory.compare(instrumentParameters(deck), moved, PARAMETER_BYTES) == 0) return;
  memory.copy(instrumentParameters(deck), moved, PARAMETER_BYTES);
  instrumentMove(deck);
}

/** Follows the song through the next block: what it renders is then as the song has it. */
export function trackFollow(index: i32): void {
  move(index);
  for (let i = 0; i < stretches; i++) follow(index, i);
}

/** Follows the song through the next block and renders it: as `deckRender`. */
export function trackRender(index: i32, left: usize, right: usize): i32 {
  trackFollow(index);
  const deck = index * 2;
  const track = trackAt(index);
  const sides = deckRender(deck + track.side, left, right);
  const fading = deckRender(deck + 1 - track.side, secondLeft, secondRight);
  if (!fading) return sides;
  if (!sides) {
    memory.copy(left, secondLeft, BLOCK_BYTES);
    if (fading == 2) memory.copy(right, secondRight, BLOCK_BYTES);
    return fading;
  }
  if (sides == 1 && fading == 2) widen(left, right);
  else if (sides == 2 && fading == 1) widen(secondLeft, secondRight);
  add(left, secondLeft);
  if (sides == 1 && fading == 1) return 1;
  add(right, secondRight);
  return 2;
}

function add(block: usize, other: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    v128.store(block + i, f32x4.add(v128.load(block + i), v128.load(other + i)));
  }
}

function follow(index: i32, stretch: i32): void {
  const track = trackAt(index);
  const flags = stretchFlags(stretch);
  const frame = stretchFrame(stretch);
  const from = stretchFrom(stretch);
  const length = stretchLength(stretch);
  if (flags == 0 && isEmpty(index)) return;
  const swaps = (flags & SWAP) != 0 && track.staged != 0;
  if (flags & ENDED) deckRelease(deckOf(index), frame);
  if (flags & HALTED) deckFade(deckOf(index), frame);
  if (swaps) {
    takeStaged(index);
    turnOver(index, frame);
  } else if (flags & MOVED) turnOver(index, frame);
  else if (flags & LOOPED) deckRelease(deckOf(index), frame);
  if (swaps || (flags & (MOVED | LOOPED)) != 0) {
    if (length == 0) return;
    deckBegin(deckOf(index), playingList(index), from, frame, holds(track));
    clipsBegin(deckOf(index), playingList(index), from, frame);
  }
  if (length <= 0) return;
  clipsPlay(deckOf(index), playingList(index), from, length, frame);
  if (track.kind >= 0) deckPlay(deckOf(index), playingList(index), from, length, frame);
}

function takeStaged(index: i32): void {
  const track = trackAt(index);
  const old = playingList(index);
  track.list = 1 - track.list;
  listFree(old);
  clipsStage(old, 0);
  track.kind = track.stagedKind;
  track.voices = track.stagedVoices;
  track.seed = track.stagedSeed;
  memory.copy(track.parameters, track.stagedParameters, PARAMETER_BYTES);
  track.zoneCount = track.stagedZoneCount;
  memory.copy(track.zones, track.stagedZones, <usize>(track.zoneCount * ZONE_SLOTS) * 4);
  track.staged = 0;
}

/** Fades the deck that plays and goes on with the other. */
function turnOver(index: i32, frame: i32): void {
  const track = trackAt(index);
  if (isSounding(deckOf(index))) deckFade(deckOf(index), frame);
  else deckClear(deckOf(index));
  track.side = 1 - track.side;
  const deck = deckOf(index);
  deckClear(deck);
  clipsConfigure(deck, playingList(index));
  if (track.kind < 0) return;
  deckSeed(deck, track.seed);
  memory.copy(instrumentParameters(deck), track.parameters, PARAMETER_BYTES);
  if (track.kind == track.laneKind) lanesApply(track.lanes, instrumentParameters(deck), sampleAtEnd);
  instrumentZones(deck, track.zones, track.zoneCount);
  instrumentConfigure(deck, track.kind, track.voices);
}

/** Whether the version that plays has neither an instrument nor clips. */
function isEmpty(index: i32): bool {
  return trackAt(index).kind == NO_INSTRUMENT && clipCount(playingList(index)) == 0;
}

/** Whether its notes still sound long after their start: then a seek into one starts it. */
function holds(track: Track): bool {
  // A recording is begun in its middle, wherever that is.
  if (isRecorded(track.kind)) return true;
  const slot = track.kind < 0 ? -1 : sustainSlot(track.kind);
  return slot >= 0 && load<f32>(track.parameters + (<usize>slot << 2)) > HELD_LEVEL;
}

// @ts-ignore: decorator
@inline
function trackAt(index: i32): Track {
  return changetype<Track>(tracks + <usize>index * offsetof<Track>());
}

// @ts-ignore: decorator
@inline
function deckOf(index: i32): i32 {
  return index * 2 + trackAt(index).side;
}

// @ts-ignore: decorator
@inline
function playingList(index: i32): i32 {
  return index * 2 + trackAt(index).list;
}
