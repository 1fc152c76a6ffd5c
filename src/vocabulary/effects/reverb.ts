// Reverb: a room around the sound.

import { ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const reverb: EffectType = {
  name: 'Reverb',
  property: 'reverb',
  doc: 'A room around the sound. `decay` is the time in which it falls by 60 dB.',
  example: 'reverb: 2.8s, preDelay 20ms',
  parameters: [
    seconds('decay', 1.5, 0.05, 20, 'Time in which the room falls by 60 dB.'),
    { ...seconds('preDelay', 0.01, 0, 0.5, 'Time before the room answers.'), aliases: ['predelay'] },
    ratio('wet', 1, 0, 1, 'Share of the effect in what comes out.'),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
