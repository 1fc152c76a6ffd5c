// The strip that somebody looks at: its sound behind the fader, and by how much each of its effects turns down.
// Allocates nothing once its blocks are known.

import { limits } from '../program.ts';
import type { Exports } from './exports.ts';
import { kinds, type StripName } from './mixer.ts';
import type { Standing } from './standing.ts';

/** A strip by its place in the program. */
export interface WatchedStrip {
  readonly kind: StripName;
  readonly index: number;
}

/** What `reductions` writes: one value an effect of the chain, and behind them that of the master's limiter. */
export const reductionFields = limits.inserts + 1;

export class Watched {
  readonly #core: Exports;
  readonly #song: Standing;
  #strip: WatchedStrip | undefined;
  #hasSound = false;
  readonly #blocks: Float32Array[] = [];

  constructor(core: Exports, song: Standing) {
    this.#core = core;
    this.#song = song;
  }

  watch(strip: WatchedStrip | undefined): void {
    this.#strip = strip;
    this.renew();
  }

  /** A song was put in: strips keep their places in the core, but not their numbers. */
  renew(): void {
    const { kind = 'master', index = 0 } = this.#strip ?? {};
    const place = kind === 'master' ? undefined : this.#song.placeOf(kind, index);
    this.#hasSound = place !== undefined;
    this.#core.watch(place === undefined ? -1 : kinds[kind], place ?? 0);
  }

  /** The newest block of a side; undefined for the master, whose sound is what comes out, and for none. */
  block(side: 0 | 1): Float32Array | undefined {
    if (!this.#hasSound) return undefined;
    const known = this.#blocks[side];
    if (known?.buffer === this.#core.memory.buffer) return known;
    const block = new Float32Array(
      this.#core.memory.buffer,
      this.#core.watchedSound(side),
      this.#core.blockFrames(),
    );
    this.#blocks[side] = block;
    return block;
  }

  /** dB by which each effect of the strip turned down, 0 or more, when the meters were last read. */
  reductions(into: Float64Array, at: number): void {
    into.fill(0, at, at + reductionFields);
    if (!this.#strip) return;
    const { kind, index } = this.#strip;
    const place = this.#song.placeOf(kind, index);
    if (place === undefined) return;
    const inserts = Math.min(this.#song.stripAt(kind, index)?.inserts.length ?? 0, limits.inserts);
    for (let insert = 0; insert < inserts; insert++)
      into[at + insert] = this.#core.reductionOf(kinds[kind], place, insert);
    into[at + limits.inserts] = this.#core.reductionOf(kinds.master, 0, -1);
  }
}
