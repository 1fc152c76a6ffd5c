// ply: each note several times in its own time.

import { within } from '../measures.ts';
import { eachNote } from '../notes.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const ply = transform({
  name: 'ply',
  doc: 'Plays each note that many times in the time that it has.',
  example: 'bassline.ply(2)',
  parameters: [countParameter('times', 'how often each note', { max: 64 })],
  apply: (of, [times]) =>
    eachNote(
      of,
      { grid: within(of.grid * times), density: of.density * times, reach: 0 },
      ({ begin, end, ...note }) => {
        const length = (end - begin) / times;
        return Array.from({ length: times }, (_, index) => ({
          ...note,
          begin: begin + index * length,
          end: begin + (index + 1) * length,
        }));
      },
    ),
});
