// The recordings that effects and oscillators of a song are made of: impulse responses, of its samples or of those that
// come along, and wavetables.

import type { Insert, Song, Track } from '../../song/song.ts';
import { requestOfInsert, type SoundRequest, wavetablesOfTrack } from './requests.ts';
import { recordingId } from './sound-map.ts';
import type { Sounds } from './sounds.ts';

/** The id of an effect's recording; undefined where it has none, or where nothing has been read yet. */
export function responseOf(song: Song, insert: Insert, sounds: Sounds): string | undefined {
  return idOf(requestOfInsert(song, insert), sounds);
}

/** The ids of the wavetables of a track's oscillators, in their order; undefined likewise. */
export const wavetableIds = (song: Song, track: Track, sounds: Sounds): readonly (string | undefined)[] =>
  wavetablesOfTrack(song, track).map((request) => idOf(request, sounds));

function idOf(request: SoundRequest | undefined, sounds: Sounds): string | undefined {
  const map = request && sounds.map(request);
  const zone = map?.zones[0];
  return map && zone && recordingId(map, zone);
}
