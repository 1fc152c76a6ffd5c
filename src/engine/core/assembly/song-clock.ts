// Where the song is, and what becomes of it within the next block: it cuts the block into stretches, each
// with a song position, at loop ends, at the swap of tracks and at the song's end.

import { BLOCK } from './memory';

/** What happens at the start of a stretch. */
export const SWAP: i32 = 1;
/** The position jumped by the loop: notes are let go, those that sound at the new place begin. */
export const LOOPED: i32 = 2;
/** The position was set by hand: old sound fades, the new place begins. */
export const MOVED: i32 = 4;
/** The song ended here: notes are let go. */
export const ENDED: i32 = 8;
/** Playing stopped here: the sound fades. */
export const HALTED: i32 = 16;

/** A swap that waits for no position. */
export const NOW: u32 = 0xffffffff;
/** A swap that does not move the song. */
export const STAY: u32 = 0xffffffff;

const MOST_STRETCHES: i32 = 8;

export let playing: bool = false;
export let position: u32 = 0;
let songLength: u32 = 0;
let loopFrom: u32 = 0;
let loopTo: u32 = 0;
/** The loop of the song that waits for the swap. */
let nextLoopFrom: u32 = 0;
let nextLoopTo: u32 = 0;
let swapPending: bool = false;
let swapAt: u32 = NOW;
let swapTo: u32 = STAY;
let swapLength: u32 = 0;
/** A jump to a section that waits its turn, and what it is in the song that waits for the swap. */
let jumpPending: bool = false;
let jumpAt: u32 = NOW;
let jumpFrom: u32 = 0;
let jumpTo: u32 = 0;
let nextJumpAt: u32 = NOW;
let nextJumpFrom: u32 = 0;
let nextJumpTo: u32 = 0;
/** Flags for the start of the next block. */
let asked: i32 = 0;

/** The last sample of the song before the block, and in it; and whether it goes straight through the song. */
export let sampleBefore: u32 = 0;
export let sampleAtEnd: u32 = 0;
/** The sample that the block begins with. */
export let sampleFrom: u32 = 0;
export let isStraight: bool = false;

/** Blocks since the core was made. */
export let blocksPassed: u32 = 0;

/** How many stretches the block has; they are read by index. */
export let stretches: i32 = 0;
const frames = memory.data(MOST_STRETCHES * 4, 16);
const froms = memory.data(MOST_STRETCHES * 4, 16);
const lengths = memory.data(MOST_STRETCHES * 4, 16);
const flagsOf = memory.data(MOST_STRETCHES * 4, 16);

export function clockPlay(): void {
  if (playing) return;
  // Play at the end begins again.
  if (position >= songLength) position = 0;
  playing = true;
  asked = (asked & ~HALTED) | MOVED;
}

export function clockPause(): void {
  if (!playing) return;
  playing = false;
  asked = (asked & ~MOVED) | HALTED;
}

export function clockSeek(sample: u32): void {
  position = min<u32>(sample, songLength);
  if (playing) asked |= MOVED;
}

/** Loops from..to, and nextFrom..nextTo after the next swap; none where it is shorter than a block. */
export function clockLoop(from: u32, to: u32, nextFrom: u32, nextTo: u32): void {
  const fits = isLoop(from, to);
  loopFrom = fits ? from : 0;
  loopTo = fits ? to : 0;
  const nextFits = isLoop(nextFrom, nextTo);
  nextLoopFrom = nextFits ? nextFrom : 0;
  nextLoopTo = nextFits ? nextTo : 0;
}

function isLoop(from: u32, to: u32): bool {
  return to > from && to - from >= <u32>BLOCK;
}

export function clockLength(samples: u32): void {
  songLength = samples;
  if (position > songLength) position = songLength;
}

/** Swaps staged tracks when the song reaches `at` (or NOW); the song is then `length` long and at `to` (or STAY). */
export function clockSwap(at: u32, to: u32, length: u32): void {
  swapPending = true;
  swapAt = at;
  swapTo = to;
  swapLength = length;
}

export function clockSwapPending(): bool {
  return swapPending;
}

/**
 * Goes to `from` when the song reaches `at` (or NOW), and loops from..to from then on where `to` is past `from`;
 * at, from and to of the song that waits for a swap are told as well.
 */
export function clockJump(at: u32, from: u32, to: u32, nextAt: u32, nextFrom: u32, nextTo: u32): void {
  jumpPending = true;
  jumpAt = at;
  jumpFrom = from;
  jumpTo = to;
  nextJumpAt = nextAt;
  nextJumpFrom = nextFrom;
  nextJumpTo = nextTo;
}

export function clockForgetJump(): void {
  jumpPending = false;
}

export function clockJumpPending(): bool {
  return jumpPending;
}

export function stretchFrame(index: i32): i32 {
  return load<i32>(frames + (<usize>index << 2));
}

export function stretchFrom(index: i32): u32 {
  return load<u32>(froms + (<usize>index << 2));
}

export function stretchLength(index: i32): i32 {
  return load<i32>(lengths + (<usize>index << 2));
}

export function stretchFlags(index: i32): i32 {
  return load<i32>(flagsOf + (<usize>index << 2));
}

/** Cuts the next block into stretches and moves the position past it. */
export function clockAdvance(): void {
  blocksPassed++;
  stretches = 0;
  sampleBefore = position > 0 ? position - 1 : 0;
  const from = position;
  sampleFrom = from;
  let flags = asked;
  asked = 0;
  let frame = 0;
  while (frame < BLOCK && stretches < MOST_STRETCHES) {
    flags |= jumps();
    const room = BLOCK - frame;
    // The last stretch takes all that is left, so that no block is cut short.
    const length = stretches == MOST_STRETCHES - 1 ? room : min<i32>(room, untilNextJump(room));
    write(frame, length, flags);
    if (playing) position += <u32>length;
    flags = 0;
    frame += length;
  }
  sampleAtEnd = position > 0 ? position - 1 : 0;
  isStraight = stretches == 1 && position == from + <u32>BLOCK;
}

/** What happens exactly at the position; moves it accordingly. */
function jumps(): i32 {
  let flags = 0;
  if (swapPending && (swapAt == NOW || position >= swapAt || !playing)) {
    takeSwap();
    flags |= SWAP;
    if (swapTo != STAY) {
      position = min<u32>(swapTo, songLength);
      flags |= MOVED;
    }
  }
  if (!playing) return flags;
  if (jumpPending && (jumpAt == NOW || position >= jumpAt || isAtLoopBefore(jumpAt))) {
    // A swap that lies past the jump would never come in its place: it comes with the jump.
    if (swapPending) {
      takeSwap();
      flags |= SWAP;
    }
    takeJump();
    return flags | MOVED;
  }
  if (loopTo > 0 && position == loopTo) {
    // A swap that lies past the loop would never come: it comes with the loop.
    if (swapPending && swapAt > loopTo) {
      takeSwap();
      flags |= SWAP;
    }
    position = loopFrom;
    flags |= LOOPED;
  } else if (position >= songLength) {
    position = songLength;
    playing = false;
    flags |= ENDED;
  }
  return flags;
}

/** Whether the loop's end has come, and `at` lies past it: it would never be reached. */
function isAtLoopBefore(at: u32): bool {
  return loopTo > 0 && position == loopTo && at > loopTo;
}

function takeJump(): void {
  jumpPending = false;
  position = min<u32>(jumpFrom, songLength);
  const loops = isLoop(jumpFrom, jumpTo);
  loopFrom = loops ? jumpFrom : 0;
  loopTo = loops ? jumpTo : 0;
  const nextLoops = isLoop(nextJumpFrom, nextJumpTo);
  nextLoopFrom = nextLoops ? nextJumpFrom : 0;
  nextLoopTo = nextLoops ? nextJumpTo : 0;
}

function takeSwap(): void {
  swapPending = false;
  jumpAt = nextJumpAt;
  jumpFrom = nextJumpFrom;
  jumpTo = nextJumpTo;
  loopFrom = nextLoopFrom;
  loopTo = nextLoopTo;
  clockLength(swapLength);
}

function untilNextJump(room: i32): i32 {
  if (!playing) return room;
  let next: u32 = position + <u32>room;
  if (swapPending && swapAt > position) next = min<u32>(next, swapAt);
  if (jumpPending && jumpAt > position) next = min<u32>(next, jumpAt);
  if (loopTo > position) next = min<u32>(next, loopTo);
  if (songLength > position) next = min<u32>(next, songLength);
  return <i32>(next - position);
}

function write(frame: i32, length: i32, flags: i32): void {
  const at = <usize>stretches << 2;
  store<i32>(frames + at, frame);
  store<u32>(froms + at, position);
  store<i32>(lengths + at, playing ? length : 0);
  store<i32>(flagsOf + at, flags);
  stretches++;
}
