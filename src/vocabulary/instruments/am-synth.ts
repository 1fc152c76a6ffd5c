// AMSynth: one oscillator modulates the level of another.

import type { InstrumentType } from './instrument.ts';
import { carrierAndModulator, harmonicity } from './modulation.ts';

export const amSynth: InstrumentType = {
  name: 'AMSynth',
  doc: 'A modulator turns a carrier up and down: organs, reeds, bright and hollow tones.',
  example:
    'instrument reed = PolySynth(AMSynth) { harmonicity: 2, modulation: sine, modulationEnvelope.attack: 200ms }',
  parameters: [harmonicity, ...carrierAndModulator],
  hitMidi: 60,
  range: { low: 12, high: 120 },
};
