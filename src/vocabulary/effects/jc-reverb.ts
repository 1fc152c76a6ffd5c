// JCReverb: John Chowning's reverberator of 1970.

import { ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const jcReverb: EffectType = {
  name: 'JCReverb',
  property: 'jcReverb',
  doc: 'The reverberator of 1970: three all-passes and four combs, grainy and far away.',
  example: 'jcReverb: 60%, wet 30%',
  parameters: [ratio('roomSize', 0.5, 0, 1, 'How long the room rings.'), wet()],
  widens: true,
  on: ['track', 'bus', 'master'],
};
