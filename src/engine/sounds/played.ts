// What the notes of a track sound as: the zones of its instrument, and for hits the samples that the song
// itself names, each with how its recording is to be prepared.

import { soundsOfKit } from '../../song/material.ts';
import type { Song, Track } from '../../song/song.ts';
import type { Setting } from '../../song/value.ts';
import type { Note } from '../../timeline/timeline.ts';
import { kitParameters, sampleParameters } from '../../vocabulary/material.ts';
import { isSet, numberOf } from './material-settings.ts';
import { zonesOfHit, zonesOfNote } from './pick.ts';
import { fileRequest, requestOfTrack } from './requests.ts';
import { recordingId, type SoundMap, type Zone } from './sound-map.ts';
import type { Sounds } from './sounds.ts';

/** A zone as it plays on this track. */
export interface PlayedZone {
  readonly zone: Zone;
  /** The id of its recording. */
  readonly recording: string;
  /** Seconds of the fades at the ends of the recording. */
  readonly fadeIn?: number;
  readonly fadeOut?: number;
  readonly reverse?: boolean;
}

/** The zones of a note, in layers; none where it is silent, or where nothing has been read yet. */
export type Player = (note: Pick<Note, 'midi' | 'hit' | 'sample' | 'velocity'>) => readonly PlayedZone[];

/** MIDI note of what has no pitch: zones of hits have it as their root. */
export const hitMidi = 60;

/** Undefined where the track plays no recordings. */
export function playerOf(song: Song, track: Track, sounds: Sounds): Player | undefined {
  const request = requestOfTrack(song, track);
  const isSilent = track.instrument === undefined;
  if (!request && !(isSilent && song.samples.length > 0)) return undefined;
  const map = request && sounds.map(request);
  const kit = song.kits.find(({ name }) => request?.kind === 'kit' && name.name === track.instrument?.name);
  const kitGain = numberOf(kit?.settings ?? [], kitParameters, 'gain');
  const own = ownSounds(song, track, sounds);
  return ({ midi, hit, sample = 0, velocity }) => {
    if (hit !== undefined) {
      const named = own.get(hit);
      if (named) return named;
      if (!map) return [];
      if (request?.kind === 'kit') return louder(map, zonesOfHit(map, hit, sample, velocity), kitGain);
    }
    if (!map) return [];
    return louder(map, zonesOfNote(map, midi ?? hitMidi, velocity), kitGain);
  };
}

const louder = (map: SoundMap, zones: readonly Zone[], gainDb: number): readonly PlayedZone[] =>
  zones.map((zone) => ({
    zone: gainDb === 0 ? zone : { ...zone, gainDb: zone.gainDb + gainDb },
    recording: recordingId(map, zone),
  }));

/** The sounds that the song calls by a name of its own: those of the track's kit before its samples. */
function ownSounds(song: Song, track: Track, sounds: Sounds): ReadonlyMap<string, readonly PlayedZone[]> {
  const found = new Map<string, readonly PlayedZone[]>();
  const add = (name: string, source: string, settings: readonly Setting[], extraDb: number): void => {
    const map = sounds.map(fileRequest(source));
    const zone = map?.zones[0];
    if (!map || !zone || found.has(name)) return;
    const value = (path: string): number => numberOf(settings, sampleParameters, path);
    const played: PlayedZone = {
      recording: recordingId(map, zone),
      zone: {
        ...zone,
        gainDb: zone.gainDb + extraDb + value('gain'),
        // What has a pitch of its own is struck at it: how it was recorded.
        root: hitMidi - value('detune') / 100 - 12 * Math.log2(value('playbackRate')),
        oneShot: true,
      },
      fadeIn: value('fadeIn'),
      fadeOut: value('fadeOut'),
      reverse: isSet(settings, 'reverse'),
    };
    found.set(name, [played]);
  };
  const kits = song.kits.filter(({ name }) => name.name === track.instrument?.name);
  for (const kit of kits) {
    const gain = numberOf(kit.settings, kitParameters, 'gain');
    for (const { path, value } of soundsOfKit(kit)) add(path, String(value.value), [], gain);
  }
  for (const sample of song.samples) add(sample.name.name, sample.file.path.value, sample.settings, 0);
  return found;
}
