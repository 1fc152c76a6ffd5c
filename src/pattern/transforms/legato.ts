// legato: each note held to the next.

import { fromNumber } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { notesOf, remade, together } from '../notes.ts';
import { transform } from './transform.ts';

export const legato = transform({
  name: 'legato',
  doc: 'Holds each note until the next begins, over rests and bar lines, or for that share of the way; beyond 100% it sounds on into the next, by a bar at most. A rest is held through for 16 bars at most.',
  example: 'bassline.legato(95%)',
  parameters: [
    {
      kind: 'number',
      name: 'share',
      doc: 'how much of the way to the next note',
      quantities: ['ratio'],
      min: 0.01,
      max: 2,
      default: { value: 1, quantity: 'ratio' },
    },
  ],
  apply: (of, [share]) => {
    const part = fromNumber(share, 100);
    const grid = within(of.grid * part.d);
    const farthest = Math.min(of.period, longestRest);
    const notes = notesOf(of);
    const firstAfter = (cycle: number): number => {
      for (let away = 1; away <= farthest; away += 1) {
        const [first] = notes.begunIn(cycle + away);
        if (first) return away * grid + first.begin * part.d;
      }
      return farthest * grid;
    };
    // What sounds in a bar begins where the last note before it does: the bar before may be sounded into
    // from one that begins before that.
    const firstHeardIn = (cycle: number): number => {
      for (let away = 2; away <= farthest; away += 1) {
        if (notes.begunIn(cycle - away).length > 0) return cycle - away;
      }
      return cycle - farthest - 1;
    };
    const change = { grid, extent: Math.max(of.extent, farthest + 1), reach: 0, firstHeardIn };
    return remade(of, change, (begun, cycle) => {
      const groups = together(begun);
      return groups.flatMap((group, index) => {
        const { begin } = group[0]!;
        const next = groups[index + 1]?.[0]?.begin ?? firstAfter(cycle);
        const end = Math.min(begin + ((next - begin) / part.d) * part.n, next + grid);
        return group.map((note) => ({ ...note, end }));
      });
    });
  },
});

const longestRest = 16;
