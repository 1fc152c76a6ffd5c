// Parameters that several transforms share.

import { commonModes, type KeyScale, modeNamed, scaleOf } from '../../music/scale.ts';
import { nearest } from '../../song/nearest.ts';
import { limits } from '../mini/limits.ts';
import type { NumberParameter, TextParameter } from './transform.ts';

/** How many times as fast or slow. */
export const timesParameter = {
  kind: 'number',
  name: 'times',
  doc: 'how many times as fast or slow',
  // `3/2` is written as a note value.
  quantities: ['number', 'ratio', 'notes'],
  min: 1 / limits.count,
  max: limits.count,
} as const;

export const byTimeParameter = {
  kind: 'time',
  name: 'by',
  doc: 'by how much: 1/16, 1 beat, 2 bars, 20ms',
} as const;

/** A share of all, such as the notes that something happens to. */
export const shareParameter = <Value extends number>(
  name: string,
  doc: string,
  byDefault?: Value,
): NumberParameter => ({
  kind: 'number',
  name,
  doc,
  quantities: ['ratio'],
  min: 0,
  max: 1,
  ...(byDefault !== undefined && { default: { value: byDefault, quantity: 'ratio' } }),
});

/** A level in decibels that makes velocities softer or louder. */
export const decibelsParameter = (name: string, doc: string): NumberParameter => ({
  kind: 'number',
  name,
  doc,
  quantities: ['decibels'],
  min: -60,
  max: 24,
});

/** A whole number of something. */
export const countParameter = (
  name: string,
  doc: string,
  { min = 1, max = limits.count, byDefault }: { min?: number; max?: number; byDefault?: number } = {},
): NumberParameter => ({
  kind: 'number',
  name,
  doc,
  quantities: ['number'],
  min,
  max,
  whole: true,
  ...(byDefault !== undefined && { default: { value: byDefault, quantity: 'number' } }),
});

const readScale: TextParameter<KeyScale>['read'] = (text) => {
  // Tidal and Strudel write `A:minor`.
  const [, tonic = '', mode = ''] = /^\s*(\S+?)(?:[\s:]+(.*?))?\s*$/.exec(text) ?? [];
  const meaning = scaleOf({ tonic, mode: mode === '' ? 'major' : mode });
  if (meaning) return { meaning };
  const close = nearest(mode, commonModes);
  if (modeNamed(mode) === undefined && close && scaleOf({ tonic, mode: close }))
    return {
      message: `"${text}" is no scale. Did you mean ${tonic} ${close}?`,
      instead: `${tonic} ${close}`,
    };
  return { message: `"${text}" is no scale. Write a tonic and a mode, such as A minor or F# dorian.` };
};

const scaleOffers = ['C', 'G', 'D', 'A', 'E', 'F', 'Bb', 'Eb'].flatMap((tonic) =>
  ['major', 'minor'].map((mode) => `${tonic} ${mode}`),
);

export const scaleParameter = {
  kind: 'text',
  name: 'scale',
  doc: 'a tonic and a mode, such as A minor',
  offers: scaleOffers,
  read: readScale,
} as const satisfies TextParameter<KeyScale>;

/** The scale in which a transform counts its steps. */
export const inScaleParameter = {
  ...scaleParameter,
  doc: 'the scale that it counts in, such as A minor',
  optional: 'the key of the song',
} as const satisfies TextParameter<KeyScale>;
