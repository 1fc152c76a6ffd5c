// Tracks up to their faders, on their way out of one core and into another: what renders a song in several threads, or
// in parts. Many blocks at a time: one by one, each of them took a call and two views.

import type { Exports } from './exports.ts';

/** Blocks of a track before its fader, one behind the other. */
export interface StemRoom {
  /** How many sides each block has: 0 where the track sleeps, 1 where it is mono. */
  readonly sides: Uint8Array;
  /** So many sides of each; behind them, whatever was there. */
  readonly samples: Float32Array;
}

/** Tracks up to their faders, rendered elsewhere. */
export interface StemSource {
  /** Indices of the program's tracks. */
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
  /** Addresses of the rooms of what comes in, and how many of their blocks are still to come. */
  #rooms: readonly number[] = [];
  #left = 0;

  constructor(core: Exports, placeOf: (track: number) => number) {
    this.#core = core;
    this.#placeOf = placeOf;
  }

  /** Takes the sound of these tracks from `source` from the next block on. */
  take(source: StemSource): void {
    const places = source.tracks.map(this.#placeOf);
    for (const place of places) this.#core.takeStem(place);
    this.#rooms = places.map((place) => this.#core.stemRoom(place, source.blocks));
    this.#source = source;
  }

  /**
   * Before so many blocks are rendered: brings in what comes from elsewhere.
   * @throws RangeError where they are neither within a filling nor the whole of it
   */
  bring(blocks: number): void {
    const source = this.#source;
    if (!source) return;
    if (this.#left === 0) {
      source.fill(this.#rooms.map((room) => this.#roomAt(room, source.blocks)));
      this.#core.stemsFilled();
      this.#left = source.blocks;
    }
    if (blocks > this.#left) throw new RangeError(`${blocks} blocks asked for, where ${this.#left} are left`);
    this.#left -= blocks;
  }

  /**
   * Rooms for so many blocks of these tracks: renders the next as often as it is asked, and nothing of the rest. Good
   * until it is asked again.
   */
  open(tracks: readonly number[], blocks: number): () => readonly StemRoom[] {
    const rooms = tracks.map((track) => this.#core.stemRoom(this.#placeOf(track), blocks));
    return () => {
      this.#core.renderRooms(blocks);
      return rooms.map((room) => this.#roomAt(room, blocks));
    };
  }

  /** Looked at anew each time: the memory may have grown. */
  #roomAt(room: number, blocks: number): StemRoom {
    const { buffer } = this.#core.memory;
    const samples = blocks * 2 * this.#core.blockFrames();
    return {
      sides: new Uint8Array(buffer, room, blocks),
      samples: new Float32Array(buffer, room + blocks, samples),
    };
  }
}

/** What is in one room into another. */
export function copyRoom(from: StemRoom, to: StemRoom): void {
  to.sides.set(from.sides);
  to.samples.set(from.samples.subarray(0, samplesIn(from.sides)));
}

/** How many samples the blocks of so many sides have. */
export function samplesIn(sides: Uint8Array): number {
  let count = 0;
  for (let block = 0; block < sides.length; block++) count += sides[block]!;
  return count * blockFrames;
}

const blockFrames = 128;
