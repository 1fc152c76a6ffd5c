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

export const panLaw: NumberParameter = {
  kind: 'number',
  path: 'panLaw',
  quantity: 'decibels',
  min: -6,
  max: -3,
  default: -3,
  doc: 'What a mono sound in the middle loses on each side: -3dB shares it out by equal power, as Tone.js does; at -6dB both sides add up to the same everywhere, as a mono speaker hears it; -4.5dB lies between. At a side it loses nothing.',
};

export const sendLevel: NumberParameter = {
  kind: 'number',
  path: 'send',
  quantity: 'decibels',
  min: -100,
  max: 12,
  default: 0,
  doc: 'How much goes to the bus: after the fader, or before it with `pre`.',
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

/** How long a ramp of the tempo takes. */
export const rampLength: Readonly<Record<'bars' | 'beats', NumberParameter>> = {
  bars: {
    kind: 'number',
    path: 'over',
    quantity: 'bars',
    min: 0.0625,
    max: 1000,
    default: 2,
    doc: 'How long the ramp takes.',
  },
  beats: {
    kind: 'number',
    path: 'over',
    quantity: 'beats',
    min: 0.0625,
    max: 4000,
    default: 4,
    doc: 'How long the ramp takes.',
  },
};

export const swingAmount: NumberParameter = {
  kind: 'number',
  path: 'swing',
  quantity: 'ratio',
  min: 0.5,
  max: 0.8,
  default: 0.56,
  doc: 'How much of two notes has passed when the second one comes: 50% is straight, 66.7% a triplet feel.',
};

export const swingOf: NumberParameter = {
  kind: 'number',
  path: 'swing',
  quantity: 'notes',
  min: 1 / 64,
  max: 1 / 2,
  default: 1 / 16,
  doc: 'The notes that swing.',
};
