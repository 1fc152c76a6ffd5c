// variation: the same line, told a little differently.

import { fromNumber, lcm } from '../../music/rational.ts';
import type { KeyScale } from '../../music/scale.ts';
import { drawAt, isWithin, pickOf, seedOf } from '../chance.ts';
import { within } from '../measures.ts';
import { eachNote, momentOf, type Played } from '../notes.ts';
import { stepped } from '../pitches.ts';
import { countParameter, shareParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const variation = transform({
  name: 'variation',
  doc: 'Varies the pattern: some of its notes go to a neighbour in key, are split in two, played softer or left out. Each number is another variation, the same at every repeat; the first beat of a bar is never left out.',
  example: 'hook.variation(2, 30%)',
  parameters: [
    countParameter('number', 'which variation', { min: 0, max: 1_000_000 }),
    shareParameter('amount', 'how many of the notes change, on average', 0.25),
  ],
  apply: (of, [number, amount], { seed, scale, bars }) => {
    const length = Math.max(1, Math.ceil(bars));
    const place = seedOf(seed, number);
    const share = fromNumber(amount);
    const grid = within(of.grid * 2);
    const change = { grid, period: within(lcm(of.period, length)), density: of.density * 2, reach: 0 };
    return eachNote(of, change, (note, cycle) => {
      const bar = ((cycle % length) + length) % length;
      const { n, d } = momentOf(note.begin, grid);
      const draw = (kind: number): number => drawAt(seedOf(place, kind), bar, n, d);
      return isWithin(draw(0), share) ? changed(note, (of) => pickOf(draw(1), of), scale) : [note];
    });
  },
});

/** @param pick one of so many, from 0 */
const changed = (note: Played, pick: (of: number) => number, scale: KeyScale): readonly Played[] => {
  const { begin, end, velocity } = note;
  const middle = (begin + end) / 2;
  const split = [
    { ...note, end: middle },
    { ...note, begin: middle, velocity: velocity * 0.75 },
  ];
  const softer = [{ ...note, velocity: velocity * 0.6 }];
  const gone: readonly Played[] = begin === 0 ? softer : [];
  const moved = (steps: number): readonly Played[] => [{ ...note, value: stepped(note.value, steps, scale) }];
  const { kind } = note.value;
  const ways =
    kind === 'note' || kind === 'degree'
      ? [moved(1), moved(-1), moved(1), moved(-1), split, softer, gone]
      : [split, split, softer, gone];
  return ways[pick(ways.length)]!;
};
