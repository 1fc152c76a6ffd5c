// The swell: after an edit that would make the song more than 6 dB louder, the tracks that have grown come up over some
// seconds instead of at once. It moves the `open` of their strips, which neither a fader nor a lane has a hand on.

import { stripHead } from '../../vocabulary/layout.ts';
import type { Core } from '../core/core.ts';
import type { Program } from '../program.ts';
import type { Rise } from './rise.ts';

/** As LIV2 has it. */
export const mostRiseDb = 6;
export const swellSeconds = 4;
const openSlot = stripHead.indexOf('open');

interface Grown {
  readonly name: string;
  /** Until the new notes sound, and from there on. */
  readonly mixer: number;
  readonly whole: number;
}

export class Swell {
  readonly #core: Core;
  #grown: readonly Grown[] = [];
  #db = 0;
  /** Frames since the new notes sound; undefined while they wait for their bar. */
  #frames: number | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** By how many dB the song would have jumped; 0 when no swell runs. */
  get db(): number {
    return this.#db;
  }

  /** Gain that a track is held down by. */
  gainOf = (track: string): number => {
    const grown = this.#grown.find(({ name }) => name === track);
    return grown ? this.#gain(grown) : 1;
  };

  /** Holds down what has grown in `program`, if the edit is one that jumps; what was held is let go. */
  begin(program: Program, rise: Rise): void {
    const names = new Set(program.tracks.map(({ name }) => name));
    for (const { name } of this.#grown) if (names.has(name)) this.#open(program, name, 1);
    this.#grown = [];
    this.#db = 0;
    this.#frames = undefined;
    if (rise.db <= mostRiseDb) return;
    this.#db = rise.db;
    this.#grown = program.tracks
      .map(({ name }, index) => ({ name, ...rise.tracks[index]! }))
      .filter(({ mixer, whole }) => mixer < 0.99 || whole < 0.99);
    this.#write(program);
  }

  /** A hand has taken the track's mute or solo: it is the hand's. */
  release(track: string): void {
    this.#grown = this.#grown.filter(({ name }) => name !== track);
    if (this.#grown.length === 0) this.#db = 0;
  }

  /** The next frames are rendered: goes on from where the new notes began. */
  step(program: Program | undefined, frames: number): void {
    if (this.#grown.length === 0 || !program) return;
    if (this.#frames === undefined) {
      if (this.#core.waits.song) return;
      this.#frames = 0;
    }
    this.#frames += frames;
    this.#write(program);
    if (this.#frames < swellSeconds * this.#core.sampleRate) return;
    this.#grown = [];
    this.#db = 0;
  }

  #write(program: Program): void {
    for (const grown of this.#grown) this.#open(program, grown.name, this.#gain(grown));
  }

  /** In a straight line of dB. */
  #gain({ mixer, whole }: Grown): number {
    if (this.#frames === undefined) return mixer;
    const left = Math.max(0, 1 - this.#frames / (swellSeconds * this.#core.sampleRate));
    return whole ** left;
  }

  #open(program: Program, name: string, gain: number): void {
    const index = program.tracks.findIndex((track) => track.name === name);
    const open = program.tracks[index]?.strip[openSlot] ?? 0;
    if (index >= 0) this.#core.settings.setStrip('track', index, openSlot, open * gain);
  }
}
