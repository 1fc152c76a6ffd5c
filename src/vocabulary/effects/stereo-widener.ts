// StereoWidener: more or less of what differs between the sides.

import { ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const stereoWidener: EffectType = {
  name: 'StereoWidener',
  property: 'stereoWidener',
  aliases: ['width'],
  doc: 'Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides.',
  example: 'width: 65%',
  parameters: [ratio('width', 0.5, 0, 1, 'How wide.'), wet()],
  on: ['track', 'bus', 'master'],
};
