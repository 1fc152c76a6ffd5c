// The recordings that effects of a song are made of: impulse responses, by the names of its samples.

import type { Insert, Song } from '../../song/song.ts';
import { fileRequest } from './requests.ts';
import { recordingId } from './sound-map.ts';
import type { Sounds } from './sounds.ts';

/** The id of an effect's recording; undefined where it has none, or where nothing has been read yet. */
export function responseOf(song: Song, { response }: Insert, sounds: Sounds): string | undefined {
  const sample = song.samples.find(({ name }) => name.name === response?.name);
  const map = sample && sounds.map(fileRequest(sample.file.path.value));
  const zone = map?.zones[0];
  return map && zone && recordingId(map, zone);
}
