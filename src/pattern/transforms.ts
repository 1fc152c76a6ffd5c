// The transforms, by name. A new one is one file, its row here, and its test.

import { chords } from './transforms/chords.ts';
import { early } from './transforms/early.ts';
import { every } from './transforms/every.ts';
import { fast } from './transforms/fast.ts';
import { late } from './transforms/late.ts';
import { octave } from './transforms/octave.ts';
import { rev } from './transforms/rev.ts';
import { root } from './transforms/root.ts';
import { slow } from './transforms/slow.ts';
import type { Transform } from './transforms/transform.ts';
import { transpose } from './transforms/transpose.ts';
import { velocity } from './transforms/velocity.ts';

/** In the order of completion: what a song reaches for first. */
export const transforms: readonly Transform[] = [
  chords,
  root,
  fast,
  slow,
  rev,
  transpose,
  octave,
  velocity,
  early,
  late,
  every,
];

const byName = new Map(transforms.map((transform) => [transform.name, transform]));

export const transformNamed = (name: string): Transform | undefined => byName.get(name);
