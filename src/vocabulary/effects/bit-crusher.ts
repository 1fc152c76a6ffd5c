// BitCrusher: fewer steps of level.

import { plain } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const bitCrusher: EffectType = {
  name: 'BitCrusher',
  property: 'bitCrusher',
  doc: 'Rounds every sample to a few bits, as early samplers did.',
  example: 'bitCrusher: 6',
  parameters: [plain('bits', 4, 1, 16, 'How many bits are left.'), wet()],
  on: ['track', 'bus', 'master'],
};
