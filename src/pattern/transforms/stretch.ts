// stretch: a pattern made to fill so much time.

import { divide, fromNumber, toNumber } from '../../music/rational.ts';
import { speed } from '../pattern.ts';
import { transform } from './transform.ts';

export const stretch = transform({
  name: 'stretch',
  doc: 'Plays the whole pattern in that time, however many bars it is written for: a line of four bars, stretched to 8 bars, is half as fast.',
  example: 'bassline.stretch(2 bars)',
  parameters: [{ kind: 'time', name: 'to', doc: 'how long all of it lasts', positive: true }],
  lasts: (_bars, [to]) => toNumber(to),
  apply: (of, [to], { bars }) => speed(of, divide(fromNumber(bars), to)),
});
