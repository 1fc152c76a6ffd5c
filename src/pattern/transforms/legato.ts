// legato: each note held to the next.

import { fromNumber } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { notesOf, remade, together } from '../notes.ts';
import { transform } from './transform.ts';

export const legato = transform({
  name: 'legato',
  doc: 'Holds each note until the next begins, over rests and bar lines, or for that share of the way; beyond 100% notes overlap. A rest is held through for 16 bars at most.',
  example: 'bassline.legato(95%)',
  parameters: [
    {
      kind: 'number',
      name: 'share',
      doc: 'how much of the way to the next note',
      quantities: ['ratio'],
      min: 0.01,
      max: 4,
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
    const reach = Math.ceil(farthest * Math.max(1, share)) + 1;
    return remade(of, { grid, extent: Math.max(of.extent, reach), reach }, (begun, cycle) => {
      const groups = together(begun);
      return groups.flatMap((group, index) => {
        const { begin } = group[0]!;
        const next = groups[index + 1]?.[0]?.begin ?? firstAfter(cycle);
        const end = begin + ((next - begin) / part.d) * part.n;
        return group.map((note) => ({ ...note, end }));
      });
    });
  },
});

const longestRest = 16;
