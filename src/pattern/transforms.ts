// The transforms, by name. A new one is one file, its row here, and its test.

import { accent } from './transforms/accent.ts';
import { add } from './transforms/add.ts';
import { arpeggio } from './transforms/arpeggio.ts';
import { cat } from './transforms/cat.ts';
import { chord } from './transforms/chord.ts';
import { chords } from './transforms/chords.ts';
import { chunk } from './transforms/chunk.ts';
import { crescendo } from './transforms/crescendo.ts';
import { degree } from './transforms/degree.ts';
import { early } from './transforms/early.ts';
import { euclid } from './transforms/euclid.ts';
import { every } from './transforms/every.ts';
import { fast } from './transforms/fast.ts';
import { fill } from './transforms/fill.ts';
import { gain } from './transforms/gain.ts';
import { harmonize } from './transforms/harmonize.ts';
import { humanize } from './transforms/humanize.ts';
import { invert } from './transforms/invert.ts';
import { iter } from './transforms/iter.ts';
import { late } from './transforms/late.ts';
import { legato } from './transforms/legato.ts';
import { mask } from './transforms/mask.ts';
import { octave } from './transforms/octave.ts';
import { ply } from './transforms/ply.ts';
import { quantize } from './transforms/quantize.ts';
import { ratchet } from './transforms/ratchet.ts';
import { rev } from './transforms/rev.ts';
import { root } from './transforms/root.ts';
import { scale } from './transforms/scale.ts';
import { seq } from './transforms/seq.ts';
import { shift } from './transforms/shift.ts';
import { slow } from './transforms/slow.ts';
import { sometimes } from './transforms/sometimes.ts';
import { staccato } from './transforms/staccato.ts';
import { stack } from './transforms/stack.ts';
import { stretch } from './transforms/stretch.ts';
import { swing } from './transforms/swing.ts';
import type { Transform } from './transforms/transform.ts';
import { transpose } from './transforms/transpose.ts';
import { tuning } from './transforms/tuning.ts';
import { variation } from './transforms/variation.ts';
import { velocity } from './transforms/velocity.ts';
import { voicing } from './transforms/voicing.ts';

/** In the order of completion: what a song reaches for first, then what belongs together. */
export const transforms: readonly Transform[] = [
  chords,
  root,
  voicing,
  arpeggio,
  fast,
  slow,
  rev,
  transpose,
  octave,
  velocity,
  every,
  sometimes,
  humanize,
  swing,
  crescendo,
  gain,
  accent,
  legato,
  staccato,
  early,
  late,
  shift,
  quantize,
  stretch,
  cat,
  stack,
  seq,
  fill,
  mask,
  variation,
  ply,
  ratchet,
  euclid,
  chunk,
  iter,
  scale,
  degree,
  add,
  chord,
  invert,
  harmonize,
  tuning,
];

const byName = new Map(transforms.map((transform) => [transform.name, transform]));
for (const transform of transforms) if (transform.alias) byName.set(transform.alias, transform);

export const transformNamed = (name: string): Transform | undefined => byName.get(name);
