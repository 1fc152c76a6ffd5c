// FeedbackDelay: plain echoes.

import { ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const feedbackDelay: EffectType = {
  name: 'FeedbackDelay',
  property: 'feedbackDelay',
  aliases: ['echo'],
  doc: 'Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`).',
  example: 'echo: 1/8 40%, wet 30%',
  parameters: [
    {
      ...seconds(
        'delayTime',
        0.25,
        0,
        2,
        'Time between echoes; a note value such as `1/8` follows the tempo.',
      ),
      noteValues: true,
    },
    ratio('feedback', 0.125, 0, 0.98, 'Share of each echo that comes back.'),
    wet(),
  ],
  on: ['track', 'bus', 'master'],
};
