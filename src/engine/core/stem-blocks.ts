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

/** Blocks of a track before its fader, one behind the other. */
export interface StemRoom {
  /** How many sides each block has. */
  readonly sides: Uint8Array;
  /** So many sides of each. */
  readonly samples: Float32Array;
}

/** Tracks up to their faders, rendered elsewhere, that come many blocks at a time. */
export interface StemParts {
  readonly tracks: readonly number[];
  /** Of each filling; a multiple of 16. */
  readonly blocks: number;
  /** Fills a room of each track with its next blocks. */
  fill(rooms: readonly StemRoom[]): void;
}

export class StemBlocks {
  readonly #core: Exports;
  /** Where the program's tracks are in the core, by their index. */
  readonly #placeOf: (track: number) => number;
  #source: StemSource | undefined;
  #parts: StemParts | undefined;
  /** Addresses of the rooms of what comes in, and how many of their blocks are still to come. */
  #rooms: readonly number[] = [];
  #left = 0;
  /** Of stems given or taken: places of their tracks, their blocks left and right, and how many sides all places have. */
  #places: readonly number[] = [];
  #blocks: readonly Float32Array[] = [];
  #sides = new Int32Array();

  constructor(core: Exports, placeOf: (track: number) => number) {
    this.#core = core;
    this.#placeOf = placeOf;
  }

  /** Takes the sound of these tracks from `source` from the next block on. */
  take(source: StemSource | StemParts): void {
    this.#places = source.tracks.map(this.#placeOf);
    for (const place of this.#places) this.#core.takeStem(place);
    if ('fill' in source) {
      this.#parts = source;
      this.#rooms = this.#places.map((place) => this.#core.stemRoom(place, source.blocks));
    } else this.#source = source;
  }

  /**
   * Before so many blocks are rendered: brings in what comes from elsewhere.
   * @throws RangeError where they are neither within a filling nor the whole of it
   */
  bring(blocks: number): void {
    if (this.#parts) this.#refill(this.#parts, blocks);
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

  #refill(parts: StemParts, blocks: number): void {
    if (this.#left === 0) {
      parts.fill(this.#rooms.map((room) => roomAt(this.#core, room, parts.blocks)));
      this.#core.stemsFilled();
      this.#left = parts.blocks;
    }
    if (blocks > this.#left) throw new RangeError(`${blocks} blocks asked for, where ${this.#left} are left`);
    this.#left -= blocks;
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

const blockFrames = 128;

/** A room in the core's memory: good until that grows. */
export function roomAt(core: Exports, room: number, blocks: number): StemRoom {
  const { buffer } = core.memory;
  return {
    sides: new Uint8Array(buffer, room, blocks),
    samples: new Float32Array(buffer, room + blocks, blocks * 2 * blockFrames),
  };
}
