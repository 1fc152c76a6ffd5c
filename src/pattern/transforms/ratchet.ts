// ratchet: notes broken into quick repeats that die away.

import { fromNumber } from '../../music/rational.ts';
import { drawAt, isWithin } from '../chance.ts';
import { within } from '../measures.ts';
import { eachNote, endless, momentOf } from '../notes.ts';
import { countParameter, shareParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const ratchet = transform({
  name: 'ratchet',
  doc: 'Breaks notes into that many quick repeats, each softer than the one before. With a share only so many of the notes are broken, drawn from the seed of the song.',
  example: 'hats.ratchet(3, 25%)',
  parameters: [
    countParameter('times', 'how many repeats', { min: 2, max: 64 }),
    shareParameter('share', 'how many of the notes, on average', 1),
    shareParameter('last', 'velocity of the last repeat, of that of the first', 0.5),
  ],
  apply: (of, [times, share, last], { seed }) => {
    const part = fromNumber(share);
    const grid = within(of.grid * times);
    const change = {
      grid,
      density: of.density * times,
      period: part.n === part.d ? of.period : endless,
      reach: 0,
    };
    return eachNote(of, change, (note, cycle) => {
      const { n, d } = momentOf(note.begin, grid);
      if (!isWithin(drawAt(seed, cycle, n, d), part)) return [note];
      const length = (note.end - note.begin) / times;
      return Array.from({ length: times }, (_, index) => ({
        ...note,
        begin: note.begin + index * length,
        end: note.begin + (index + 1) * length,
        velocity: note.velocity * (1 + ((last - 1) * index) / (times - 1)),
      }));
    });
  },
});
