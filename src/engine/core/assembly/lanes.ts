// Automation: what the song says of a setting at each of its samples. A lane is the points of one setting;
// it is read at the end of a block, or of a part of one, and whoever reads it goes there in a straight line.
// Where a lane jumps it goes over in three milliseconds, so that nothing clicks.

import {
  LANE_BASE, LANE_CURVE, LANE_EXPONENTIAL, LANE_LINEAR, LANE_SAWTOOTH, LANE_SINE, LANE_SQUARE, LANE_STEP,
  LANE_STRIDE, LANE_TRIANGLE, MAX_LANES, MAX_LANE_POINTS,
} from './generated/layout';
import { cosOfTurns, decibelsToGain, exp2, log2 } from './math';
import { reserve, reserveFixed } from './memory';

const GLIDE_SECONDS: f32 = 0.003;
/** At this many dB, the lowest of every fader, nothing passes. */
const CLOSED: f32 = -100;
/** A waver that goes from value to value by the same factor. */
const BY_FACTOR: u32 = 16;

@unmanaged
export class Lane {
  /** The next lane of the same owner, or 0. */
  next: usize;
  /** The setting's slot in its owner's block. */
  slot: i32;
  /** Whether its points are dB, and the slot is a gain. */
  isGain: bool;
  /** A hand holds the setting: the lane says nothing of it. */
  isHeld: bool;
  points: usize;
  count: i32;
  /** The point that was found last. */
  cursor: i32;
}

let pool: usize = 0;
let points: usize = 0;
let lanes: i32 = 0;
let pointsTaken: i32 = 0;
let glide: f32 = 144;

export function lanesInit(sampleRate: f32): void {
  pool = reserve(<usize>MAX_LANES * offsetof<Lane>());
  points = reserveFixed(<usize>MAX_LANE_POINTS * LANE_STRIDE);
  glide = GLIDE_SECONDS * sampleRate;
}

/** Forgets all lanes: their owners must have let go of them. */
export function lanesForget(): void {
  lanes = 0;
  pointsTaken = 0;
}

/** Lets go of where each lane was last read, which is found again: two that say the same are then alike. */
export function lanesRest(): void {
  for (let i = 0; i < lanes; i++) changetype<Lane>(pool + <usize>i * offsetof<Lane>()).cursor = 0;
}

/** A lane before those of `first`, its points to be written by the host; 0 where there is no room. */
export function laneAdd(first: usize, slot: i32, isGain: bool, count: i32): usize {
  if (lanes == MAX_LANES || count <= 0 || count > MAX_LANE_POINTS - pointsTaken) return 0;
  const lane = changetype<Lane>(pool + <usize>lanes * offsetof<Lane>());
  lanes++;
  lane.next = first;
  lane.slot = slot;
  lane.isGain = isGain;
  lane.isHeld = false;
  lane.points = points + <usize>pointsTaken * LANE_STRIDE;
  lane.count = count;
  lane.cursor = 0;
  pointsTaken += count;
  return changetype<usize>(lane);
}

/** The lane from `first` on that moves `slot`, or null. */
export function laneOfSlot(first: usize, slot: i32): Lane | null {
  for (let at = first; at; at = changetype<Lane>(at).next) {
    const lane = changetype<Lane>(at);
    if (lane.slot == slot) return lane;
  }
  return null;
}

/** Writes what the lanes from `first` on say at `sample` over a block that holds the settings without them. */
export function lanesApply(first: usize, block: usize, sample: u32): void {
  for (let at = first; at; at = changetype<Lane>(at).next) {
    const lane = changetype<Lane>(at);
    if (lane.isHeld) continue;
    const slot = block + (<usize>lane.slot << 2);
    store<f32>(slot, laneValue(lane, sample, load<f32>(slot)));
  }
}

/** Whether one of the lanes has a point between two samples, or waves: then no straight line is near enough. */
export function lanesBend(first: usize, from: u32, to: u32): bool {
  for (let at = first; at; at = changetype<Lane>(at).next) {
    const lane = changetype<Lane>(at);
    const i = find(lane, to);
    if (i < 0 || lane.isHeld) continue;
    if (sampleOf(lane, i) + <u32>glide >= from || shapeOf(lane, i) >= LANE_SINE) return true;
    if (i + 1 < lane.count && (lane.isGain || shapeOf(lane, i + 1) != LANE_LINEAR)) {
      const shape = shapeOf(lane, i + 1);
      if (shape <= LANE_CURVE && valueOf(lane, i) != valueOf(lane, i + 1)) return true;
    }
  }
  return false;
}

/** What the setting is at `sample`; `base` where the lane says nothing. */
function laneValue(lane: Lane, sample: u32, base: f32): f32 {
  const i = find(lane, sample);
  if (i < 0) return base;
  const value = segment(lane, i, sample, base);
  const since = <f32>(sample - sampleOf(lane, i));
  if (since >= glide || !jumps(lane, i)) return value;
  const before = i > 0 ? segment(lane, i - 1, sampleOf(lane, i), base) : base;
  return before + (value - before) * (since / glide);
}

/** At the song's start nothing sounds that a jump could click in. */
function jumps(lane: Lane, i: i32): bool {
  return shapeOf(lane, i) >= LANE_STEP && sampleOf(lane, i) > 0;
}

/** The stretch that begins with point `i`, whatever comes before it. */
function segment(lane: Lane, i: i32, sample: u32, base: f32): f32 {
  const shape = shapeOf(lane, i);
  if (shape == LANE_BASE) return base;
  if (shape >= LANE_SINE) return inSlot(lane, waver(lane, i, sample));
  const value = valueOf(lane, i);
  if (i + 1 == lane.count) return inSlot(lane, value);
  const next = shapeOf(lane, i + 1);
  if (next >= LANE_STEP) return inSlot(lane, value);
  const from = sampleOf(lane, i);
  const share = <f32>(<f64>(sample - from) / <f64>(sampleOf(lane, i + 1) - from));
  return inSlot(lane, between(value, valueOf(lane, i + 1), share, next));
}

function between(from: f32, to: f32, share: f32, shape: i32): f32 {
  if (from == to || share <= 0) return from;
  if (share >= 1) return to;
  if (shape == LANE_EXPONENTIAL && from * to > 0) return from * exp2(share * log2(to / from));
  const part = shape == LANE_CURVE ? share * share * (3 - 2 * share) : share;
  return from + (to - from) * part;
}

/** From the one value to the other and back, again and again. */
function waver(lane: Lane, i: i32, sample: u32): f32 {
  const point = pointAt(lane, i);
  const step = load<u64>(point, 16);
  // Of a cycle in 2^32 parts: exact, however long it goes on.
  const phase = load<u32>(point, 24) + <u32>((<u64>(sample - sampleOf(lane, i)) * step) >> 32);
  const turns = <f32>(<f64>phase / 4294967296.0);
  // The edges of square and sawtooth take as long as any jump, and a quarter of the cycle at most.
  const edge = min<f32>(glide * <f32>(<f64>step / 18446744073709551616.0), 0.25);
  const share = waveAt(<i32>(load<u32>(point, 4) & 15), turns, edge);
  const shape = load<u32>(point, 4) & BY_FACTOR ? LANE_EXPONENTIAL : LANE_LINEAR;
  return between(load<f32>(point, 8), load<f32>(point, 12), share, shape);
}

/** 0 at the first value, 1 at the second. */
function waveAt(shape: i32, turns: f32, edge: f32): f32 {
  switch (shape) {
    case LANE_SINE: return 0.5 - 0.5 * cosOfTurns(turns);
    case LANE_TRIANGLE: return turns < 0.5 ? turns * 2 : 2 - turns * 2;
    case LANE_SAWTOOTH: return turns < edge ? (1 - turns / edge) * (1 - edge) : turns - edge;
    case LANE_SQUARE:
      if (turns < 0.5) return turns < edge ? 1 - turns / edge : <f32>0;
      return turns - 0.5 < edge ? (turns - 0.5) / edge : <f32>1;
    default: return 0;
  }
}

function inSlot(lane: Lane, value: f32): f32 {
  if (!lane.isGain) return value;
  return value > CLOSED ? decibelsToGain(value) : <f32>0;
}

/** The last point at or before `sample`, or -1. */
function find(lane: Lane, sample: u32): i32 {
  let i = lane.cursor;
  if (sampleOf(lane, i) > sample) {
    let low = 0;
    let high = i;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sampleOf(lane, middle) <= sample) low = middle + 1;
      else high = middle;
    }
    i = low - 1;
    lane.cursor = max<i32>(i, 0);
    return i;
  }
  while (i + 1 < lane.count && sampleOf(lane, i + 1) <= sample) i++;
  lane.cursor = i;
  return i;
}

// @ts-ignore: decorator
@inline
function pointAt(lane: Lane, i: i32): usize {
  return lane.points + <usize>i * LANE_STRIDE;
}

// @ts-ignore: decorator
@inline
function sampleOf(lane: Lane, i: i32): u32 {
  return load<u32>(pointAt(lane, i));
}

// @ts-ignore: decorator
@inline
function shapeOf(lane: Lane, i: i32): i32 {
  return <i32>(load<u32>(pointAt(lane, i), 4) & 15);
}

// @ts-ignore: decorator
@inline
function valueOf(lane: Lane, i: i32): f32 {
  return load<f32>(pointAt(lane, i), 8);
}
