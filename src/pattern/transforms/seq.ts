// seq: patterns one after another in each bar.

import { barsTogether } from '../bars.ts';
import { sequence } from '../pattern.ts';
import { transform } from './transform.ts';

export const seq = transform({
  name: 'seq',
  doc: 'Plays one bar of each pattern in the time of one: two patterns take half a bar each, three a third.',
  example: 'seq(bassline, "c4 e4", hook)',
  parameters: [{ kind: 'pattern', name: 'patterns', doc: 'what follows', several: true }],
  standsAlone: true,
  lasts: (bars, [others]) => others.map((other) => other.bars).reduce(barsTogether, bars),
  apply: (of, [others]) =>
    sequence([of, ...others.map(({ pattern }) => pattern)].map((pattern) => ({ of: pattern, weight: 1 }))),
});
