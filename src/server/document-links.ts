// Links from a song to the files that it brings along: recordings, samples, tunings, other songs. Only what
// lies in the workspace: a song from elsewhere must not lead out of it.

import type { DocumentLink } from 'vscode-languageserver';
import type { Song } from '../song/song.ts';
import type { Word } from '../song/value.ts';
import { addressOf } from './addresses.ts';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

export const documentLinks = (song: OpenSong, folders: readonly string[]): DocumentLink[] =>
  filesOf(song.reading.song).flatMap(({ path, tooltip }) => {
    const target = addressOf(path.value, song.document.uri, folders);
    const place = song.reading.origins[path.id];
    if (target === undefined || !place || place.to <= place.from) return [];
    return [{ range: rangeIn(song.document, withoutQuotes(place, song)), target, tooltip }];
  });

const filesOf = (song: Song): readonly { readonly path: Word; readonly tooltip: string }[] => [
  ...song.imports.map(({ path }) => ({ path, tooltip: 'Open the song' })),
  ...song.takes.map(({ file }) => ({ path: file.path, tooltip: 'Open the recording' })),
  ...song.samples.map(({ file }) => ({ path: file.path, tooltip: 'Open the sound' })),
  ...song.tunings.flatMap(({ scale, map }) => [
    { path: scale, tooltip: 'Open the scale' },
    ...(map ? [{ path: map, tooltip: 'Open the keyboard map' }] : []),
  ]),
  ...(song.brief?.references ?? []).map((path) => ({ path, tooltip: 'Open the reference' })),
];

const withoutQuotes = ({ from, to }: { from: number; to: number }, { reading: { text } }: OpenSong) => {
  const isQuoted = to - from >= 2 && /["`']/.test(text[from]!) && text[to - 1] === text[from];
  return isQuoted ? { from: from + 1, to: to - 1 } : { from, to };
};
