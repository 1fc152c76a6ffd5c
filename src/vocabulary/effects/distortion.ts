// Distortion: bends the wave.

import { ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const distortion: EffectType = {
  name: 'Distortion',
  property: 'distortion',
  doc: 'Bends the wave: warm at a few percent, a fuzz at 100%. Eight times oversampled, so that what it adds is in tune.',
  example: 'distortion: 40%',
  parameters: [ratio('distortion', 0.4, 0, 1, 'How much.'), wet()],
  on: ['track', 'bus', 'master'],
};
