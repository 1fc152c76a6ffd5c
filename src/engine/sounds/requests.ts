// Which sounds a song names, and where: what a host must read before the song can be heard whole.

import { soundsOfKit } from '../../song/material.ts';
import type { Insert, Song, Track } from '../../song/song.ts';
import { bundledResponse } from '../../vocabulary/bundled-sounds.ts';
import { wavetablesOf } from '../../vocabulary/instruments/oscillator.ts';
import { instrumentNamed } from '../../vocabulary/instruments.ts';

/** Something to read; equal requests have equal keys. */
export type SoundRequest =
  /** An instrument for notes: a bundled one by name, a folder or a file by path, or files by their notes. */
  | {
      readonly kind: 'sampler';
      readonly source?: string;
      readonly preset?: string;
      readonly files: readonly (readonly [note: string, path: string])[];
    }
  /** A set of hits: a bundled one by name, or a folder by path. */
  | { readonly kind: 'kit'; readonly source: string }
  /** An impulse response that comes along, by name. */
  | { readonly kind: 'response'; readonly source: string }
  /** A wavetable: one that comes along by name, or a person's own by path. */
  | { readonly kind: 'wavetable'; readonly source: string }
  /** One recording, as it is. */
  | { readonly kind: 'file'; readonly source: string };

export const keyOf = (request: SoundRequest): string => JSON.stringify(request);

/** What a track's instrument plays; undefined where it plays no recordings. */
export function requestOfTrack(song: Song, track: Track): SoundRequest | undefined {
  const name = track.instrument?.name;
  const instrument = song.instruments.find((one) => one.name.name === name);
  if (instrument)
    return (
      instrument.sounds && {
        kind: 'sampler',
        ...(instrument.sounds.source ? { source: instrument.sounds.source.value } : {}),
        ...(instrument.sounds.preset ? { preset: instrument.sounds.preset.value } : {}),
        files: instrument.sounds.files.map(({ path, value }) => [path, String(value.value)] as const),
      }
    );
  const kit = song.kits.find((one) => one.name.name === name);
  return kit && { kind: 'kit', source: kit.source.value };
}

/** What an effect is made of: a sample of the song, else what comes along by that name; undefined where there is neither. */
export function requestOfInsert({ samples }: Song, { response }: Insert): SoundRequest | undefined {
  if (!response) return undefined;
  const sample = samples.find(({ name }) => name.name === response.name);
  if (sample) return fileRequest(sample.file.path.value);
  const bundled = bundledResponse(response.name);
  return bundled && { kind: 'response', source: bundled.name };
}

/** The wavetables of a track's oscillators, in their order; undefined for one with another waveform. */
export function wavetablesOfTrack(song: Song, track: Track): readonly (SoundRequest | undefined)[] {
  const instrument = song.instruments.find(({ name }) => name.name === track.instrument?.name);
  const type = instrument && instrumentNamed(instrument.type.name);
  if (!type || type.hosted) return [];
  return wavetablesOf(type.parameters, instrument.settings).map((source) =>
    source === undefined ? undefined : { kind: 'wavetable', source },
  );
}

export const fileRequest = (source: string): SoundRequest => ({ kind: 'file', source });

/** Everything that a song names, each once. */
export function requestsOf(song: Song): readonly SoundRequest[] {
  const tracks = song.tracks.flatMap((track) => requestOfTrack(song, track) ?? []);
  const files = [
    ...song.samples.map(({ file }) => file.path.value),
    ...song.takes.map(({ file }) => file.path.value),
    ...song.kits.flatMap(soundsOfKit).map(({ value }) => String(value.value)),
  ];
  const responses = [...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
    inserts.flatMap((insert) => requestOfInsert(song, insert) ?? []),
  );
  const tables = song.tracks.flatMap((track) =>
    wavetablesOfTrack(song, track).filter((one) => one !== undefined),
  );
  const all = [...tracks, ...tables, ...files.map(fileRequest), ...responses];
  return [...new Map(all.map((request) => [keyOf(request), request])).values()];
}
