// octave: up or down by octaves.

import { mapValues } from '../alter.ts';
import { transposed } from '../pitches.ts';
import { transform } from './transform.ts';

export const octave = transform({
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
  apply: (of, [by]) => mapValues(of, (value) => transposed(value, 12 * by)),
});
