// transpose: up or down by semitones.

import { noteName } from '../../music/pitch.ts';
import { toNumber } from '../../music/rational.ts';
import type { AtomValue } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { mapValues } from '../alter.ts';
import type { Transform } from './transform.ts';

export const transpose: Transform = {
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
  apply: (of, by) => mapValues(of, transposed(toNumber(by as Rational))),
};

/** Moves what has a pitch. A chord keeps its symbol as written; its notes move. */
export const transposed =
  (semitones: number) =>
  (value: AtomValue): AtomValue => {
    switch (value.kind) {
      case 'degree':
        return { ...value, alter: value.alter + semitones };
      case 'note':
        return { kind: 'note', midi: value.midi + semitones, name: noteName(value.midi + semitones) };
      case 'chord':
        return { ...value, midi: value.midi.map((midi) => midi + semitones) };
      case 'hit':
        return value;
    }
  };
