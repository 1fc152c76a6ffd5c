// The sample rate that all effects run at, and their scratch room: what one leaves there, the next may change.

import { reserveQuad } from '../memory';

export let sampleRate: f32 = 48000;

/** A block of four lanes side by side. */
export let quad: usize = 0;

export function setRate(rate: f32): void {
  sampleRate = rate;
  if (quad == 0) quad = reserveQuad();
}
