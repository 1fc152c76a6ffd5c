// scale: degrees as notes of a scale.

import { nearestDegree } from '../../music/scale.ts';
import { mapValues } from '../alter.ts';
import { noteOf, sounded } from '../pitches.ts';
import { scaleParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const scale = transform({
  name: 'scale',
  doc: 'Plays degrees in that scale, 0 being its tonic from c4 up. Notes move to the nearest note of it, the lower of two; chords and drum hits stay.',
  example: '"0 2 4 <7 -1>".scale(A minor)',
  parameters: [scaleParameter],
  apply: (of, [given]) =>
    mapValues(of, (value) =>
      value.kind === 'note' ? noteOf(nearestDegree(value.midi, given), given) : sounded(value, given),
    ),
});
