// The head of a song as text: its header with the maps, its brief, its imports.

import type { Brief } from '../../../song/brief.ts';
import type { Import } from '../../../song/material.ts';
import type { Key, KeyChange, Meter, MeterChange, TempoChange } from '../../../song/place.ts';
import type { Song } from '../../../song/song.ts';
import { type Page, type PrintedEntry, widest } from './page.ts';
import { measureText, placeText, quoted, spanText } from './value.ts';

export function printHeader(page: Page, song: Song): void {
  const entries: readonly PrintedEntry[] = [
    ...(song.author === undefined ? [] : [{ text: `by ${quoted(song.author)}` }]),
    ...(song.album ? [{ text: `album ${quoted(song.album.value)}` }] : []),
    ...mapText(
      'tempo',
      { text: measureText(song.tempo), id: song.tempo.id },
      song.tempoChanges.map(tempoChange),
    ),
    ...mapText(
      'meter',
      { text: meterText(song.meter), id: song.meter.id },
      song.meterChanges.map(meterChange),
    ),
    ...mapText(
      'key',
      song.key && { text: keyText(song.key), id: song.key.id },
      song.keyChanges.map(keyChange),
    ),
    ...(song.swing
      ? [
          {
            text: `swing ${measureText(song.swing.amount)} of ${measureText(song.swing.of)}`,
            id: song.swing.id,
          },
        ]
      : []),
    ...(song.seed === 1 ? [] : [{ text: `seed ${song.seed}` }]),
  ];
  page.block(`song ${quoted(song.title)}`, entries, undefined, { long: true });
}

/** `tempo 112bpm, 96bpm at bridge`, or a line for each where that is too long. */
const mapText = (
  word: string,
  start: PrintedEntry | undefined,
  changes: readonly PrintedEntry[],
): readonly PrintedEntry[] => {
  const all = [...(start ? [start] : []), ...changes];
  if (all.length === 0) return [];
  const line = `${word} ${all.map(({ text }) => text).join(', ')}`;
  if (line.length <= widest - 2) return [{ ...all[0]!, text: line }];
  return all.map((entry) => ({ ...entry, text: `${word} ${entry.text}` }));
};

const meterText = ({ beats, unit }: Meter): string => `${beats}/${unit}`;
const keyText = ({ tonic, mode }: Key): string => `${tonic} ${mode}`;

const tempoChange = ({ tempo, at, over, id }: TempoChange): PrintedEntry => ({
  text: [
    over ? `ramp to ${measureText(tempo)} over ${measureText(over)}` : measureText(tempo),
    ...(at ? [`at ${placeText(at)}`] : []),
  ].join(' '),
  id,
});

const meterChange = ({ meter, at }: MeterChange): PrintedEntry => ({
  text: `${meterText(meter)} at ${placeText(at)}`,
  id: meter.id,
});

const keyChange = ({ key, at }: KeyChange): PrintedEntry => ({
  text: `${keyText(key)} at ${placeText(at)}`,
  id: key.id,
});

export function printBrief(page: Page, brief: Brief): void {
  const { mood, genre, length, references, lifts } = brief;
  const entries: readonly PrintedEntry[] = [
    ...(mood ? [{ text: `mood ${quoted(mood.value)}`, id: mood.id }] : []),
    ...(genre ? [{ text: `genre ${quoted(genre.value)}`, id: genre.id }] : []),
    ...(length ? [{ text: `length ${spanText(length.shortest, length.longest)}`, id: length.id }] : []),
    ...references.map(({ value, id }) => ({ text: `reference ${quoted(value)}`, id })),
    ...lifts.map(({ section, over, by, id }) => ({
      text: `lift ${section.name} over ${over.name} ${measureText(by)}`,
      id,
    })),
  ];
  page.group();
  page.block('brief', entries, brief.declaration, { long: true });
}

export function printImports(page: Page, imports: readonly Import[]): void {
  page.group();
  for (const { names, path, declaration } of imports) {
    const entries = names.map(({ name, as, declaration: id }) => ({
      text: name.name === as.name ? name.name : `${name.name} as ${as.name}`,
      id,
    }));
    page.block('import', entries, declaration, { tail: ` from ${quoted(path.value)}` });
  }
}
