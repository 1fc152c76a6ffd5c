// slow: less of a pattern in the same time.

import { divide, fromNumber, one } from '../../music/rational.ts';
import { speed } from '../pattern.ts';
import { timesParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const slow = transform({
  name: 'slow',
  doc: 'Plays the pattern that many times as slow: slow(2) spreads one bar of it over two.',
  example: 'verse_p.slow(2)',
  parameters: [timesParameter],
  stretch: ([times]) => times,
  apply: (of, [times]) => speed(of, divide(one, fromNumber(times))),
});
