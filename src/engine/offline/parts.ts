// A stem or a mix in parts of some seconds, each of which can be rendered by itself from the moment that the one
// before it ended at: what is known already need not be rendered again. Pure, but for the core.

import type { CompiledCore } from '../core/exports.ts';
import type { CoreReport } from '../core/report.ts';
import { type StemRoom, type StemSource, samplesIn } from '../core/stem-blocks.ts';
import type { Program } from '../program.ts';
import { type Stretch, settled } from './render.ts';

const blockFrames = 128;
/** Blocks of a part: five seconds and a half at 48 kHz. */
export const partBlocks = 2048;
export const partFrames = partBlocks * blockFrames;

/** The samples of a part. */
export interface PartSound {
  /** Of a stem, how many sides each block has; of a mix it is empty. */
  readonly sides: Uint8Array;
  /**
   * Of a stem, the sides of its blocks one behind the other; of a mix, all of the left and then all of the right, or the
   * bytes of its file.
   */
  readonly samples: Float32Array | Uint8Array;
  /** Highest sample of what stands there as in a file; 0 of all else. */
  readonly peak: number;
}

/** Room for any part of a stem, or of a mix. */
export const newSound = (of: 'stem' | 'mix'): PartSound & StemRoom => ({
  sides: new Uint8Array(of === 'stem' ? partBlocks : 0),
  samples: new Float32Array(partFrames * 2),
  peak: 0,
});

/** Good until the next one is rendered. */
export interface RenderedPart {
  /** No longer than it is. */
  readonly sound: PartSound;
  readonly report: CoreReport;
  readonly moment: Uint8Array;
}

export interface PartRenderer {
  /** Frames by which the sound comes later than the song says. */
  readonly latency: number;
  /** Renders the next part, which is `part` of all; tells what was counted, and the moment behind it. */
  next(part: number): RenderedPart;
  /** Goes to such a moment, of this program or of one that is the same so far; to the start with undefined. */
  goTo(moment: Uint8Array | undefined): void;
}

/** Of the first track of a program up to its fader, from the first of the blocks in which the stretch plays. */
export function stemParts(module: CompiledCore, program: Program, stretch: Stretch): PartRenderer {
  const core = settled(module, program, stretch, (one) => one.renderStems());
  const render = core.openStems([0], partBlocks);
  core.moments.begin();
  return {
    latency: 0,
    goTo: (moment) => core.moments.put(moment),
    next() {
      const { sides, samples } = render()[0]!;
      const sound = { sides, samples: samples.subarray(0, samplesIn(sides)), peak: 0 };
      return { sound, report: core.readReport(), moment: core.moments.take() };
    },
  };
}

/** Of all that comes behind the stems: the program is without the tracks that `stems` gives. */
export function mixParts(
  module: CompiledCore,
  program: Program,
  stretch: Stretch,
  stems: StemSource,
): PartRenderer {
  const silence = [new Float32Array(blockFrames), new Float32Array(blockFrames)] as const;
  const core = settled(
    module,
    program,
    stretch,
    (one) => one.process(...silence),
    (one) => one.takeStems(stems),
  );
  const render = core.openOutput(partBlocks);
  core.moments.begin();
  return {
    latency: core.latency,
    goTo: (moment) => core.moments.put(moment),
    next() {
      const sound = { sides: noSides, samples: render(), peak: 0 };
      return { sound, report: core.readReport(), moment: core.moments.take() };
    },
  };
}

const noSides = new Uint8Array();
