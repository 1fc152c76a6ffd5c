// accent: some notes louder.

import { lcm } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { gainOf, louder, soundingAt, voiced } from '../voices.ts';
import { isOn } from './mask.ts';
import { decibelsParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const accent = transform({
  name: 'accent',
  doc: 'Plays louder the notes that begin where another pattern sounds: accent("1 0 0 1"). A 0 or a rest leaves them as they are.',
  example: 'hats.accent("1 0 0 1", +4dB)',
  parameters: [
    { kind: 'pattern', name: 'where', doc: 'where it sounds, notes are accented: "1 0 0 1"' },
    { ...decibelsParameter('by', 'how much louder'), default: { value: 3, quantity: 'decibels' } },
  ],
  apply: (of, [{ pattern: where }, by]) => {
    const sounding = soundingAt(where);
    const factor = gainOf(by);
    const change = { grid: where.grid, period: within(lcm(of.period, where.period)) };
    return voiced(of, change, (moment) =>
      sounding(moment).some(isOn)
        ? [{ value: moment.value, velocity: louder(moment.velocity, factor) }]
        : [moment],
    );
  },
});
