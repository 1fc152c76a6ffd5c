// Sounds that could not be read, as problems of the song: on the path or the name that it writes.

import { soundsOfKit } from '../../song/material.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Problem } from '../../song/problem.ts';
import type { Song } from '../../song/song.ts';
import { keyOf, requestOfInsert, requestOfTrack, type SoundRequest, wavetablesOfTrack } from './requests.ts';
import type { SoundFault } from './store.ts';

/** A warning each: the rest of the song plays. */
export const soundProblems = (song: Song, faults: readonly SoundFault[]): readonly Problem[] =>
  faults.flatMap(({ request, reason, id: own }) =>
    (own === undefined ? idsOf(song, request) : [own]).map(
      (id): Problem => ({ rule: 'SYN', severity: 'warning', id, message: reason }),
    ),
  );

/** Where a song names a sound. */
function idsOf(song: Song, request: SoundRequest): readonly SourceId[] {
  if (request.kind === 'file')
    return [
      ...song.samples.map(({ file }) => file.path),
      ...song.takes.map(({ file }) => file.path),
      ...song.kits.flatMap(soundsOfKit).map(({ value }) => value),
    ]
      .filter(({ value }) => value === request.source)
      .map(({ id }) => id);
  if (request.kind === 'response')
    return [...song.tracks, ...song.buses, song.master]
      .flatMap(({ inserts }) => inserts)
      .filter((insert) => {
        const asked = requestOfInsert(song, insert);
        return asked && keyOf(asked) === keyOf(request);
      })
      .flatMap(({ response }) => response?.id ?? []);
  if (request.kind === 'wavetable') {
    const playing = new Set(
      song.tracks
        .filter((track) => wavetablesOfTrack(song, track).some((one) => one && keyOf(one) === keyOf(request)))
        .map(({ instrument }) => instrument?.name),
    );
    return song.instruments
      .filter(({ name }) => playing.has(name.name))
      .map(
        ({ type, settings }) =>
          settings.find(({ value }) => value.value === request.source)?.value.id ?? type.id,
      );
  }
  const key = keyOf(request);
  const players = new Set(
    song.tracks.flatMap((track) => {
      const played = requestOfTrack(song, track);
      return played && keyOf(played) === key ? [track.instrument!.name] : [];
    }),
  );
  return [
    ...song.instruments
      .filter(({ name }) => players.has(name.name))
      .flatMap(({ sounds }) => sounds?.source?.id ?? sounds?.files[0]?.value.id ?? []),
    ...song.kits.filter(({ name }) => players.has(name.name)).map(({ source }) => source.id),
  ];
}
