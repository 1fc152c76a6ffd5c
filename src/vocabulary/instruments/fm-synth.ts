// FMSynth: one oscillator modulates the frequency of another.

import { plain } from '../parameter.ts';
import type { InstrumentType } from './instrument.ts';
import { carrierAndModulator, harmonicity } from './modulation.ts';

export const fmSynth: InstrumentType = {
  name: 'FMSynth',
  doc: 'A modulator bends the frequency of a carrier: bells, electric pianos, evolving pads.',
  example: 'instrument bell = PolySynth(FMSynth) { harmonicity: 3.01, modulationIndex: 14 }',
  parameters: [
    harmonicity,
    plain('modulationIndex', 10, 0, 100, 'Depth of the modulation.'),
    ...carrierAndModulator,
  ],
  hitMidi: 60,
  range: { low: 12, high: 120 },
};
