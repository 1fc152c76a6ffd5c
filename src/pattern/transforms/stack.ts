// stack: patterns at once.

import { barsTogether } from '../bars.ts';
import { stack as atOnce } from '../pattern.ts';
import { transform } from './transform.ts';

export const stack = transform({
  name: 'stack',
  doc: 'Plays patterns at the same time.',
  example: 'hook.stack("a2 ~ e2 ~")',
  parameters: [{ kind: 'pattern', name: 'patterns', doc: 'what sounds with it', several: true }],
  standsAlone: true,
  lasts: (bars, [others]) => others.map((other) => other.bars).reduce(barsTogether, bars),
  apply: (of, [others]) => atOnce([of, ...others.map(({ pattern }) => pattern)]),
});
