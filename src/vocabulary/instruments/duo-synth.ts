// DuoSynth: two MonoSynths that play together, the second at an interval, both with vibrato.

import { hertz, type Parameter, plain } from '../parameter.ts';
import { type EnvelopeDefaults, envelope } from './envelope.ts';
import { filter, filterEnvelope } from './filter.ts';
import type { InstrumentType } from './instrument.ts';
import { oscillator, partials } from './oscillator.ts';
import { detune, portamento, volume } from './voice.ts';

const times: EnvelopeDefaults = { attack: 0.01, decay: 0, sustain: 1, release: 0.5 };

const voice = (name: string): readonly Parameter[] => [
  ...oscillator(`${name}.oscillator`, 'sawtooth', 'Waveform of the oscillator.'),
  ...filter(`${name}.`),
  ...envelope(`${name}.envelope`, times),
  ...filterEnvelope(`${name}.`, times),
];

export const duoSynth: InstrumentType = {
  name: 'DuoSynth',
  doc: 'Two MonoSynths a fixed interval apart, with vibrato: wide leads and brass.',
  example:
    'instrument brass = DuoSynth { harmonicity: 1.005, vibratoAmount: 0.2, voice0: { filterEnvelope.attack: 90ms } }',
  parameters: [
    plain(
      'harmonicity',
      1.5,
      0.01,
      32,
      'Frequency of the second voice over that of the first.',
      'logarithmic',
    ),
    hertz('vibratoRate', 5, 0.01, 100, 'How often the pitch goes up and down.', 'logarithmic'),
    plain('vibratoAmount', 0.5, 0, 1, 'How far the pitch goes: 1 is 50 cents to either side.'),
    detune,
    portamento,
    ...voice('voice0'),
    ...voice('voice1'),
    volume,
    partials('voice0.oscillator'),
    partials('voice1.oscillator'),
  ],
  hitMidi: 60,
  range: { low: 12, high: 108 },
};
