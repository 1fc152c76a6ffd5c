// What comes out of the core, in pieces of any size, and how far it is ahead of what is heard. Allocates nothing once
// its views are made.

import type { Exports } from './exports.ts';

export class Output {
  readonly #core: Exports;
  readonly #block: number;
  /** Before so many blocks are rendered: what comes into them from elsewhere. */
  readonly #bring: (blocks: number) => void;
  #left: Float32Array;
  #right: Float32Array;
  /** Frames of the core's block that are not handed out yet. */
  #unheard = 0;
  /** Frames rendered since playing began, here or at another place: only they can be unheard. */
  #rendered = 0;

  constructor(core: Exports, bring: (blocks: number) => void) {
    this.#core = core;
    this.#bring = bring;
    this.#block = core.blockFrames();
    [this.#left, this.#right] = this.#views();
  }

  /** Renders the next frames: any number, without allocation. */
  process(left: Float32Array, right: Float32Array): void {
    const length = left.length;
    for (let i = 0; i < length; ) {
      if (this.#unheard === 0) {
        this.#bring(1);
        this.#core.render();
        this.#rendered += this.#block;
        if (length - i >= this.#block) {
          left.set(this.#left, i);
          right.set(this.#right, i);
          i += this.#block;
          continue;
        }
        this.#unheard = this.#block;
      }
      const at = this.#block - this.#unheard--;
      left[i] = this.#left[at]!;
      right[i++] = this.#right[at]!;
    }
  }

  /** See `Core.openOutput`. */
  open(blocks: number): () => Float32Array {
    const room = this.#core.outputRoom(blocks);
    this.renewViews();
    return () => {
      this.#bring(blocks);
      this.#core.renderInto(room, blocks);
      this.#rendered += blocks * this.#block;
      return new Float32Array(this.#core.memory.buffer, room, blocks * 2 * this.#block);
    };
  }

  /** What is left of the block belongs to a song that is gone. */
  drop(): void {
    this.#unheard = 0;
  }

  /** Playing begins, here or at another place. */
  begin(): void {
    this.#rendered = 0;
  }

  /** Frames that were rendered and are not heard yet, of what comes out `latency` late. */
  ahead(latency: number): number {
    return Math.min(this.#rendered, this.#unheard + latency);
  }

  /** Memory that grew is another array. */
  renewViews(): void {
    if (this.#left.buffer !== this.#core.memory.buffer) [this.#left, this.#right] = this.#views();
  }

  #views(): [Float32Array, Float32Array] {
    const { buffer } = this.#core.memory;
    return [
      new Float32Array(buffer, this.#core.outputLeft(), this.#block),
      new Float32Array(buffer, this.#core.outputRight(), this.#block),
    ];
  }
}
