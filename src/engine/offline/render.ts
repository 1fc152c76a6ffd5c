// Renders a stretch of a program as fast as the machine can, with the tail that rings on after it.
// The same core as live: what comes out is what is heard, from the first sample on, bit for bit.

import { Core, type GiveStem, type StemSource } from '../core/core.ts';
import type { CompiledCore } from '../core/exports.ts';
import type { Program } from '../program.ts';
import { stemProgram, withoutStems } from './stems.ts';

export interface Stretch {
  /** Samples of the song; the whole of it where absent. */
  readonly from?: number;
  readonly to?: number;
}

export interface Chunk {
  /** The same arrays every time: copy what must stay. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** How far the stretch is, 0 to 1; 1 throughout the tail. */
  readonly share: number;
}

/** When a tail is over: so quiet for so long; and the longest that it may be. */
export const tail = { quietGain: 10 ** (-90 / 20), quietSeconds: 0.5, longestSeconds: 20 } as const;

/** Frames of a chunk; the last may be shorter. */
export const chunkFrames = 16_384;

/** Time for the core's start ramp to be over before the first note. */
const settleSeconds = 0.02;

/** The sound of a stretch, chunk by chunk. Stop asking to cancel. */
export function* renderOffline(
  module: CompiledCore,
  program: Program,
  stretch: Stretch = {},
  stems?: StemSource,
): Generator<Chunk, void> {
  const { core, from, to } = standing(module, stems ? withoutStems(program, stems.tracks) : program, stretch);
  skip(core, Math.ceil(settleSeconds * program.sampleRate));
  if (stems) core.takeStems(stems);
  if (to > from) core.play();
  skip(core, core.latency);
  const left = new Float32Array(chunkFrames);
  const right = new Float32Array(chunkFrames);
  const length = to - from;
  const quietFrames = tail.quietSeconds * program.sampleRate;
  const mostFrames = length + tail.longestSeconds * program.sampleRate;
  let quiet = 0;
  for (let done = 0; ; ) {
    const inside = done < length;
    const frames = inside ? Math.min(chunkFrames, length - done) : chunkFrames;
    const chunk = { left: left.subarray(0, frames), right: right.subarray(0, frames), share: 1 };
    fill(core, chunk.left, chunk.right);
    done += frames;
    yield inside ? { ...chunk, share: done / length } : chunk;
    if (done < length) continue;
    quiet = isQuiet(chunk.left, chunk.right) ? quiet + frames : 0;
    if (quiet >= quietFrames || done >= mostFrames) return;
  }
}

/**
 * Tracks up to their faders, block by block without an end, from the first of the blocks in which the stretch
 * plays: what `renderOffline` of the same stretch takes as `stems`.
 */
export function stemRenderer(
  module: CompiledCore,
  program: Program,
  stretch: Stretch,
  tracks: readonly number[],
): (give: GiveStem) => void {
  const { core, from, to } = standing(module, stemProgram(program, tracks), stretch);
  const nothing: GiveStem = () => {};
  for (let done = 0; done < Math.ceil(settleSeconds * program.sampleRate); done += blockFrames)
    core.renderStems([], nothing);
  if (to > from) core.play();
  return (give) => core.renderStems(tracks, give);
}

/** A core with the program, at the start of the stretch. */
function standing(module: CompiledCore, program: Program, stretch: Stretch) {
  const from = Math.min(stretch.from ?? 0, program.lengthSamples);
  const to = Math.min(Math.max(from, stretch.to ?? program.lengthSamples), program.lengthSamples);
  const core = new Core(module, program.sampleRate);
  // A song that ends at `to` lets its notes go there, each with its own release.
  core.load({ ...program, lengthSamples: to });
  core.seek(from);
  return { core, from, to };
}

const blockFrames = 128;

function skip(core: Core, frames: number): void {
  const block = new Float32Array(blockFrames);
  for (let done = 0; done < frames; done += blockFrames) core.process(block, block);
}

function fill(core: Core, left: Float32Array, right: Float32Array): void {
  for (let at = 0; at < left.length; at += blockFrames) {
    core.process(left.subarray(at, at + blockFrames), right.subarray(at, at + blockFrames));
  }
}

function isQuiet(left: Float32Array, right: Float32Array): boolean {
  for (let i = 0; i < left.length; i++) {
    if (Math.abs(left[i]!) > tail.quietGain || Math.abs(right[i]!) > tail.quietGain) return false;
  }
  return true;
}
