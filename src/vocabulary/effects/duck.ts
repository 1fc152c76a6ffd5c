// Duck: steps back while another track plays.

import { decibels, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const duck: EffectType = {
  name: 'Duck',
  property: 'duck',
  doc: 'Steps back while another track plays: the pump of house, or a pad that makes room for a voice.',
  example: 'duck: kick 6dB 120ms',
  parameters: [
    decibels('amount', 6, 0, 60, 'How far it steps back.'),
    seconds('release', 0.12, 0.005, 5, 'How fast it comes back.'),
    seconds('attack', 0.003, 0, 1, 'How fast it steps back.'),
    decibels('threshold', -30, -80, 0, 'Level of the other track from which it steps back.'),
  ],
  keyed: true,
  turnsDown: true,
  on: ['track', 'bus', 'master'],
};
