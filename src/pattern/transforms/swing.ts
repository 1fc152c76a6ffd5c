// swing: the second of each two notes late.

import { fromNumber, lcm } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { eachNote } from '../notes.ts';
import type { Pattern } from '../pattern.ts';
import { transform } from './transform.ts';

export const swing = transform({
  name: 'swing',
  doc: 'Of each two such notes the second comes when that share of both has passed: 50% is straight, 66% a triplet. What lies between moves along. A pair that the bar has no room for stays straight.',
  example: 'hats.swing(58%, 1/16)',
  parameters: [
    {
      kind: 'number',
      name: 'amount',
      doc: 'when the second note comes, as a share of both',
      quantities: ['ratio'],
      min: 0.5,
      max: 0.8,
    },
    {
      kind: 'time',
      name: 'of',
      doc: 'the notes that swing',
      positive: true,
      default: { value: 1 / 16, quantity: 'notes' },
    },
  ],
  apply: (of, [amount, { n, d }]): Pattern => {
    const { n: share, d: all } = fromNumber(amount, 1000);
    const straight = within(lcm(of.grid, d));
    const half = (straight / d) * n;
    const grid = within(straight * all);
    // From ticks of the straight grid to those of a grid so much finer that each place falls on a tick.
    const swung = (tick: number): number => {
      const bar = Math.floor(tick / straight);
      const inBar = tick - bar * straight;
      const pair = Math.floor(inBar / (2 * half)) * 2 * half;
      if (pair + 2 * half > straight) return tick * all;
      const inPair = inBar - pair;
      const moved =
        inPair < half ? inPair * 2 * share : half * 2 * share + (inPair - half) * 2 * (all - share);
      return (bar * straight + pair) * all + moved;
    };
    return eachNote(of, { grid, reach: 0 }, (note) => [
      { ...note, begin: swung(note.begin / all), end: swung(note.end / all) },
    ]);
  },
});
