// Chorus: a second voice that is never quite in tune.

import { hertz, plain, ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { lfoType } from './lfo.ts';
import { wet } from './wet.ts';

export const chorus: EffectType = {
  name: 'Chorus',
  property: 'chorus',
  doc: 'A second voice that is never quite in time and in tune: makes one instrument several, and wide.',
  example: 'chorus: 1.5Hz 3.5ms 70%',
  parameters: [
    hertz('frequency', 1.5, 0, 20, 'How often it comes and goes.'),
    seconds('delayTime', 0.0035, 0.0005, 0.02, 'How far behind the second voice is.'),
    ratio('depth', 0.7, 0, 1, 'How much of that time it moves.'),
    plain('feedback', 0, 0, 0.95, 'Share that comes back: more is a flanger.'),
    plain('spread', 180, 0, 360, 'How far apart left and right move, in degrees.'),
    lfoType,
    wet(0.5),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
