// degree: up or down by steps of a scale.

import { mapValues } from '../alter.ts';
import { stepped } from '../pitches.ts';
import { countParameter, inScaleParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const degree = transform({
  name: 'degree',
  doc: 'Moves notes and chords up (+2) or down (-1) by steps of the scale, so that they stay in key: +2 plays everything a third higher.',
  example: 'hook.degree(+2)',
  parameters: [
    countParameter('steps', 'steps up, or down where negative', { min: -60, max: 60 }),
    inScaleParameter,
  ],
  apply: (of, [steps, given], context) =>
    mapValues(of, (value) => stepped(value, steps, given ?? context.scale)),
});
