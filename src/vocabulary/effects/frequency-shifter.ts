// FrequencyShifter: moves all frequencies by the same number of hertz.

import { hertz } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const frequencyShifter: EffectType = {
  name: 'FrequencyShifter',
  property: 'frequencyShifter',
  doc: 'Moves all frequencies by the same number of hertz, so that harmonies come apart: bells and robots from much, slow phasing from little.',
  example: 'frequencyShifter: 42Hz',
  parameters: [hertz('frequency', 0, -20000, 20000, 'How far, up or down.'), wet()],
  on: ['track', 'bus', 'master'],
};
