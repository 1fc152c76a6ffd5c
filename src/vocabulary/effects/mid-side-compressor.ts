// MidSideCompressor: a compressor and a gain for the middle, and another for the sides.

import { decibels, type Parameter, ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

interface Law {
  readonly threshold: number;
  readonly ratio: number;
  readonly attack: number;
  readonly release: number;
  readonly knee: number;
}

const law = (which: 'mid' | 'side', of: string, law: Law): readonly Parameter[] => [
  decibels(`${which}.threshold`, law.threshold, -100, 0, `Level of the ${of} above which it acts.`),
  ratio(
    `${which}.ratio`,
    law.ratio,
    1,
    20,
    `How many dB of the ${of} in make one dB out above the threshold.`,
  ),
  seconds(`${which}.attack`, law.attack, 0, 1, `How fast it turns the ${of} down.`),
  seconds(`${which}.release`, law.release, 0, 1, `How fast it lets the ${of} go.`),
  decibels(`${which}.knee`, law.knee, 0, 40, 'Width of the bend above the threshold.'),
  decibels(`${which}.gain`, 0, -60, 24, `Gain of the ${of} after it.`),
];

export const midSideCompressor: EffectType = {
  name: 'MidSideCompressor',
  property: 'midSide',
  doc: 'Compresses what both sides share and what they do not each by its own law, and sets their gains.',
  example: 'midSide: mid.threshold -20dB, side.ratio 4:1, side.gain 2dB',
  parameters: [
    ...law('mid', 'middle', { threshold: -24, ratio: 3, attack: 0.02, release: 0.03, knee: 16 }),
    ...law('side', 'sides', { threshold: -30, ratio: 6, attack: 0.03, release: 0.25, knee: 10 }),
  ],
  turnsDown: true,
  on: ['track', 'bus', 'master'],
};
