// What the tables of voices beside Tone.js share: what a row says, the notes that are played, and why they differ.

import type { PlayedNote, Settings } from '../core-voices.ts';

/**
 * What is played on both. Notes begin on multiples of 128 samples: within the block in which an oscillator
 * starts, Chromium plays it at the pitch it had before, which turns the phase of all that follows.
 */
export interface Comparison extends Tolerances {
  readonly name: string;
  readonly instrument: string;
  readonly settings: Settings;
  readonly notes: readonly PlayedNote[];
  readonly seconds: number;
  readonly sampleRate?: number;
  /** Notes at once: a PolySynth of the instrument. */
  readonly polyphony?: number;
  readonly deviation?: string;
}

/** How far apart the two may be. */
export interface Tolerances {
  /** Over how long levels are compared: what chance makes evens out over longer times; 20 ms where it says none. */
  readonly windowSeconds?: number;
  /** Largest difference of level in any such time down to -70 dB under the loudest, in dB. */
  readonly levelDb: number;
  /** Largest difference in any third of an octave that is within 45 dB of the loudest, in dB. */
  readonly thirdsDb: number;
  /** Level of the difference of the two waves under Tone's, in dB; noise has none. */
  readonly residueDb?: number;
}

/** What stands in the page's table of a comparison, however it is played. */
export type Row = Tolerances & Pick<Comparison, 'name' | 'instrument' | 'settings' | 'deviation'>;

export const block = (count: number): number => (count * 128) / 48000;
export const one = (midi: number, length = 0.5, velocity = 1): readonly PlayedNote[] => [
  { midi, at: block(4), length, velocity },
];
/** Each on a block of its own, so many apart: what chance makes of one evens out over many. */
export const many = (midi: number, count: number, blocks: number): readonly PlayedNote[] =>
  Array.from({ length: count }, (_, index) => ({ midi, at: block(blocks * index), length: 0.15 }));
export const held = { 'envelope.attack': 0, 'envelope.sustain': 1 };
export const partials = 'keeps its partials up to 20 kHz, where Chromium fades them from about 15 kHz';
export const rates = `${partials}; made at twice or four times the rate, which puts it some samples later, without aliases`;
export const pulses = "band-limited, and without Tone's constant part";
export const plucks =
  'another draw of the noise that strikes it, and in tune where Tone is up to two samples flat, for which its highest partials die sooner';
export const noise =
  'mono where Tone is stereo; another draw of the same noise, so that bands and windows differ by chance';
