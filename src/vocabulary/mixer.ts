// The parameters that every strip and every song has, as rows of the same kind as those of the effects.

import type { NumberParameter } from './parameter.ts';

export const level: NumberParameter = {
  kind: 'number',
  path: 'level',
  quantity: 'decibels',
  min: -100,
  max: 12,
  default: 0,
  doc: 'The fader: what the strip passes on.',
};

export const pan: NumberParameter = {
  kind: 'number',
  path: 'pan',
  quantity: 'pan',
  min: -1,
  max: 1,
  default: 0,
  doc: 'The place between the speakers: `20% left`, `35% right`, `centre`.',
};

export const sendLevel: NumberParameter = {
  kind: 'number',
  path: 'send',
  quantity: 'decibels',
  min: -100,
  max: 12,
  default: 0,
  doc: 'How much of the track, after its fader, goes to the bus.',
};

export const tempo: NumberParameter = {
  kind: 'number',
  path: 'tempo',
  quantity: 'bpm',
  min: 20,
  max: 400,
  default: 120,
  doc: 'Quarter notes a minute.',
};

export const sectionBars: NumberParameter = {
  kind: 'number',
  path: 'bars',
  quantity: 'bars',
  min: 1,
  max: 1000,
  default: 8,
  doc: 'How long the section is.',
};

export const repeats: NumberParameter = {
  kind: 'number',
  path: 'repeats',
  quantity: 'number',
  min: 1,
  max: 100,
  default: 1,
  doc: 'How often the section plays.',
};
