// Highpass: a Butterworth state-variable filter, 12 dB an octave, -3 dB at its frequency.
// The trapezoidal form keeps its shape at 20 Hz in single precision, where a biquad would not.

import { HIGHPASS_FREQUENCY } from '../generated/layout';
import { tanOfHalfTurns, within } from '../math';
import { rest } from './feedback';
import {
  LINEAR_BYTES, SIGNAL_BYTES, STATES_BYTES, input, linearBegin, linearSet, linearStateVariable, linearTwo,
} from './linear';
import { sampleRate } from './rate';

const DAMPING: f64 = 1.4142135623730951;

const output = memory.data(SIGNAL_BYTES, 16);

const AT_LEFT: usize = LINEAR_BYTES;
const AT_RIGHT: usize = AT_LEFT + STATES_BYTES;

export function highpassBytes(): usize {
  return AT_RIGHT + STATES_BYTES;
}

export function highpassMake(at: usize): void {}

export function highpassSet(at: usize, values: usize, jump: bool): void {
  const turns = load<f32>(values + (HIGHPASS_FREQUENCY << 2)) / sampleRate;
  linearBegin();
  linearStateVariable(0, tanOfHalfTurns(within(turns, 1e-5, 0.49)), DAMPING, 1, -DAMPING, -1, input, output);
  linearSet(at, output);
}

export function highpassRender(at: usize, left: usize, right: usize, key: usize): void {
  linearTwo(at, at + AT_LEFT, left);
  v128.store(at + AT_LEFT, rest(v128.load(at + AT_LEFT)));
  if (right == 0) {
    v128.store(at + AT_RIGHT, v128.load(at + AT_LEFT));
    return;
  }
  linearTwo(at, at + AT_RIGHT, right);
  v128.store(at + AT_RIGHT, rest(v128.load(at + AT_RIGHT)));
}
