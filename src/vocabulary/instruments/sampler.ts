// Sampler: recordings, each played at the pitches around its own.

import { choice, seconds } from '../parameter.ts';
import type { InstrumentType } from './instrument.ts';
import { volume } from './voice.ts';

export const sampler: InstrumentType = {
  name: 'Sampler',
  doc: 'Plays recordings at any pitch: a bundled instrument by its name, or files of your own, each for the notes around it.',
  example: 'instrument keys = Sampler("piano") { release: 400ms }',
  parameters: [
    seconds('attack', 0, 0, 10, 'From silence to full level.'),
    seconds('release', 0.1, 0, 20, 'From the end of the note to silence.'),
    choice('curve', ['exponential', 'linear'], 'Shape of attack and release.'),
    volume,
  ],
  hitMidi: 60,
  sampled: true,
};
