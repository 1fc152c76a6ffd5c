// What a session is made of: a language, a layout, checks, a compiler, and a way to recorded sound.

import type { Program } from '../engine/program.ts';
import type { Sounds } from '../engine/sounds/sounds.ts';
import type { SoundFault } from '../engine/sounds/store.ts';
import type { Language, Reading } from '../languages/language.ts';
import type { Origins } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** What a session is made of; `songParts` of song-parts.ts is the real thing. */
export interface SessionParts {
  readonly language: Pick<Language, 'edit'>;
  /** What a text says, with what it imports. Never throws, whatever the text. */
  read(text: string): Reading;
  layOut(song: Song): Timeline;
  /** `fault` is told of what went wrong in a check itself: a mistake of ours, never the song's. */
  check(
    song: Song,
    timeline: Timeline,
    origins: Origins,
    fault: (message: string) => void,
    coming?: ReadonlySet<string>,
  ): readonly Problem[];
  compile(song: Song, timeline: Timeline, sampleRate: number, sounds?: Sounds): Program;
  /** Recorded sound; none where the host has no way to it. */
  readonly sounds?: SongSounds;
  readonly sampleRate: number;
}

/** The recorded sound that songs play: what has come, and a way to bring the rest (`SoundStore`). */
export interface SongSounds extends Sounds {
  /** Resolves, when all is there or known to be missing, with whether anything is new. */
  bring(song: Song, timeline: Timeline): Promise<boolean>;
  faults(song: Song, timeline: Timeline): readonly SoundFault[];
  /** What is not there yet, and not known to be missing: as the song names it. */
  coming(song: Song, timeline: Timeline): ReadonlySet<string>;
}
