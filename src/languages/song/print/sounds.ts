// What a song sounds with as text: instruments, recordings, samples, kits and tunings.

import type { AudioSource } from '../../../song/material.ts';
import type { Instrument, Song } from '../../../song/song.ts';
import type { Setting } from '../../../song/value.ts';
import { kitParameters } from '../../../vocabulary/material.ts';
import type { Page, PrintedEntry } from './page.ts';
import { noteSpanText, quoted, settingText, spanText } from './value.ts';

export function printInstruments(page: Page, instruments: readonly Instrument[]): void {
  page.group();
  for (const { name, type, polyphonic, sounds, settings, range, declaration } of instruments) {
    const entries = [
      ...samplerEntries(sounds),
      ...settingEntries(settings),
      ...(range ? [{ text: `range: ${noteSpanText(range.low, range.high)}`, id: range.id }] : []),
    ];
    const source = sounds?.source ? `(${quoted(sounds.source.value)})` : '';
    const head = `instrument ${name.name} = ${polyphonic ? `PolySynth(${type.name})` : type.name}${source}`;
    if (entries.length === 0) page.line(head, declaration);
    else page.block(head, entries, declaration);
  }
}

const samplerEntries = (sounds: Instrument['sounds']): readonly PrintedEntry[] => [
  ...(sounds?.files ?? []).map((file) => ({ text: settingText(file, { files: true }), id: file.pathId })),
  ...(sounds?.preset ? [{ text: `preset: ${quoted(sounds.preset.value)}`, id: sounds.preset.id }] : []),
];

const settingEntries = (settings: readonly Setting[]): readonly PrintedEntry[] =>
  settings.map((setting) => ({ text: settingText(setting), id: setting.pathId }));

export function printMaterial(page: Page, { takes, samples, kits, tunings }: Song): void {
  page.group();
  const put = (head: string, entries: readonly PrintedEntry[], id: number): void =>
    entries.length === 0 ? page.line(head, id) : page.block(head, entries, id);
  for (const { name, source, settings, declaration } of kits) {
    const entries = settings.map((setting) => ({
      text: settingText(setting, { files: !kitParameters.some(({ path }) => path === setting.path) }),
      id: setting.pathId,
    }));
    put(`kit ${name.name} = Kit(${quoted(source.value)})`, entries, declaration);
  }
  for (const { name, file, trim, settings, declaration } of takes) {
    const entries = [
      ...(trim ? [{ text: `trim: ${spanText(trim.from, trim.to)}`, id: trim.id }] : []),
      ...settingEntries(settings),
      ...sourceEntries(file),
    ];
    put(`take ${name.name} = ${quoted(file.path.value)}`, entries, declaration);
  }
  for (const { name, file, settings, declaration } of samples)
    put(
      `sample ${name.name} = ${quoted(file.path.value)}`,
      [...settingEntries(settings), ...sourceEntries(file)],
      declaration,
    );
  for (const { name, scale, map, declaration } of tunings)
    put(
      `tuning ${name.name} = ${quoted(scale.value)}`,
      map ? [{ text: `map: ${quoted(map.value)}`, id: map.id }] : [],
      declaration,
    );
}

const sourceEntries = ({ hash, licence, credit }: AudioSource): readonly PrintedEntry[] =>
  Object.entries({ hash, licence, credit }).flatMap(([word, text]) =>
    text ? [{ text: `${word}: ${quoted(text.value)}`, id: text.id }] : [],
  );
