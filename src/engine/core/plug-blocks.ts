// The blocks that go out of the core and come into it by its plugs, as arrays: see assembly/plugs.ts.
// Allocates nothing while it runs, save when the core's memory has grown.

import { limits } from '../program.ts';
import type { Exports } from './exports.ts';

type Stereo = readonly [left: Float32Array, right: Float32Array];

export class PlugBlocks {
  readonly #core: Exports;
  readonly #block: number;
  #outs: readonly Stereo[] = [];
  #ins: readonly Stereo[] = [];

  constructor(core: Exports) {
    this.#core = core;
    this.#block = core.blockFrames();
  }

  /** Gives what comes in with the next block; nothing is silence. */
  give(plug: number, left: Float32Array | undefined, right: Float32Array | undefined): void {
    this.#renew();
    const [toLeft, toRight] = this.#ins[plug]!;
    if (!left) {
      toLeft.fill(0);
      toRight.fill(0);
      return;
    }
    toLeft.set(left);
    // What has one side sounds on both.
    toRight.set(right ?? left);
  }

  /** What went out with the last block. */
  take(plug: number, left: Float32Array, right: Float32Array): void {
    this.#renew();
    const [fromLeft, fromRight] = this.#outs[plug]!;
    left.set(fromLeft);
    right.set(fromRight);
  }

  #renew(): void {
    if (this.#outs[0]?.[0].buffer === this.#core.memory.buffer) return;
    this.#outs = this.#views((plug, side) => this.#core.plugOut(plug, side));
    this.#ins = this.#views((plug, side) => this.#core.plugIn(plug, side));
  }

  #views(address: (plug: number, side: number) => number): readonly Stereo[] {
    const view = (plug: number, side: number): Float32Array =>
      new Float32Array(this.#core.memory.buffer, address(plug, side), this.#block);
    return Array.from({ length: limits.ports }, (_, plug): Stereo => [view(plug, 0), view(plug, 1)]);
  }
}
