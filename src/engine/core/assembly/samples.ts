// Recorded sound in memory: put in by the host while nothing renders, and taken out again when no song that
// is known plays it. Around each channel lies silence, so that interpolation need not look where it ends.

import { MAX_SAMPLES } from './generated/layout';
import { makeKernels } from './resample';
import { reserve, reserveFixed } from './memory';

/** Frames of silence before and behind each channel: as far as the widest kernel reaches. */
export const PAD: i32 = 64;

@unmanaged
export class Sample {
  /** Address of the left channel's first frame, and of the right's; 0 where there is none. */
  left: usize;
  right: usize;
  frames: i32;
  sampleRate: f32;
  /** The memory that it lies in, and how much of it there is; kept when the sample goes. */
  block: usize;
  bytes: i32;
}

let samples: usize = 0;

export function samplesInit(): void {
  samples = reserve(<usize>MAX_SAMPLES * offsetof<Sample>());
}

// @ts-ignore: decorator
@inline
export function sampleAt(slot: i32): Sample {
  return changetype<Sample>(samples + <usize>slot * offsetof<Sample>());
}

/**
 * Makes room for a sample in a slot that is free; the host then writes its channels.
 * @returns  the first frame of the left channel, or 0 where there is no room; `sampleRight` gives the right's
 */
export function samplePut(slot: i32, frames: i32, channels: i32, sampleRate: f32): usize {
  makeKernels();
  const sample = sampleAt(slot);
  const channelBytes = ((frames + 2 * PAD) * 4 + 15) & ~15;
  const bytes = channelBytes * channels;
  if (sample.bytes < bytes || sample.bytes > 4 * bytes) takeBlock(slot, bytes);
  if (sample.block == 0) return 0;
  memory.fill(sample.block, 0, bytes);
  sample.left = sample.block + PAD * 4;
  sample.right = channels > 1 ? sample.left + channelBytes : 0;
  sample.frames = frames;
  sample.sampleRate = sampleRate;
  return sample.left;
}

/** The first frame of the right channel; 0 for a mono sample. */
export function sampleRight(slot: i32): usize {
  return sampleAt(slot).right;
}

/** Nothing plays it any more: its memory is for others. */
export function sampleDrop(slot: i32): void {
  const sample = sampleAt(slot);
  sample.frames = 0;
  sample.left = 0;
  sample.right = 0;
}

/** The smallest block of a slot that is free and that fits; else fresh memory. */
function takeBlock(slot: i32, bytes: i32): void {
  const sample = sampleAt(slot);
  let best = -1;
  for (let i = 0; i < MAX_SAMPLES; i++) {
    const other = sampleAt(i);
    if (other.frames != 0 || other.bytes < bytes || other.bytes > 4 * bytes) continue;
    if (best < 0 || other.bytes < sampleAt(best).bytes) best = i;
  }
  const block = sample.block;
  const held = sample.bytes;
  if (best >= 0) {
    sample.block = sampleAt(best).block;
    sample.bytes = sampleAt(best).bytes;
    sampleAt(best).block = block;
    sampleAt(best).bytes = held;
    return;
  }
  // The old block stays with some slot that has none.
  if (block != 0) giveAway(slot, block, held);
  sample.block = reserveFixed(bytes);
  sample.bytes = bytes;
}

function giveAway(slot: i32, block: usize, bytes: i32): void {
  for (let i = 0; i < MAX_SAMPLES; i++) {
    const other = sampleAt(i);
    if (i == slot || other.block != 0) continue;
    other.block = block;
    other.bytes = bytes;
    return;
  }
}
