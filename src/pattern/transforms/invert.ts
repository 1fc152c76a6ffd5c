// invert: chords turned over.

import type { AtomValue } from '../../song/pattern.ts';
import { mapValues } from '../alter.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const invert = transform({
  name: 'invert',
  doc: 'Inverts chords: the lowest note goes up an octave, that many times; where negative the highest goes down. Single notes and hits stay.',
  example: 'verse_p.invert(1)',
  parameters: [
    countParameter('times', 'how many notes are turned over', { min: -12, max: 12, byDefault: 1 }),
  ],
  apply: (of, [times]) => mapValues(of, (value) => inverted(value, times)),
});

const inverted = (value: AtomValue, times: number): AtomValue => {
  if (value.kind !== 'chord' || value.midi.length === 0) return value;
  const midi = [...value.midi].sort((a, b) => a - b);
  for (let turn = 0; turn < times; turn += 1) midi.push(above(midi.shift()!, midi.at(-1)));
  for (let turn = 0; turn > times; turn -= 1) midi.unshift(below(midi.pop()!, midi[0]));
  return { ...value, midi };
};

// A chord wider than an octave needs more than one, to stand on the other side of the rest.
const above = (note: number, top = note): number => note + 12 * Math.max(1, Math.ceil((top - note) / 12));
const below = (note: number, bottom = note): number =>
  note - 12 * Math.max(1, Math.ceil((note - bottom) / 12));
