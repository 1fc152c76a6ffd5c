// What the vocabulary says of an instrument: one file an instrument declares it, in Tone.js's words.

import type { Parameter } from '../parameter.ts';
import { choice, seconds } from '../parameter.ts';

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
  /** A drum: its pitch is a colour and not a melody, so harmony checks leave it alone. */
  readonly drum?: true;
  /** What it can play at all, as MIDI notes; E outside, for INS1. Unpitched ones have none. */
  readonly range?: { readonly low: number; readonly high: number };
}

export const oscillatorTypes = ['sine', 'square', 'sawtooth', 'triangle', 'pulse'] as const;
const curves = ['linear', 'exponential'] as const;

export interface EnvelopeDefaults {
  readonly attack: number;
  readonly decay: number;
  readonly sustain: number;
  readonly release: number;
  readonly attackCurve?: 'linear' | 'exponential';
}

/** The rows of Tone.js's Envelope under `prefix`. */
export const envelope = (prefix: string, defaults: EnvelopeDefaults): readonly Parameter[] => [
  seconds(`${prefix}.attack`, defaults.attack, 0, 10, 'From silence to full level.'),
  seconds(`${prefix}.decay`, defaults.decay, 0, 10, 'From full level to the sustain level.'),
  {
    kind: 'number',
    path: `${prefix}.sustain`,
    quantity: 'ratio',
    min: 0,
    max: 1,
    default: defaults.sustain,
    doc: 'Level while the note is held, as a share of full level.',
  },
  seconds(`${prefix}.release`, defaults.release, 0, 20, 'From the end of the note to silence.'),
  choice(`${prefix}.attackCurve`, curves, 'Shape of the attack.', defaults.attackCurve ?? 'linear'),
  choice(`${prefix}.decayCurve`, curves, 'Shape of the decay.', 'exponential'),
  choice(`${prefix}.releaseCurve`, curves, 'Shape of the release.', 'exponential'),
];
