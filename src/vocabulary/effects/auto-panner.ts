// AutoPanner: from side to side.

import { choice, hertz, ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { lfoType } from './lfo.ts';
import { wet } from './wet.ts';

export const autoPanner: EffectType = {
  name: 'AutoPanner',
  property: 'autoPanner',
  doc: 'Goes from side to side.',
  example: 'autoPanner: 0.5Hz 80%',
  parameters: [
    hertz('frequency', 1, 0, 50, 'How often.'),
    ratio('depth', 1, 0, 1, 'How far: 100% is all the way to the side.'),
    lfoType,
    choice(
      'channelCount',
      ['1', '2'],
      'What goes from side to side: 1 is the sum of both sides, 2 keeps a stereo sound as wide as it is.',
    ),
    wet(),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
