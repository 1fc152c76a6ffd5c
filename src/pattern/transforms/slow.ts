// slow: less of a pattern in the same time.

import { divide, one } from '../../music/rational.ts';
import type { Rational } from '../../song/time.ts';
import { speed } from '../pattern.ts';
import { timesParameter } from './parameters.ts';
import type { Transform } from './transform.ts';

export const slow: Transform = {
  name: 'slow',
  doc: 'Plays the pattern that many times as slow: slow(2) spreads one bar of it over two.',
  example: 'verse_p.slow(2)',
  parameters: [timesParameter],
  apply: (of, times) => speed(of, divide(one, times as Rational)),
};
