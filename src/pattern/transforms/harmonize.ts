// harmonize: a second voice.

import { stepped, transposed } from '../pitches.ts';
import { louder, voiced } from '../voices.ts';
import { inScaleParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const harmonize = transform({
  name: 'harmonize',
  doc: 'Adds a second voice: a plain number counts steps of the scale, so that +2 is a third above in key and -5 a sixth below; +7st is always a fifth.',
  example: 'hook.harmonize(+2, 70%)',
  parameters: [
    { kind: 'interval', name: 'interval', doc: 'how far above, or below where negative: +2, -5, +7st' },
    {
      kind: 'number',
      name: 'velocity',
      doc: 'velocity of the second voice, of that of the first',
      quantities: ['ratio'],
      min: 0,
      max: 2,
      default: { value: 1, quantity: 'ratio' },
    },
    inScaleParameter,
  ],
  apply: (of, [interval, level, given], { scale }) =>
    voiced(of, { most: 2 }, (moment) => {
      if (moment.value.kind === 'hit') return [moment];
      const value =
        'steps' in interval
          ? stepped(moment.value, interval.steps, given ?? scale)
          : transposed(moment.value, interval.semitones);
      return [moment, { value, velocity: louder(moment.velocity, level) }];
    }),
});
