// Highpass: takes away what is below a frequency.

import { hertz } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const highpass: EffectType = {
  name: 'Highpass',
  property: 'highpass',
  doc: 'Takes away what is below the frequency, 12 dB an octave: keeps rumble and mud out.',
  example: 'highpass: 250Hz',
  parameters: [hertz('frequency', 20, 10, 20000, 'Where it starts to cut (-3 dB).', 'logarithmic')],
  on: ['track', 'bus', 'master'],
};
