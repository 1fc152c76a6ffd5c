// What a voice remembers while it plays recorded sound.

import { EnvelopeSettings } from '../envelope';

/** What a voice of a Sampler or a Kit remembers of its note; its envelope's settings lie behind it. */
@unmanaged
export class Playing {
  /** Frames from the sound's start, and by how many it moves a sample, in 2^-32 frames. */
  position: u64;
  step: u64;
  /** Where it goes back by `loopLength`, or where it ends; 0 where it has come to its end. */
  until: u64;
  loopLength: u64;
  /** Address of the first frame of either channel; the right's is the left's for a mono sound. */
  left: usize;
  right: usize;
  kernel: i32;
  gainLeft: f32;
  gainRight: f32;
  choke: i32;
  oneShot: i32;
}

export const PLAYING_BYTES: i32 = (<i32>offsetof<Playing>() + <i32>offsetof<EnvelopeSettings>() + 15) & ~15;

/** The settings of its envelope, which lie behind it. */
// @ts-ignore: decorator
@inline
export function settingsOf(playing: Playing): EnvelopeSettings {
  return changetype<EnvelopeSettings>(changetype<usize>(playing) + offsetof<Playing>());
}
