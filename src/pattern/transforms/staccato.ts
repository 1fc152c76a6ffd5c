// staccato: shorter notes.

import { fromNumber } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { eachNote } from '../notes.ts';
import { transform } from './transform.ts';

export const staccato = transform({
  name: 'staccato',
  doc: 'Plays each note for only that share of its length.',
  example: 'bassline.staccato(40%)',
  parameters: [
    {
      kind: 'number',
      name: 'share',
      doc: 'how much of its length is heard',
      quantities: ['ratio'],
      min: 0.01,
      max: 1,
      default: { value: 0.5, quantity: 'ratio' },
    },
  ],
  apply: (of, [share]) => {
    const { n, d } = fromNumber(share, 100);
    return eachNote(of, { grid: within(of.grid * d), reach: 0 }, ({ begin, end, ...note }) => [
      { ...note, begin, end: begin + ((end - begin) / d) * n },
    ]);
  },
});
