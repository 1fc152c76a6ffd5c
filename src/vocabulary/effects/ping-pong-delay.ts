// PingPongDelay: echoes that go from side to side.

import { ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const pingPongDelay: EffectType = {
  name: 'PingPongDelay',
  property: 'delay',
  doc: 'Echoes that go from side to side. `delayTime` takes seconds or a share of a bar (`3/16`).',
  example: 'delay: 3/16 40%',
  parameters: [
    {
      ...seconds(
        'delayTime',
        0.25,
        0.001,
        2,
        'Time between echoes; a note value such as `1/8` follows the tempo.',
      ),
      noteValues: true,
    },
    ratio('feedback', 0.125, 0, 0.98, 'Share of each echo that comes back.'),
    ratio('wet', 1, 0, 1, 'Share of the effect in what comes out.'),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
