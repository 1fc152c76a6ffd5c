// How fast Tone.js's Follower follows a level: a one-pole filter at 1/smoothing hertz.

import { within } from '../math';
import { sampleRate } from './rate';

/** The share of the way that it goes in a sample. */
export function followerShare(smoothing: f32): f32 {
  return min<f32>(1, 6.283185307179586 / (within(smoothing, 0.0001, 100) * sampleRate));
}
