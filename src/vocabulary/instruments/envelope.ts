// The rows of Tone.js's Envelope.

import { choice, type Parameter, seconds } from '../parameter.ts';

const curves = ['linear', 'exponential'] as const;

export interface EnvelopeDefaults {
  readonly attack: number;
  readonly decay: number;
  readonly sustain: number;
  readonly release: number;
  readonly attackCurve?: 'linear' | 'exponential';
}

/** The rows under `prefix`. */
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
