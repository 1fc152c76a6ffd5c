// humanize: a player's small slips in time and touch.

import { toNumber } from '../../music/rational.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { drawAt, seedOf, shareOf, textPlace } from '../chance.ts';
import { within } from '../measures.ts';
import { eachNote, endless, momentOf } from '../notes.ts';
import type { Pattern } from '../pattern.ts';
import { louder } from '../voices.ts';
import { shareParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const humanize = transform({
  name: 'humanize',
  doc: 'Plays each note up to that much earlier or later, and up to that share softer or louder: drawn from the seed of the song, small slips more often than large ones. No note leaves its bar.',
  example: 'hook.humanize(8ms, 6%)',
  parameters: [
    { kind: 'time', name: 'time', doc: 'the most that a note is early or late: 8ms, 1/64' },
    shareParameter('velocity', 'the most that a note is softer or louder', 0),
  ],
  apply: (of, [time, velocity], { seed }): Pattern => {
    const grid = within(of.grid * Math.ceil(finest / of.grid));
    const farthest = Math.abs(toNumber(time)) * grid;
    return eachNote(of, { grid, period: endless, reach: 1 }, (note, cycle) => {
      const { n, d } = momentOf(note.begin, grid);
      const place = seedOf(seed, textPlace(textOf(note.value)));
      const slip = (kind: number): number => {
        const draw = (turn: number): number => shareOf(drawAt(seedOf(place, 2 * kind + turn), cycle, n, d));
        return draw(0) + draw(1) - 1;
      };
      // The first beat of a part must not be lost before its start, nor the last behind its end.
      const begin = Math.min(grid - 1, Math.max(0, note.begin + Math.round(slip(0) * farthest)));
      return [
        {
          ...note,
          begin,
          end: begin + note.end - note.begin,
          velocity: louder(note.velocity, 1 + slip(1) * velocity),
        },
      ];
    });
  },
});

/** Ticks in a bar to which a slip is rounded: less than a tenth of a millisecond. */
const finest = 2 ** 15;

/** What sets two notes at one moment apart. */
const textOf = (value: AtomValue): string => {
  switch (value.kind) {
    case 'note':
      return String(value.midi);
    case 'chord':
      return value.symbol;
    case 'degree':
      return `${value.degree} ${value.alter}`;
    case 'hit':
      return value.name;
  }
};
