// root: the bass line of a progression.

import { pitchClass } from '../../music/pitch.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { mapValues } from '../alter.ts';
import { noteOf } from '../pitches.ts';
import { transform } from './transform.ts';

export const root = transform({
  name: 'root',
  doc: 'The bass note of each chord, from c2 to b2: its root, or what stands behind its slash. Notes and hits stay.',
  example: 'verse_p.root',
  parameters: [],
  apply: (of) => mapValues(of, bassOf),
});

const lowest = 36;

const bassOf = (value: AtomValue): AtomValue =>
  value.kind === 'chord' && value.midi.length > 0 ? noteOf(lowest + pitchClass(value.midi[0]!)) : value;
