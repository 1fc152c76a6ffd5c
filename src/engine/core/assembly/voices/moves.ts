// Parameters that move while notes sound: what the host writes is heard a block later, in eight steps on the way,
// so that nothing jumps: by equal ratios where both ends are over 0, as pitches and times are heard, else by
// equal differences. The instrument's level, which would be heard in steps, goes in a straight line.
// Steps lie where the move began, so they are the same however blocks are cut.

import { decibelsToGain, exp2x4, log2x4, within } from '../math';
import { BLOCK_BYTES, Deck } from './deck';
import { moveKind, shapeKind, volumeSlot } from './kinds';

/** Samples of a move, and of a step of it. */
const MOVE: i32 = 128;
const STEP: i32 = 16;
const LOWEST_DB: f32 = -60.0;
const HIGHEST_DB: f32 = 24.0;

/** Takes the parameters over at once, waveforms too. */
export function jumpParameters(deck: Deck): void {
  memory.copy(deck.parameters, deck.moveTo, BLOCK_BYTES);
  deck.moveAt = MOVE;
  shapeKind(deck);
  moveKind(deck);
  arriveAtLevel(deck);
}

/** Sets out for what the host has written. A deck that is silent is there at once. */
export function beginMove(deck: Deck): void {
  if (deck.busy == 0) return arrive(deck);
  memory.copy(deck.moveFrom, deck.parameters, BLOCK_BYTES);
  deck.gain = gainAt(deck);
  deck.gainTo = gainOf(deck, deck.moveTo);
  deck.moveAt = 0;
}

/** Ends a move of a deck that is silent by now. */
export function endMove(deck: Deck): void {
  if (deck.moveAt < MOVE) arrive(deck);
}

/** Where the move stands for the next samples, and how many of `frames` it stands there. */
export function stepMove(deck: Deck, frames: i32): i32 {
  if (deck.moveAt >= MOVE) return frames;
  const within = deck.moveAt & (STEP - 1);
  if (within == 0) takeStep(deck);
  const run = min<i32>(frames, STEP - within);
  return run;
}

/** Level a sample on its way. */
// @ts-ignore: decorator
@inline
export function gainStep(deck: Deck): f32 {
  return (deck.gainTo - deck.gain) * (1.0 / <f32>MOVE);
}

// Where the level stands: an earlier move may not have ended.
function gainAt(deck: Deck): f32 {
  return deck.gain + gainStep(deck) * <f32>min<i32>(MOVE, deck.moveAt);
}

/** Moves on by what stepMove gave. */
export function passMove(deck: Deck, frames: i32): void {
  if (deck.moveAt >= MOVE) return;
  deck.moveAt += frames;
  if (deck.moveAt >= MOVE) deck.gain = deck.gainTo;
}

function arrive(deck: Deck): void {
  memory.copy(deck.parameters, deck.moveTo, BLOCK_BYTES);
  deck.moveAt = MOVE;
  moveKind(deck);
  arriveAtLevel(deck);
}

function arriveAtLevel(deck: Deck): void {
  deck.gainTo = gainOf(deck, deck.moveTo);
  deck.gain = deck.gainTo;
}

function takeStep(deck: Deck): void {
  const share = f32x4.splat(<f32>(deck.moveAt + STEP) / <f32>MOVE);
  const none = f32x4.splat(0.0);
  for (let at: usize = 0; at < <usize>BLOCK_BYTES; at += 16) {
    const from = v128.load(deck.moveFrom + at);
    const to = v128.load(deck.moveTo + at);
    const straight = f32x4.add(from, f32x4.mul(f32x4.sub(to, from), share));
    const byRatios = f32x4.mul(from, exp2x4(f32x4.mul(share, log2x4(f32x4.div(to, from)))));
    const over = v128.and(f32x4.gt(from, none), f32x4.gt(to, none));
    v128.store(deck.parameters + at, v128.bitselect(byRatios, straight, over));
  }
  if (deck.moveAt + STEP == MOVE) memory.copy(deck.parameters, deck.moveTo, BLOCK_BYTES);
  moveKind(deck);
}

function gainOf(deck: Deck, block: usize): f32 {
  return decibelsToGain(within(load<f32>(block + (volumeSlot(deck.kind) << 2)), LOWEST_DB, HIGHEST_DB));
}
