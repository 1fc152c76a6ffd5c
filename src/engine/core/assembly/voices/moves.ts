// Parameters that move while notes sound: what the host writes is heard a block later, in eight even steps on
// the way, so that nothing jumps. The instrument's level, which would be heard in steps, goes in a straight line.
// Steps lie where the move began, so they are the same however blocks are cut.

import { decibelsToGain, within } from '../math';
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
  deck.gainTo = gainOf(deck);
  deck.gain = deck.gainTo;
}

/** Sets out for what the host has written. A deck that is silent is there at once. */
export function beginMove(deck: Deck): void {
  if (deck.busy == 0) return arrive(deck);
  memory.copy(deck.moveFrom, deck.parameters, BLOCK_BYTES);
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

/** What is left of the way of the level, in a step: its share of a sample. */
// @ts-ignore: decorator
@inline
export function gainStep(deck: Deck): f32 {
  return (deck.gainTo - deck.gain) * (1.0 / <f32>STEP);
}

/** Samples into the present step. */
// @ts-ignore: decorator
@inline
export function placeInStep(deck: Deck): i32 {
  return deck.moveAt & (STEP - 1);
}

/** Moves on by what stepMove gave. */
export function passMove(deck: Deck, frames: i32): void {
  if (deck.moveAt >= MOVE) return;
  deck.moveAt += frames;
  if ((deck.moveAt & (STEP - 1)) == 0) deck.gain = deck.gainTo;
}

function arrive(deck: Deck): void {
  memory.copy(deck.parameters, deck.moveTo, BLOCK_BYTES);
  deck.moveAt = MOVE;
  moveKind(deck);
  deck.gainTo = gainOf(deck);
  deck.gain = deck.gainTo;
}

function takeStep(deck: Deck): void {
  const share = f32x4.splat(<f32>(deck.moveAt + STEP) / <f32>MOVE);
  for (let at: usize = 0; at < <usize>BLOCK_BYTES; at += 16) {
    const from = v128.load(deck.moveFrom + at);
    const way = f32x4.sub(v128.load(deck.moveTo + at), from);
    v128.store(deck.parameters + at, f32x4.add(from, f32x4.mul(way, share)));
  }
  moveKind(deck);
  deck.gainTo = gainOf(deck);
}

function gainOf(deck: Deck): f32 {
  return decibelsToGain(within(load<f32>(deck.parameters + (volumeSlot(deck.kind) << 2)), LOWEST_DB, HIGHEST_DB));
}
