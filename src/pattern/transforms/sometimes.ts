// sometimes: a transform on a share of the notes, or of the bars, by chance.

import { fromNumber } from '../../music/rational.ts';
import { drawAt, isWithin } from '../chance.ts';
import { endless, momentOf } from '../notes.ts';
import { type Pattern, stack } from '../pattern.ts';
import { filtered, type Moment } from '../voices.ts';
import { shareParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const sometimes = transform({
  name: 'sometimes',
  doc: 'Applies a transform to that share of the notes, drawn from the seed of the song; notes that begin together are drawn together. With bars as the last word whole bars are drawn.',
  example: 'hats.sometimes(30%, velocity(40%))',
  parameters: [
    shareParameter('share', 'how many of the notes, on average'),
    { kind: 'transform', name: 'transform', doc: 'what to do with them: rev, octave(1)' },
    {
      kind: 'choice',
      name: 'of',
      doc: 'what is drawn: single notes, or bars',
      choices: ['notes', 'bars'],
      default: 'notes',
    },
  ],
  apply: (of, [share, change, drawn], { seed }) => {
    const part = fromNumber(share);
    if (part.n === 0) return of;
    if (part.n === part.d) return change(of);
    if (drawn === 'bars') return inSomeBars(of, change(of), (cycle) => isWithin(drawAt(seed, cycle), part));
    const isDrawn = ({ cycle, tick, grid }: Moment): boolean => {
      const { n, d } = momentOf(tick, grid);
      return isWithin(drawAt(seed, cycle, n, d), part);
    };
    const rest = filtered(of, { period: endless }, (moment) => !isDrawn(moment));
    return stack([rest, change(filtered(of, { period: endless }, isDrawn))]);
  },
});

const inSomeBars = (of: Pattern, changed: Pattern, isDrawn: (cycle: number) => boolean): Pattern => {
  // Their measures are those of both together.
  const both = stack([of, changed]);
  return {
    ...both,
    period: endless,
    density: Math.max(of.density, changed.density),
    play: (cycle, ...window) => (isDrawn(cycle) ? changed : of).play(cycle, ...window),
  };
};
