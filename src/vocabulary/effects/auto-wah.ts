// AutoWah: a filter that opens the louder the sound is.

import { decibels, hertz, plain, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const autoWah: EffectType = {
  name: 'AutoWah',
  property: 'autoWah',
  doc: 'A filter that opens the louder the sound is: every note says "wah".',
  example: 'autoWah: 100Hz, octaves 5, sensitivity -12dB, Q 6',
  parameters: [
    hertz('baseFrequency', 100, 10, 10000, 'Where the filter is while all is silent.', 'logarithmic'),
    plain('octaves', 6, 0, 10, 'How far it opens.'),
    decibels('sensitivity', 0, -40, 6, 'The level that opens it all the way: lower reacts to softer sounds.'),
    plain('Q', 2, 0, 30, 'Resonance of the filter, in dB.'),
    decibels('gain', 2, -24, 24, 'A peak at the cutoff, on top of that.'),
    seconds('follower', 0.2, 0.005, 2, 'How slowly it follows the level.'),
    wet(),
  ],
  on: ['track', 'bus', 'master'],
};
