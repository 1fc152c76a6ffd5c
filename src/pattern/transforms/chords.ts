// chords: a progression as chords.

import { transform } from './transform.ts';

export const chords = transform({
  name: 'chords',
  doc: 'Plays each chord of a progression for as long as it stands, in close position around c4, with a slash bass below.',
  example: 'verse_p.chords',
  parameters: [],
  // A chord symbol is read as its close position, so that a progression sounds without being voiced.
  apply: (of) => of,
});
