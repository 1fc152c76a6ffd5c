// Convolver: a recorded room.

import { bundledResponses } from '../bundled-sounds.ts';
import { choice } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const convolver: EffectType = {
  name: 'Convolver',
  property: 'convolver',
  doc: `A room, a plate or a spring: every sound brings forth its impulse response, one that comes along (${bundledResponses.map(({ name }) => name).join(', ')}) or a sample of the song. The first six seconds of it count.`,
  example: 'convolver: hall, wet 30%',
  parameters: [
    wet(),
    choice('normalize', ['true', 'false'], 'Whether loud and soft responses come out equally loud.', 'true'),
  ],
  responds: true,
  widens: true,
  on: ['track', 'bus', 'master'],
};
