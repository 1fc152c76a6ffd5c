// Where a strip stands between the speakers: the law of Web Audio's StereoPanner. One voice (a track) is
// shared out by equal power, -3 dB on each side in the middle; a stereo sound (a bus, the master) is
// untouched in the middle and folds one side into the other.

import { cosOfTurns, sinOfTurns, within } from '../math';

/** Gain of a mono strip on the left. */
export function monoLeft(pan: f32): f32 {
  return cosOfTurns((within(pan, -1, 1) + 1) * 0.125);
}

/** Gain of a mono strip on the right. */
export function monoRight(pan: f32): f32 {
  return sinOfTurns((within(pan, -1, 1) + 1) * 0.125);
}

/** Gain of a stereo strip's left input on the left. */
export function leftToLeft(pan: f32): f32 {
  return pan > 0 ? cosOfTurns(min<f32>(pan, 1) * 0.25) : <f32>1;
}

/** Of its left input on the right. */
export function leftToRight(pan: f32): f32 {
  return pan > 0 ? sinOfTurns(min<f32>(pan, 1) * 0.25) : <f32>0;
}

/** Of its right input on the left. */
export function rightToLeft(pan: f32): f32 {
  return leftToRight(-pan);
}

/** Of its right input on the right. */
export function rightToRight(pan: f32): f32 {
  return leftToLeft(-pan);
}
