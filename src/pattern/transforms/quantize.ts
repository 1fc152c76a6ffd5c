// quantize: notes onto a grid.

import { fromNumber, lcm } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { eachNote } from '../notes.ts';
import { shareParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const quantize = transform({
  name: 'quantize',
  doc: 'Moves the begin of each note to the nearest such note value, or only part of the way. Lengths stay. What is nearest to the next bar begins there.',
  example: 'hook.quantize(1/16, 80%)',
  parameters: [
    { kind: 'time', name: 'to', doc: 'the note value', positive: true },
    shareParameter('strength', 'how much of the way', 1),
  ],
  apply: (of, [to, strength]) => {
    const part = fromNumber(strength, 100);
    const straight = within(lcm(of.grid, to.d));
    const step = (straight / to.d) * to.n;
    const grid = within(straight * part.d);
    return eachNote(of, { grid, reach: 1 }, (note) => {
      const begin = note.begin / part.d;
      const line = Math.min(straight, Math.round(begin / step) * step);
      const moved = begin * part.d + (line - begin) * part.n;
      return [{ ...note, begin: moved, end: moved + note.end - note.begin }];
    });
  },
});
