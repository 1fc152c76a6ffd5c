// What a drum kit is to the build: its hits, each with variants (`bd:1`), each with its layers of velocity.

import { finished, type Sound } from './dsp.ts';

/** One struck sound: mono or stereo; it plays up to this velocity, the next layer above it. */
export interface Layer {
  readonly channels: readonly Sound[];
  readonly upTo: number;
}

export interface Hit {
  readonly name: string;
  /** What is silenced when another of the group is hit: an open hat by a closed one. */
  readonly choke?: number;
  /** The first is the plain one. */
  readonly variants: readonly (readonly Layer[])[];
}

export interface KitSounds {
  readonly name: string;
  readonly hits: readonly Hit[];
}

/** A hit of plain mono sounds, one a variant, each brought to full level and held at `peak`. */
export const hit = (name: string, peak: number, ...variants: readonly Sound[]): Hit => ({
  name,
  variants: variants.map((sound) => [{ channels: finished([sound], peak), upTo: 1 }]),
});

/** Hats: what sounds of one is cut by the next. */
export const choked = (of: Hit): Hit => ({ ...of, choke: 1 });
