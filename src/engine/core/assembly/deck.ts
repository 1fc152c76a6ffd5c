// A deck: one instrument with the notes it plays, and clips of recordings beside it. Each track has two, so that a new version, or a new
// place in the song, can begin while the old sound fades. Notes start and end on their own frame.

import { clipsClear, clipsRelease, clipsRender, clipsRest, isClipSounding } from './clips';
import { MAX_TRACKS } from './generated/layout';
import {
  eventAt, eventLength, eventPitch, eventSource, eventStart, eventVelocity, eventZone, firstFrom, listCount, nextSounding,
} from './events';
import { activeVoices, instrumentRender, instrumentReset, instrumentRest, noteOff, noteOn, releaseAll } from './instrument';
import { mixBits } from './math';
import { BLOCK, reserve } from './memory';
import { LATE_EVENTS, count } from './report';

const DECKS: i32 = MAX_TRACKS * 2;
/** Ends of notes that a deck can wait for; past it the earliest note ends early. */
const MOST_ENDS: i32 = 256;
const FADE_SECONDS: f32 = 0.025;

/** f32: share of the fade that one frame takes. */
let fadeStep: f32 = 0;
let ends: usize = 0;
const endCounts = memory.data(DECKS * 4, 16);
const cursors = memory.data(DECKS * 4, 16);
/** u32: what the chance of its notes is drawn from. */
const seeds = memory.data(DECKS * 4, 16);
/** f32 gain of the fade; 0 where the deck does not fade. */
const fades = memory.data(DECKS * 4, 16);
/** Frame of the next block where the fade starts. */
const fadeFrames = memory.data(DECKS * 4, 16);

export function decksInit(sampleRate: f32): void {
  ends = reserve(<usize>DECKS * MOST_ENDS * 8);
  fadeStep = 1 / (FADE_SECONDS * sampleRate);
}

/** Gives the deck the seed of its track. */
export function deckSeed(deck: i32, seed: u32): void {
  store<u32>(seeds + (<usize>deck << 2), seed);
}

/** Points the deck at `sample` of `list`; with `chase`, starts the notes that sound there already. */
export function deckBegin(deck: i32, list: i32, sample: u32, frame: i32, chase: bool): void {
  setCount(deck, 0);
  store<i32>(cursors + (<usize>deck << 2), firstFrom(list, sample));
  if (!chase) return;
  for (let i = nextSounding(list, 0, sample); i >= 0; i = nextSounding(list, i + 1, sample)) {
    start(deck, eventAt(list, i), frame, sample - eventStart(eventAt(list, i)));
  }
}

/** Plays the song's samples from..from + length of `list` on the frames from `frame` on. */
export function deckPlay(deck: i32, list: i32, from: u32, length: i32, frame: i32): void {
  const to = from + <u32>length;
  const last = listCount(list);
  let cursor = load<i32>(cursors + (<usize>deck << 2));
  while (true) {
    const next = cursor < last ? eventStart(eventAt(list, cursor)) : u32.MAX_VALUE;
    // Ends come before starts at one sample; otherwise a repeated pitch is cut by the note before it.
    if (countOf(deck) > 0 && endTime(deck, 0) <= next) {
      const time = endTime(deck, 0);
      if (time >= to) break;
      noteOff(deck, endHandle(deck, 0), frame + <i32>(max<u32>(time, from) - from));
      popEnd(deck);
    } else {
      if (next >= to || cursor >= last) break;
      if (next < from) count(LATE_EVENTS);
      start(deck, eventAt(list, cursor), frame + <i32>(max<u32>(next, from) - from), 0);
      cursor++;
    }
  }
  store<i32>(cursors + (<usize>deck << 2), cursor);
}

/** Lets go of what is of no more use, so that two decks that will sound alike are alike, byte for byte. */
export function deckRest(deck: i32): void {
  store<i32>(cursors + (<usize>deck << 2), 0);
  memory.fill(endAt(deck, countOf(deck)), 0, <usize>(MOST_ENDS - countOf(deck)) << 3);
  instrumentRest(deck);
  clipsRest(deck);
}

/** Finds the next note again: the first from `sample` on, where all before it have been played. */
export function deckResume(deck: i32, list: i32, sample: u32): void {
  store<i32>(cursors + (<usize>deck << 2), firstFrom(list, sample));
}

/** Lets all notes and clips go, each with its own release. */
export function deckRelease(deck: i32, frame: i32): void {
  setCount(deck, 0);
  releaseAll(deck, frame);
  clipsRelease(deck, frame);
}

/** Fades what sounds within 25 ms, from `frame` of the next block on. */
export function deckFade(deck: i32, frame: i32): void {
  setCount(deck, 0);
  if (isFading(deck)) return;
  store<f32>(fades + (<usize>deck << 2), 1);
  store<i32>(fadeFrames + (<usize>deck << 2), frame);
}

export function isFading(deck: i32): bool {
  return load<f32>(fades + (<usize>deck << 2)) > 0;
}

export function isSounding(deck: i32): bool {
  return activeVoices(deck) > 0 || isClipSounding(deck);
}

/** Silence at once. */
export function deckClear(deck: i32): void {
  setCount(deck, 0);
  store<f32>(fades + (<usize>deck << 2), 0);
  instrumentReset(deck);
  clipsClear(deck);
}

/**
 * The next block of the deck.
 * @returns 0 where it is silent, and nothing is written; 1 for a mono sound, in `left` alone; 2 for stereo
 */
export function deckRender(deck: i32, left: usize, right: usize): i32 {
  const sides = clipsRender(deck, left, right, instrumentRender(deck, left, right, BLOCK));
  const gain = load<f32>(fades + (<usize>deck << 2));
  if (gain > 0) fade(deck, left, right, sides, gain);
  return sides;
}

function fade(deck: i32, left: usize, right: usize, sides: i32, from: f32): void {
  const first = load<i32>(fadeFrames + (<usize>deck << 2));
  if (sides == 2) fadeBlock(right, first, from);
  const gain = sides ? fadeBlock(left, first, from) : <f32>0;
  store<i32>(fadeFrames + (<usize>deck << 2), 0);
  if (gain > 0) store<f32>(fades + (<usize>deck << 2), gain);
  else deckClear(deck);
}

/** The gain at the block's end. */
function fadeBlock(block: usize, first: i32, from: f32): f32 {
  let gain = from;
  for (let i = first; i < BLOCK; i++) {
    const at = block + (<usize>i << 2);
    gain = max<f32>(gain - fadeStep, 0);
    store<f32>(at, load<f32>(at) * gain);
  }
  return gain;
}

/** `late`: samples of the note that have gone by: a recording is begun there. */
function start(deck: i32, event: usize, frame: i32, late: u32): void {
  // Its place in the song, not its number: chance is the same wherever playing began.
  const seed = load<u32>(seeds + (<usize>deck << 2)) ^ mixBits(eventStart(event));
  const handle = noteOn(
    deck, eventPitch(event), eventVelocity(event), eventSource(event), frame, seed, eventZone(event), late,
  );
  if (countOf(deck) == MOST_ENDS) {
    noteOff(deck, endHandle(deck, 0), frame);
    popEnd(deck);
  }
  pushEnd(deck, eventStart(event) + eventLength(event), handle);
}

// The ends of the sounding notes: a binary heap, the earliest first.

// @ts-ignore: decorator
@inline
function countOf(deck: i32): i32 {
  return load<i32>(endCounts + (<usize>deck << 2));
}

// @ts-ignore: decorator
@inline
function setCount(deck: i32, value: i32): void {
  store<i32>(endCounts + (<usize>deck << 2), value);
}

// @ts-ignore: decorator
@inline
function endAt(deck: i32, index: i32): usize {
  return ends + (<usize>(deck * MOST_ENDS + index) << 3);
}

// @ts-ignore: decorator
@inline
function endTime(deck: i32, index: i32): u32 {
  return load<u32>(endAt(deck, index));
}

// @ts-ignore: decorator
@inline
function endHandle(deck: i32, index: i32): i32 {
  return load<i32>(endAt(deck, index), 4);
}

function pushEnd(deck: i32, time: u32, handle: i32): void {
  let index = countOf(deck);
  setCount(deck, index + 1);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (endTime(deck, parent) <= time) break;
    store<u64>(endAt(deck, index), load<u64>(endAt(deck, parent)));
    index = parent;
  }
  store<u32>(endAt(deck, index), time);
  store<i32>(endAt(deck, index), handle, 4);
}

function popEnd(deck: i32): void {
  const last = countOf(deck) - 1;
  setCount(deck, last);
  const moved = load<u64>(endAt(deck, last));
  const time = <u32>moved;
  let index = 0;
  while (true) {
    let child = 2 * index + 1;
    if (child >= last) break;
    if (child + 1 < last && endTime(deck, child + 1) < endTime(deck, child)) child++;
    if (endTime(deck, child) >= time) break;
    store<u64>(endAt(deck, index), load<u64>(endAt(deck, child)));
    index = child;
  }
  store<u64>(endAt(deck, index), moved);
}
