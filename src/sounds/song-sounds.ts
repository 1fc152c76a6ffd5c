// The sounds of one song, read whole: for whoever bounces it.

import type { Sounds } from '../engine/sounds/sounds.ts';
import { type SoundFault, SoundStore } from '../engine/sounds/store.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { diskSounds, type SoundPlace } from './disk-sounds.ts';

export interface SongSounds {
  readonly sounds: Sounds;
  /** What could not be read: it is silent. */
  readonly faults: readonly SoundFault[];
}

export async function songSounds(song: Song, timeline: Timeline, place: SoundPlace): Promise<SongSounds> {
  const store = new SoundStore(diskSounds(place));
  await store.bring(song, timeline);
  return { sounds: store, faults: store.faults(song, timeline) };
}
