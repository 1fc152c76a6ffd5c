// fast: more of a pattern in the same time.

import type { Rational } from '../../song/time.ts';
import { speed } from '../pattern.ts';
import { timesParameter } from './parameters.ts';
import type { Transform } from './transform.ts';

export const fast: Transform = {
  name: 'fast',
  doc: 'Plays the pattern that many times as fast: fast(2) plays two bars of it in one.',
  example: 'bassline.fast(2)',
  parameters: [timesParameter],
  apply: (of, times) => speed(of, times as Rational),
};
