// Tracks up to their faders, on their way out of one core and into another: what renders a song in several threads, or
// in parts. Blocks are seen through views that are made once.

import { limits } from '../program.ts';
import type { Exports } from './exports.ts';

/** A block of the track `at` in a list of tracks: no sound, `left` alone, or both sides. */
export type GiveStem = (at: number, sides: number, left: Float32Array, right: Float32Array) => void;

/** Tracks up to their faders, rendered elsewhere. */
export interface StemSource {
  /** Indices of the program's tracks. */
  readonly tracks: readonly number[];
  /** Gives the next block of each. */
  next(give: GiveStem): void;
}

export class StemBlocks {
  readonly #core: Exports;
  /** Where the program's tracks are in the core, by their index. */
  readonly #placeOf: (track: number) => number;
  #source: StemSource | undefined;
  /** Of stems given or taken: places of their tracks, their blocks left and right, and how many sides all places have. */
  #places: readonly number[] = [];
  #blocks: readonly Float32Array[] = [];
  #sides = new Int32Array();

  constructor(core: Exports, placeOf: (track: number) => number) {
    this.#core = core;
    this.#placeOf = placeOf;
  }

  /** Takes the sound of these tracks from `source` from the next block on. */
  take(source: StemSource): void {
    this.#places = source.tracks.map(this.#placeOf);
    for (const place of this.#places) this.#core.takeStem(place);
    this.#source = source;
  }

  /** Before a block is rendered: brings in what comes from elsewhere. */
  bring(): void {
    if (!this.#source) return;
    this.#renewViews();
    this.#source.next(this.#put);
  }

  /** Renders the next block of every track before its fader, and gives those of `tracks`. */
  render(tracks: readonly number[], give: GiveStem): void {
    if (this.#places.length !== tracks.length) this.#places = tracks.map(this.#placeOf);
    this.#core.renderStems();
    this.#renewViews();
    for (let at = 0; at < tracks.length; at++)
      give(at, this.#sides[this.#places[at]!]!, this.#blocks[at * 2]!, this.#blocks[at * 2 + 1]!);
  }

  readonly #put: GiveStem = (at, count, left, right) => {
    this.#sides[this.#places[at]!] = count;
    if (count > 0) this.#blocks[at * 2]!.set(left);
    if (count > 1) this.#blocks[at * 2 + 1]!.set(right);
  };

  /** Looked at once a block, and made once: asked for at every stem they took a tenth of the time, with what they left to be cleared away. */
  #renewViews(): void {
    const { buffer } = this.#core.memory;
    if (this.#sides.buffer === buffer && this.#blocks.length === this.#places.length * 2) return;
    this.#sides = new Int32Array(buffer, this.#core.stems(), limits.tracks);
    const frames = this.#core.blockFrames();
    this.#blocks = this.#places.flatMap((place) =>
      [0, 1].map((side) => new Float32Array(buffer, this.#core.stemBlock(place, side), frames)),
    );
  }
}
