// How transforms are called, in words: for hover, completion, docs and problems.

import { written } from '../vocabulary/written.ts';
import type { NumberParameter, Parameter, Transform } from './transforms/transform.ts';

/** `every(bars, transform)`, `humanize(time, velocity = 0%)`, `cat(patterns...)`. */
export const signature = ({ name, parameters }: Transform): string =>
  parameters.length === 0 ? name : `${name}(${parameters.map(parameterInWords).join(', ')})`;

/** `times`, `share = 50%`, `patterns...`. */
export const parameterInWords = (parameter: Parameter): string => {
  const fallback = defaultInWords(parameter);
  const several = parameter.kind === 'pattern' && parameter.several ? '...' : '';
  return `${parameter.name}${several}${fallback === undefined ? '' : ` = ${fallback}`}`;
};

/** What holds where the parameter is left out, as it would be written; undefined where it must not be. */
export const defaultInWords = (parameter: Parameter): string | undefined => {
  switch (parameter.kind) {
    case 'time':
      if (parameter.optional !== undefined) return parameter.optional;
      return parameter.default && written(parameter.default.value, parameter.default.quantity);
    case 'number':
      return parameter.default && written(parameter.default.value, parameter.default.quantity);
    case 'choice':
      return parameter.default;
    case 'text':
      return parameter.optional;
    case 'range':
      return parameter.default.join('..');
    default:
      return undefined;
  }
};

/** What may be written for a parameter: `a whole number`, `up, down or random`. */
export const expected = (parameter: Parameter): string => {
  switch (parameter.kind) {
    case 'number':
      return numberInWords(parameter);
    case 'time':
      return 'a time (1/16, 1 beat, 2 bars, 20ms)';
    case 'interval':
      return 'an interval (+2 steps of the scale as a plain number, or +7st)';
    case 'choice':
      return `${parameter.choices.slice(0, -1).join(', ')} or ${parameter.choices.at(-1)}`;
    case 'text':
      return `words (${parameter.offers.slice(0, 3).join(', ')})`;
    case 'range':
      return `a range of notes (${parameter.default.join('..')})`;
    case 'pattern':
      return parameter.numbers ? 'a pattern or a number' : 'a pattern';
    case 'transform':
      return 'a transform (rev, fast(2))';
  }
};

/** A limit as it would be written. */
export const inUnit = (value: number, { quantities: [quantity = 'number'] }: NumberParameter): string => {
  if (quantity === 'number') return value > 0 && value < 1 ? `1/${Math.round(1 / value)}` : `${value}`;
  if (quantity === 'ratio') return `${value * 100}%`;
  return written(value, quantity);
};

const numberInWords = ({ quantities: [quantity = 'number'], whole }: NumberParameter): string => {
  if (whole) return 'a whole number';
  switch (quantity) {
    case 'ratio':
      return 'a share (50%)';
    case 'decibels':
      return 'a level in decibels (-6dB)';
    case 'semitones':
      return 'a number of semitones (+7st)';
    default:
      return 'a number';
  }
};
