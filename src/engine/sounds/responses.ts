// The recordings that effects of a song are made of: impulse responses, of its samples or of those that come along.

import type { Insert, Song } from '../../song/song.ts';
import { requestOfInsert } from './requests.ts';
import { recordingId } from './sound-map.ts';
import type { Sounds } from './sounds.ts';

/** The id of an effect's recording; undefined where it has none, or where nothing has been read yet. */
export function responseOf(song: Song, insert: Insert, sounds: Sounds): string | undefined {
  const request = requestOfInsert(song, insert);
  const map = request && sounds.map(request);
  const zone = map?.zones[0];
  return map && zone && recordingId(map, zone);
}
