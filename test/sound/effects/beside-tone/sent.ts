// What the tables of effects beside Tone.js share: what a row says, what is sent through, and why they differ.

import type { Settings } from '../core-effects.ts';
import { noise, type Stereo, warm } from '../inputs.ts';

export interface Comparison {
  readonly effect: string;
  /** What is set on both; the rest is as Tone.js has it by default. */
  readonly settings: Settings;
  /** What is sent through, and what that is in words. */
  readonly sound: () => Stereo;
  readonly says: string;
  /** The impulse response of a Convolver. */
  readonly response?: () => Stereo;
  /** Tone's class, where it is not the effect's name, and options that only it gets. */
  readonly tone?: { readonly type?: string; readonly options?: Readonly<Record<string, unknown>> };
  /** What only ours gets. */
  readonly ours?: Settings;
  /** Samples by which Tone's comes later. */
  readonly late?: number;
  /** Seconds in which the level is compared; else it is every 20 ms from `from` on. */
  readonly windows?: readonly (readonly [number, number])[];
  readonly from?: number;
  /** Largest difference of level, down to -70 dB under the loudest, in dB. */
  readonly levelDb: number;
  /** Largest difference in any third of an octave that is within 45 dB of the loudest, in dB. */
  readonly thirdsDb?: number;
  /** Level of the difference of the two waves under Tone's, in dB. */
  readonly residueDb?: number;
  readonly deviation?: string;
}

export const white = { sound: () => noise(1), says: 'white noise' };
export const mild = { sound: () => warm(1), says: 'noise under 3 kHz' };
export const tight = { levelDb: 0.05, thirdsDb: 0.05 };
export const lateEcho =
  'what comes back is on time; in Chromium every round of a loop comes 128 samples late, so that a short delay with feedback has another pitch';
