// What the pitched voices have in common: detuning, and the number of waveforms to choose from.

import { SYNTH_OSCILLATOR_PULSE } from '../generated/layout';
import { exp2, within } from '../math';

/** Waveforms of every oscillator choice. */
export const WAVES: i32 = SYNTH_OSCILLATOR_PULSE + 1;

/** Ratio of frequencies of a detuning in cents; NaN is the lowest. */
export function detuneFactor(cents: f32): f32 {
  return exp2(within(cents, -12000.0, 12000.0) / 1200.0);
}
