// transpose: up or down by semitones.

import { mapValues } from '../alter.ts';
import { transposed } from '../pitches.ts';
import { transform } from './transform.ts';

export const transpose = transform({
  name: 'transpose',
  doc: 'Moves notes and chords up (+7st) or down (-12st) by semitones. Drum hits stay.',
  example: 'hook.transpose(+7st)',
  parameters: [
    {
      kind: 'number',
      name: 'by',
      doc: 'semitones up, or down where negative',
      quantities: ['semitones'],
      min: -60,
      max: 60,
    },
  ],
  apply: (of, [by]) => mapValues(of, (value) => transposed(value, by)),
});
