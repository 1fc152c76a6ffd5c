// What a brief and an expectation can ask for, as rows of the same kind as those of instruments.

import type { NumberParameter } from './parameter.ts';

export const songLength: NumberParameter = {
  kind: 'number',
  path: 'length',
  quantity: 'seconds',
  min: 1,
  max: 14_400,
  default: 180,
  doc: 'How long the song is: minutes and seconds as in `2:45`, or `165s`.',
};

export const lift: NumberParameter = {
  kind: 'number',
  path: 'lift',
  quantity: 'lu',
  min: 0,
  max: 40,
  default: 2,
  doc: 'How much louder one section is than another.',
};

export const integratedLoudness: NumberParameter = {
  kind: 'number',
  path: 'loudness',
  quantity: 'lufs',
  min: -70,
  max: 0,
  default: -14,
  doc: 'The loudness of the whole song.',
};

export const monoLoss: NumberParameter = {
  kind: 'number',
  path: 'mono loss',
  quantity: 'decibels',
  min: 0,
  max: 40,
  default: 3,
  doc: 'How much is lost where left and right are played as one.',
};
