// chunk: a transform on one part of each bar, the next part in the next bar.

import { lcm, rational } from '../../music/rational.ts';
import { spliced } from '../alter.ts';
import { commonGrid, commonPeriod, within } from '../measures.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const chunk = transform({
  name: 'chunk',
  doc: 'Cuts each bar into that many parts and applies a transform to one of them: to the first part in the first bar, to the second part in the second, and so on.',
  example: 'hook.chunk(4, octave(+1))',
  parameters: [
    countParameter('parts', 'into how many parts', { max: 64 }),
    { kind: 'transform', name: 'transform', doc: 'what to do there: rev, octave(+1)' },
  ],
  apply: (of, [parts, change]) => {
    const changed = change(of);
    return spliced(
      of,
      (cycle) => {
        const part = ((cycle % parts) + parts) % parts;
        return { of: changed, cycle, from: rational(part, parts), to: rational(part + 1, parts) };
      },
      {
        grid: within(lcm(commonGrid([of, changed]), parts)),
        period: within(lcm(commonPeriod([of, changed]), parts)),
        extent: Math.max(of.extent, changed.extent),
        density: of.density + changed.density,
      },
    );
  },
});
