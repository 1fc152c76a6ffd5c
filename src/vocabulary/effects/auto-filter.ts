// AutoFilter: a filter that opens and closes by itself.

import { choice, hertz, plain, ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { filterTypes, rolloffs } from './filter.ts';
import { lfoType } from './lfo.ts';
import { wet } from './wet.ts';

export const autoFilter: EffectType = {
  name: 'AutoFilter',
  property: 'autoFilter',
  doc: 'A filter that opens and closes by itself.',
  example: 'autoFilter: 0.25Hz, baseFrequency 200Hz, octaves 4',
  parameters: [
    hertz('frequency', 1, 0, 50, 'How often.'),
    hertz('baseFrequency', 200, 10, 20000, 'The lowest that the filter goes.', 'logarithmic'),
    plain('octaves', 2.6, 0, 10, 'How far above that it goes.'),
    ratio('depth', 1, 0, 1, 'How much of the way it moves: 0% stays in the middle.'),
    lfoType,
    choice(
      'filter.type',
      filterTypes.filter((type) => !type.endsWith('shelf') && type !== 'peaking'),
      'What the filter lets through.',
    ),
    choice('filter.rolloff', rolloffs, 'The slope of the filter in dB an octave.', '-12'),
    plain('filter.Q', 1, 0, 30, 'Resonance of the filter.'),
    wet(),
  ],
  on: ['track', 'bus', 'master'],
};
