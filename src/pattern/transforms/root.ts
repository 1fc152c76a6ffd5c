// root: the bass line of a progression.

import { noteName, pitchClass } from '../../music/pitch.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { mapValues } from '../alter.ts';
import type { Transform } from './transform.ts';

export const root: Transform = {
  name: 'root',
  doc: 'The bass note of each chord, from c2 to b2: its root, or what stands behind its slash. Notes and hits stay.',
  example: 'verse_p.root',
  parameters: [],
  apply: (of) => mapValues(of, bassOf),
};

const lowest = 36;

const bassOf = (value: AtomValue): AtomValue => {
  if (value.kind !== 'chord') return value;
  const midi = lowest + pitchClass(value.midi[0]!);
  return { kind: 'note', midi, name: noteName(midi) };
};
