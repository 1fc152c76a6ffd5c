// fast: more of a pattern in the same time.

import { fromNumber } from '../../music/rational.ts';
import { speed } from '../pattern.ts';
import { timesParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const fast = transform({
  name: 'fast',
  doc: 'Plays the pattern that many times as fast: fast(2) plays two bars of it in one.',
  example: 'bassline.fast(2)',
  parameters: [timesParameter],
  stretch: ([times]) => 1 / times,
  apply: (of, [times]) => speed(of, fromNumber(times)),
});
