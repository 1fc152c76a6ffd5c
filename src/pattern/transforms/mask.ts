// mask: only some of the notes.

import { lcm } from '../../music/rational.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { within } from '../measures.ts';
import { filtered, soundingAt } from '../voices.ts';
import { transform } from './transform.ts';

export const mask = transform({
  name: 'mask',
  doc: 'Keeps the notes that begin where another pattern sounds: mask("1 1 0 1") leaves out the third quarter of each bar. A 0 or a rest is silent.',
  example: 'hats.mask("1 1 0 1")',
  parameters: [{ kind: 'pattern', name: 'where', doc: 'where it sounds, notes are kept: "1 0"' }],
  apply: (of, [{ pattern: where }]) => {
    const sounding = soundingAt(where);
    const change = { grid: where.grid, period: within(lcm(of.period, where.period)) };
    return filtered(of, change, (moment) => sounding(moment).some(isOn));
  },
});

/** Whatever sounds is on, but for a 0. */
export const isOn = ({ value }: { readonly value: AtomValue }): boolean =>
  value.kind !== 'degree' || value.degree !== 0;
