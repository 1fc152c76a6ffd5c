// EQ3: lows, mids and highs, cut apart by Linkwitz-Riley crossovers, 12 dB an octave.
//
// Tone.js's EQ3 has the same bands and slopes, but its resonant crossovers cancel where two bands meet, so
// that three gains of 0 dB leave notches. Here the bands add up to the whole: at 0 dB only phase is turned.
// A band is two one-pole filters; LP² - HP² of one crossover is an all-pass, which the lows pass for the
// upper crossover so that they stay in phase with the rest. The mids come out turned over, hence the minus.
// With U the upper one-pole, z = U(rest), the three at their gains are
//   low (2 U(lows) - lows) - mid U(z) + high (rest - 2 z + U(z)) = U(2 low lows + (high - mid) z) - low lows + high (rest - 2 z),
// so that four one-poles do: a linear filter of four states.

import { EQ3_HIGH, EQ3_HIGH_FREQUENCY, EQ3_LOW, EQ3_LOW_FREQUENCY, EQ3_MID } from '../generated/layout';
import { decibelsToGain, tanOfHalfTurns, within } from '../math';
import { BLOCK_BYTES } from '../memory';
import { rest } from './feedback';
import { rampOfFour, rampStep } from './glide';
import {
  LINEAR_BYTES, SIGNAL_BYTES, STATES_BYTES, input, linearAdd, linearBegin, linearFour, linearPole, linearSet, linearTake,
} from './linear';
import { sampleRate } from './rate';
import { wetLeft } from './scratch';
import { valueAt } from './values';

/** The filter as it is, and as it was in the last block where it moves. */
const AT_BEFORE: usize = LINEAR_BYTES;
const AT_LEFT: usize = 2 * LINEAR_BYTES;
const AT_RIGHT: usize = AT_LEFT + STATES_BYTES;
const AT_MOVES: usize = AT_RIGHT + STATES_BYTES;

const below = memory.data(SIGNAL_BYTES, 16);
const lows = memory.data(SIGNAL_BYTES, 16);
const others = memory.data(SIGNAL_BYTES, 16);
const z = memory.data(SIGNAL_BYTES, 16);
const inside = memory.data(SIGNAL_BYTES, 16);
const output = memory.data(SIGNAL_BYTES, 16);

const states = memory.data(16, 16);

export function eq3Bytes(): usize {
  return AT_MOVES + 16;
}

export function eq3Make(at: usize): void {}

export function eq3Set(at: usize, values: usize, jump: bool): void {
  if (!jump) memory.copy(at + AT_BEFORE, at, LINEAR_BYTES);
  store<i32>(at + AT_MOVES, jump ? 0 : 1);
  const low = gainOf(values, EQ3_LOW);
  const mid = gainOf(values, EQ3_MID);
  const high = gainOf(values, EQ3_HIGH);
  const lower = onePole(valueAt(values, EQ3_LOW_FREQUENCY) / sampleRate);
  const upper = onePole(valueAt(values, EQ3_HIGH_FREQUENCY) / sampleRate);
  linearBegin();
  linearPole(0, lower, input, below);
  linearPole(1, lower, below, lows);
  // (1 - L)² x = x - 2 L x + L² x.
  linearTake(others, input, 1);
  linearAdd(others, below, -2);
  linearAdd(others, lows, 1);
  linearPole(2, upper, others, z);
  linearTake(inside, lows, 2 * low);
  linearAdd(inside, z, high - mid);
  linearPole(3, upper, inside, output);
  linearAdd(output, lows, -low);
  linearAdd(output, others, high);
  linearAdd(output, z, -2 * high);
  linearSet(at, output);
}

function gainOf(values: usize, slot: i32): f64 {
  return decibelsToGain(within(valueAt(values, slot), -100, 40));
}

function onePole(turns: f32): f64 {
  const g: f64 = tanOfHalfTurns(within(turns, 1e-5, 0.49));
  return g / (1 + g);
}

export function eq3Render(at: usize, left: usize, right: usize, key: usize): void {
  const moves = load<i32>(at + AT_MOVES) != 0;
  renderSide(at, at + AT_LEFT, left, moves);
  if (right == 0) v128.store(at + AT_RIGHT, v128.load(at + AT_LEFT));
  else renderSide(at, at + AT_RIGHT, right, moves);
  store<i32>(at + AT_MOVES, 0);
}

function renderSide(at: usize, held: usize, block: usize, moves: bool): void {
  if (moves) {
    memory.copy(wetLeft, block, BLOCK_BYTES);
    v128.store(states, v128.load(held));
    linearFour(at + AT_BEFORE, states, wetLeft);
  }
  linearFour(at, held, block);
  v128.store(held, rest(v128.load(held)));
  if (moves) fade(block, wetLeft);
}

/** From how it was to how it is, within the block. */
function fade(block: usize, before: usize): void {
  let share = rampOfFour(0, 1);
  const step = rampStep(0, 1);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const old = v128.load(before + i);
    v128.store(block + i, f32x4.add(old, f32x4.mul(share, f32x4.sub(v128.load(block + i), old))));
    share = f32x4.add(share, step);
  }
}
