// Parameters that several transforms share.

import { limits } from '../mini/limits.ts';
import type { NumberParameter, TimeParameter } from './transform.ts';

/** How many times as fast or slow. */
export const timesParameter: NumberParameter = {
  kind: 'number',
  name: 'times',
  doc: 'how many times as fast or slow',
  quantities: ['number', 'ratio'],
  min: 1 / limits.count,
  max: limits.count,
};

export const byTimeParameter: TimeParameter = {
  kind: 'time',
  name: 'by',
  doc: 'by how much: 1/16, 1 beat, 2 bars',
};
