// octave: up or down by octaves.

import { toNumber } from '../../music/rational.ts';
import type { Rational } from '../../song/time.ts';
import { mapValues } from '../alter.ts';
import type { Transform } from './transform.ts';
import { transposed } from './transpose.ts';

export const octave: Transform = {
  name: 'octave',
  doc: 'Moves notes and chords up (+1) or down (-1) by octaves. Drum hits stay.',
  example: 'hook.octave(-1)',
  parameters: [
    {
      kind: 'number',
      name: 'by',
      doc: 'octaves up, or down where negative',
      quantities: ['number'],
      min: -5,
      max: 5,
      whole: true,
    },
  ],
  apply: (of, by) => mapValues(of, transposed(12 * toNumber(by as Rational))),
};
