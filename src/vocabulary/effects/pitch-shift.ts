// PitchShift: higher or lower at the same speed.

import { plain, ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const pitchShift: EffectType = {
  name: 'PitchShift',
  property: 'pitchShift',
  doc: 'Higher or lower at the same speed, in short pieces that fade into each other.',
  example: 'pitchShift: 7, wet 40%',
  parameters: [
    plain('pitch', 0, -24, 24, 'How far, in semitones.'),
    seconds(
      'windowSize',
      0.1,
      0.03,
      0.2,
      'Length of the pieces: short is smoother in rhythm, long in pitch.',
    ),
    seconds('delayTime', 0, 0, 1, 'How long it waits.'),
    ratio('feedback', 0, 0, 0.95, 'Share that goes through again, and so climbs or falls further.'),
    wet(),
  ],
  on: ['track', 'bus', 'master'],
};
