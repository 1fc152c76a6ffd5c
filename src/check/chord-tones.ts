// The pitch classes of the chord symbols that sound in each bar: what a note may belong to.

import { pitchClass } from '../music/pitch.ts';
import { floor, toNumber } from '../music/rational.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { heardIn } from './heard.ts';
import type { CheckContext } from './rule.ts';

export type ChordTones = ReadonlyMap<number, ReadonlySet<number>>;

export const chordTonesByBar = (context: CheckContext): ChordTones => {
  const before = known.get(context.timeline);
  if (before) return before;
  const tones = new Map<number, Set<number>>();
  for (const note of heardIn(context).chords.flat()) {
    const first = floor(note.start);
    const end = toNumber(note.start) + toNumber(note.length);
    for (let bar = first; bar === first || bar < end; bar++) {
      const ofBar = tones.get(bar);
      if (ofBar) ofBar.add(pitchClass(note.midi));
      else tones.set(bar, new Set([pitchClass(note.midi)]));
    }
  }
  known.set(context.timeline, tones);
  return tones;
};

const known = new WeakMap<Timeline, ChordTones>();
