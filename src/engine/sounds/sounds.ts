// What hosts have read for a song, as compile() takes it; and what it takes meanwhile of what is on its way.

import type { SoundRequest } from './requests.ts';
import type { Recording, SoundMap } from './sound-map.ts';

export interface Sounds {
  /** What was read for a request; undefined while it is on its way, or where it can't be read. */
  map(request: SoundRequest): SoundMap | undefined;
  /** A recording by its id (`recordingId`); undefined likewise. */
  recording(id: string): Recording | undefined;
}

/** A song without recorded sound, or a host that has none. */
export const noSounds: Sounds = { map: () => undefined, recording: () => undefined };
