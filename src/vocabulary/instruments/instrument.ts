// What the vocabulary says of an instrument: one file an instrument declares it, in Tone.js's words.
// Rows that several instruments have stand in oscillator.ts, envelope.ts, voice.ts and filter.ts.

import type { Parameter } from '../parameter.ts';
import type { ToneRow } from '../tone-table.ts';

export interface InstrumentType {
  /** Tone.js's name. */
  readonly name: string;
  readonly doc: string;
  /** An example in the `.song` language that is also a test. */
  readonly example: string;
  /** In the order of the core's parameter block. */
  readonly parameters: readonly Parameter[];
  /** The MIDI note that a drum hit plays. */
  readonly hitMidi: number;
  /** Plays recordings: it sounds as many notes at once as there are voices. */
  readonly sampled?: true;
  /** A drum: its pitch is a colour and not a melody, so harmony checks leave it alone. */
  readonly drum?: true;
  /** What it can play at all, as MIDI notes; E outside, for INS1. Unpitched ones have none. */
  readonly range?: { readonly low: number; readonly high: number };
  /** A class of Tone.js, played in its own graph and not by the core. */
  readonly hosted?: ToneRow;
}
