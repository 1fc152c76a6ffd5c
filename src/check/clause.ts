// A clause: one thing that a song says must hold of it, and whether it does. Rules find what a producer would
// raise; clauses are what the song itself asks for in brief, expect and deliver.

import type { SourceId } from '../song/origin.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Measured } from './measured.ts';

export interface Clause {
  /** As the song says it: `expect chorus louder than verse by 1.5 LU`. */
  readonly name: string;
  /** Where it stands. */
  readonly id: SourceId;
  /** Whether it takes the sound, or can be told from the notes. */
  readonly needs: 'notes' | 'sound';
  judge(heard: Heard): Verdict;
}

export interface Heard {
  readonly song: Song;
  readonly timeline: Timeline;
  /** Present for clauses that need the sound. */
  readonly measured?: Measured;
}

export interface Verdict {
  readonly holds: boolean;
  /** What was found, with its figures; where it does not hold, what to do. */
  readonly message: string;
}

export const holds = (message: string): Verdict => ({ holds: true, message });

export const fails = (message: string): Verdict => ({ holds: false, message });

/** @throws Error where a clause that needs the sound was not given it: a caller's bug */
export const soundOf = ({ measured }: Heard): Measured => {
  if (!measured) throw new Error('this clause needs the sound measured');
  return measured;
};
