// Instruments and what comes from files, as constants of a `.song.ts`.

import type { AudioSource, Sample } from '../../../song/material.ts';
import type { Instrument, Song } from '../../../song/song.ts';
import type { Measure } from '../../../song/value.ts';
import { measureText, noteSpanText } from '../../song/print/value.ts';
import { type Constant, call, type Entry, type Expression, object, string, text } from './code.ts';
import type { Names } from './names.ts';
import { settingsOf } from './value.ts';

export const printInstruments = (list: readonly Instrument[], names: Names): readonly Constant[] =>
  firstOfEach(list).map((instrument) => {
    const { type, polyphonic, sounds, settings, range } = instrument;
    const entries = [
      ...settingsOf(sounds?.files ?? []),
      ...(sounds?.preset ? [{ key: 'preset', value: string(sounds.preset.value) }] : []),
      ...settingsOf(settings),
      ...(range ? [{ key: 'range', value: string(noteSpanText(range.low, range.high)) }] : []),
    ];
    const given = [
      ...(polyphonic ? [text(typeText(type.name, names))] : []),
      ...(sounds?.source ? [string(sounds.source.value)] : []),
      ...(entries.length > 0 ? [object(entries)] : []),
    ];
    return {
      name: names.of('instrument', instrument.name.name)!,
      value: call(polyphonic ? names.api('PolySynth') : typeText(type.name, names), ...given),
    };
  });

/** `tone.FMSynth` comes with `tone`. */
function typeText(type: string, names: Names): string {
  const [first = '', ...rest] = type.split('.');
  return [names.api(first), ...rest].join('.');
}

export const firstOfEach = <Part extends { readonly name: { readonly name: string } }>(
  list: readonly Part[],
): readonly Part[] =>
  list.filter(({ name }, i) => list.findIndex((other) => other.name.name === name.name) === i);

export const printMaterial = ({ kits, takes, tunings }: Song, names: Names): readonly Constant[] => [
  ...firstOfEach(kits).map(({ name, source, settings }) => ({
    name: names.of('kit', name.name)!,
    value: file(names.api('Kit'), source.value, settingsOf(settings)),
  })),
  ...firstOfEach(takes).map(({ name, file: source, trim, settings }) => ({
    name: names.of('take', name.name)!,
    value: file(names.api('take'), source.path.value, [
      ...(trim ? [{ key: 'trim', value: string(trimText(trim)) }] : []),
      ...settingsOf(settings),
      ...factsOf(source),
    ]),
  })),
  ...firstOfEach(tunings).map(({ name, scale, map }) => ({
    name: names.of('tuning', name.name)!,
    value: file(names.api('tuningFile'), scale.value, map ? [{ key: 'map', value: string(map.value) }] : []),
  })),
];

/** Seconds throughout: `2:45` is the length of a song. */
const trimText = ({ from, to }: { readonly from: Measure; readonly to: Measure }): string =>
  `${measureText(from)}..${measureText(to)}`;

const file = (name: string, path: string, entries: readonly Entry[]): Expression =>
  call(name, string(path), ...(entries.length > 0 ? [object(entries)] : []));

const factsOf = ({ hash, licence, credit }: AudioSource): readonly Entry[] =>
  Object.entries({ hash, licence, credit }).flatMap(([key, word]) =>
    word ? [{ key, value: string(word.value) }] : [],
  );

/** Samples stand in the song's chain, since mini-notation knows them by name. */
export const sampleEntries = (samples: readonly Sample[], names: Names): readonly Entry[] =>
  samples.map(({ name, file: source, settings }) => ({
    key: name.name,
    value: file(names.api('sample'), source.path.value, [...settingsOf(settings), ...factsOf(source)]),
  }));
