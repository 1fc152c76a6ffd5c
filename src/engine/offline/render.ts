// Renders a stretch of a program as fast as the machine can, with the tail that rings on after it.
// The same core as live: what comes out is what is heard, from the first sample on, bit for bit.

import { Core } from '../core/core.ts';
import type { CompiledCore } from '../core/exports.ts';
import type { SenderName } from '../core/mixer.ts';
import type { CoreReport } from '../core/report.ts';
import type { StemRoom, StemSource } from '../core/stem-blocks.ts';
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
  /** What each tapped strip gave to it, aligned with it. */
  readonly taps: readonly { readonly left: Float32Array; readonly right: Float32Array }[];
  /** How far the stretch is, 0 to 1; 1 throughout the tail. */
  readonly share: number;
}

/** When a tail is over: so quiet for so long; and the longest that it may be. */
export const tail = { quietGain: 10 ** (-90 / 20), quietSeconds: 0.5, longestSeconds: 20 } as const;

/** Frames of a chunk; the last may be shorter. */
export const chunkFrames = 16_384;

/** Time for the core's start ramp to be over before the first note. */
const settleSeconds = 0.02;

export interface Rendering {
  /** Tracks that are rendered elsewhere. */
  readonly stems?: StemSource | undefined;
  /** Strips whose share of the mix is given apart. */
  readonly taps?: readonly Tap[];
  /** Told when all is rendered. */
  readonly onReport?: (report: CoreReport) => void;
}

/** A strip by its place in the program. */
export interface Tap {
  readonly kind: SenderName;
  readonly index: number;
}

/** The sound of a stretch, chunk by chunk. Stop asking to cancel. */
export function* renderOffline(
  module: CompiledCore,
  program: Program,
  stretch: Stretch = {},
  { stems, taps = [], onReport }: Rendering = {},
): Generator<Chunk, void> {
  const silence = [new Float32Array(blockFrames), new Float32Array(blockFrames)] as const;
  const core = settled(
    module,
    stems ? withoutStems(program, stems.tracks) : program,
    stretch,
    (one) => one.process(...silence),
    (one) => {
      if (taps.length > 0) one.openTaps();
      if (stems) one.takeStems(stems);
    },
  );
  const sides = [0, 1].map(() => newCutter(core.latency));
  const tapped = taps.map(() => [0, 1].map(() => newCutter(core.latency - core.tapLead)));
  const block = [new Float32Array(blockFrames), new Float32Array(blockFrames)] as const;
  yield* inChunks(program, stretch, (frames) => {
    while (sides[0]!.filled < frames) {
      core.process(...block);
      for (const side of [0, 1] as const) {
        sides[side]!.add(block[side]);
        for (const [at, { kind, index }] of taps.entries())
          tapped[at]![side]!.add(core.readTap(kind, index, side));
      }
    }
    const [left, right] = sides.map((cutter) => cutter.take(frames)) as [Float32Array, Float32Array];
    const apart = tapped.map((cutters) => {
      const [tapLeft, tapRight] = cutters.map((cutter) => cutter.take(frames));
      return { left: tapLeft!, right: tapRight! };
    });
    return { left, right, taps: apart };
  });
  onReport?.(core.readReport());
}

/** The chunks of a stretch and of its tail, from what gives the next so many frames of them; the first `done` are not asked for. */
export function* inChunks(
  { lengthSamples, sampleRate }: Program,
  stretch: Stretch,
  take: (frames: number) => Omit<Chunk, 'share'>,
  done = 0,
): Generator<Chunk, void> {
  const { from, to } = heldTo(lengthSamples, stretch);
  const length = to - from;
  const quietFrames = tail.quietSeconds * sampleRate;
  const mostFrames = length + tail.longestSeconds * sampleRate;
  let quiet = 0;
  for (;;) {
    const inside = done < length;
    const frames = inside ? Math.min(chunkFrames, length - done) : chunkFrames;
    const chunk = take(frames);
    done += frames;
    yield { ...chunk, share: inside ? done / length : 1 };
    if (done < length) continue;
    quiet = isQuiet(chunk.left, chunk.right) ? quiet + frames : 0;
    if (quiet >= quietFrames || done >= mostFrames) break;
  }
}

/** Cuts blocks into pieces of any size, without the first `skipped` frames. */
function newCutter(skipped: number) {
  const kept = new Float32Array(chunkFrames * 2);
  let [filled, taken, left] = [0, 0, skipped];
  return {
    /** Frames that can be taken. */
    get filled(): number {
      return filled - taken;
    },
    add(block: Float32Array): void {
      const first = Math.min(left, block.length);
      left -= first;
      if (taken > 0 && filled + block.length > kept.length) {
        kept.copyWithin(0, taken, filled);
        filled -= taken;
        taken = 0;
      }
      kept.set(first === 0 ? block : block.subarray(first), filled);
      filled += block.length - first;
    },
    /** The next frames; good until the next `add`. */
    take(frames: number): Float32Array {
      taken += frames;
      return kept.subarray(taken - frames, taken);
    },
  };
}

export interface StemRenderer {
  /** The next blocks of each track: good until the next are asked for. */
  next(): readonly StemRoom[];
  /** What the core counted so far. */
  report(): CoreReport;
}

/**
 * Tracks up to their faders, so many blocks at a time without an end, from the first of the blocks in which the stretch
 * plays: what `renderOffline` of the same stretch takes as `stems`.
 */
export function stemRenderer(
  module: CompiledCore,
  program: Program,
  stretch: Stretch,
  tracks: readonly number[],
  blocks: number,
): StemRenderer {
  const core = settled(module, stemProgram(program, tracks), stretch, (one) => one.renderStems());
  return { next: core.openStems(tracks, blocks), report: () => core.readReport() };
}

/** A core with the program that plays from the start of the stretch on, its start ramp over. */
export function settled(
  module: CompiledCore,
  program: Program,
  stretch: Stretch,
  step: (core: Core) => void,
  prepare: (core: Core) => void = () => {},
): Core {
  const { from, to } = heldTo(program.lengthSamples, stretch);
  const core = new Core(module, program.sampleRate, 'with the song');
  // A song that ends at `to` lets its notes go there, each with its own release.
  core.load({ ...program, lengthSamples: to });
  core.seek(from);
  for (let done = 0; done < Math.ceil(settleSeconds * program.sampleRate); done += blockFrames) step(core);
  prepare(core);
  if (to > from) core.play();
  return core;
}

/** A stretch within the song. */
export function heldTo(lengthSamples: number, { from = 0, to = lengthSamples }: Stretch): Required<Stretch> {
  const first = Math.min(from, lengthSamples);
  return { from: first, to: Math.min(Math.max(first, to), lengthSamples) };
}

const blockFrames = 128;

export function isQuiet(left: Float32Array, right: Float32Array): boolean {
  for (let i = 0; i < left.length; i++) {
    if (Math.abs(left[i]!) > tail.quietGain || Math.abs(right[i]!) > tail.quietGain) return false;
  }
  return true;
}
