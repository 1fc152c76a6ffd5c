// Convolver: a recorded room.

import { choice } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const convolver: EffectType = {
  name: 'Convolver',
  property: 'convolver',
  doc: 'A real room, plate or spring: every sound brings forth a sample of the song, its impulse response. The first six seconds of it count.',
  example: 'convolver: hall, wet 30%',
  parameters: [
    wet(),
    choice('normalize', ['true', 'false'], 'Whether loud and soft responses come out equally loud.', 'true'),
  ],
  responds: true,
  widens: true,
  on: ['track', 'bus', 'master'],
};
