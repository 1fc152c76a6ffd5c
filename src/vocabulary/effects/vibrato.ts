// Vibrato: the pitch goes up and down.

import { hertz, ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { lfoType } from './lfo.ts';
import { wet } from './wet.ts';

export const vibrato: EffectType = {
  name: 'Vibrato',
  property: 'vibrato',
  doc: 'The pitch goes up and down.',
  example: 'vibrato: 5.5Hz 30%',
  parameters: [
    hertz('frequency', 5, 0, 50, 'How often.'),
    ratio('depth', 0.1, 0, 1, 'How far.'),
    seconds(
      'maxDelay',
      0.005,
      0.0005,
      0.05,
      'The delay that moves, at full depth: more bends the pitch further.',
    ),
    lfoType,
    wet(),
  ],
  on: ['track', 'bus', 'master'],
};
