// Where a strip stands between the speakers: Web Audio's StereoPanner, raised to the power of the song's pan law.
// One voice (a track) is shared out to both sides, at law 1 by equal power, -3 dB on each in the middle, at law 2 so
// that both add up to the same everywhere, -6 dB; a stereo sound (a bus, the master) is untouched in the middle and
// folds one side into the other.

import { cosOfTurns, exp2, log2, sinOfTurns, within } from '../math';

/** Gain of a mono strip on the left. */
export function monoLeft(pan: f32, law: f32): f32 {
  return raised(cosOfTurns((within(pan, -1, 1) + 1) * 0.125), law);
}

/** Gain of a mono strip on the right. */
export function monoRight(pan: f32, law: f32): f32 {
  return raised(sinOfTurns((within(pan, -1, 1) + 1) * 0.125), law);
}

/** Gain of a stereo strip's left input on the left. */
export function leftToLeft(pan: f32, law: f32): f32 {
  return pan > 0 ? raised(cosOfTurns(min<f32>(pan, 1) * 0.25), law) : <f32>1;
}

/** Of its left input on the right. */
export function leftToRight(pan: f32, law: f32): f32 {
  return pan > 0 ? raised(sinOfTurns(min<f32>(pan, 1) * 0.25), law) : <f32>0;
}

/** Of its right input on the left. */
export function rightToLeft(pan: f32, law: f32): f32 {
  return leftToRight(-pan, law);
}

/** Of its right input on the right. */
export function rightToRight(pan: f32, law: f32): f32 {
  return leftToLeft(-pan, law);
}

/** The usual law is exactly that of equal power. */
function raised(gain: f32, law: f32): f32 {
  if (law == 1 || gain <= 0) return gain;
  return law == 2 ? gain * gain : exp2(law * log2(gain));
}
