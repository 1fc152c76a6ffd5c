// What the vocabulary says of an effect: one file an effect declares it, in Tone.js's words.

import type { Parameter } from '../parameter.ts';
import type { ToneRow } from '../tone-table.ts';

export interface EffectType {
  /** Tone.js's name. */
  readonly name: string;
  /** The word that sets it in a strip: `eq: low -2dB`, `reverb: 2.8s`. */
  readonly property: string;
  /** Further words for it: a compressor on the master is a `glue`. */
  readonly aliases?: readonly string[];
  readonly doc: string;
  /** An example of the property in the `.song` language that is also a test. */
  readonly example: string;
  /** In the order of the core's parameter block; values without a name are taken in this order. */
  readonly parameters: readonly Parameter[];
  /** Makes its two sides differ: what was mono before it is stereo behind it. */
  readonly widens?: true;
  /** Can listen to another track: `compressor: -18dB 3:1 key kick`. */
  readonly keyed?: true;
  /** Turns down what is too loud or too soft, and the core says by how much. */
  readonly turnsDown?: true;
  /** Is made of an impulse response, a bundled one or a sample of the song: `convolver: hall`. */
  readonly responds?: true;
  /** What it is a further one of: `chorus2` is a chorus with settings of its own. */
  readonly again?: { readonly of: EffectType; readonly number: number };
  /** A class of Tone.js, played in its own graph and not by the core. */
  readonly hosted?: ToneRow;
  /** Where it can stand. */
  readonly on: readonly ('track' | 'bus' | 'master')[];
}
