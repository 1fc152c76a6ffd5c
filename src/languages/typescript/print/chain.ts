// The song itself as TypeScript: `song('Title', { ... }).tracks(...).arrange(...)`, and what else it says.

import type { Brief, Delivery } from '../../../song/brief.ts';
import type { CheckSettings } from '../../../song/checks.ts';
import type { Automation, Key, Meter, Place } from '../../../song/place.ts';
import type { Song } from '../../../song/song.ts';
import { checkEntries, expectationText } from '../../song/print/aims.ts';
import { sungText } from '../../song/print/form.ts';
import { waveText } from '../../song/print/strip.ts';
import { measureText, placeText, spanText } from '../../song/print/value.ts';
import { call, type Expression, type Link, list, object, string, text } from './code.ts';
import type { Names } from './names.ts';
import { firstOfEach, sampleEntries } from './sounds.ts';
import { masterOf } from './strip.ts';
import { valueOf } from './value.ts';

export const songChain = (song: Song, names: Names): Expression => {
  const { tracks, buses, master, sections, samples } = song;
  const all = (kind: 'track' | 'bus' | 'section', parts: Parameters<typeof firstOfEach>[0]): Expression[] =>
    firstOfEach(parts).map(({ name }) => text(names.of(kind, name.name)!));
  const arranged = song.arrangement.flatMap(({ section, repeats }) => {
    const name = names.of('section', section.name);
    if (name === undefined) return [];
    return [repeats === 1 ? text(name) : chained(text(name), 'times', text(String(repeats)))];
  });
  const playing = new Set(song.arrangement.map(({ section }) => section.name));
  const isSilent = sections.some(({ name }) => !playing.has(name.name));
  const links: readonly Link[] = [
    ...(song.brief ? [{ name: 'brief', arguments: [briefOf(song.brief)] }] : []),
    ...(song.checks ? [{ name: 'checks', arguments: [checksOf(song.checks)] }] : []),
    ...(tracks.length > 0 ? [{ name: 'tracks', arguments: all('track', tracks) }] : []),
    ...(buses.length > 0 ? [{ name: 'buses', arguments: all('bus', buses) }] : []),
    ...(master.level || master.panLaw || master.inserts.length > 0
      ? [{ name: 'master', arguments: [masterOf(master)] }]
      : []),
    ...(samples.length > 0
      ? [{ name: 'samples', arguments: [object(sampleEntries(firstOfEach(samples), names))] }]
      : []),
    // Those that are arranged need not be named; one that is not would be lost.
    ...(isSilent ? [{ name: 'sections', arguments: all('section', sections) }] : []),
    ...(arranged.length > 0 ? [{ name: 'arrange', arguments: arranged }] : []),
    ...song.automation.map((lane) => ({ name: 'automate', arguments: laneOf(lane, names) })),
    ...song.markers.map(({ name, at }) => ({
      name: 'marker',
      arguments: [string(name.name), string(placeText(at))],
    })),
    ...song.lyrics.map(({ track, section, syllables }) => ({
      name: 'lyrics',
      arguments: [string(track.name), sectionNamed(section.name, names), string(sungText(syllables))],
    })),
    ...(song.expectations.length > 0
      ? [{ name: 'expect', arguments: song.expectations.map((one) => string(expectationText(one))) }]
      : []),
    ...song.deliveries.map((delivery) => ({ name: 'deliver', arguments: deliveryOf(delivery) })),
  ];
  return { kind: 'chain', first: call(names.api('song'), string(song.title), headerOf(song)), links };
};

const chained = (first: Expression, name: string, ...given: readonly Expression[]): Expression => ({
  kind: 'chain',
  first,
  links: [{ name, arguments: given }],
});

const sectionNamed = (name: string, names: Names): Expression => {
  const identifier = names.of('section', name);
  return identifier === undefined ? string(name) : text(identifier);
};

const headerOf = (song: Song): Expression => {
  const { author, album, key, swing, seed } = song;
  const at = (place: Place | undefined): string => (place ? ` at ${placeText(place)}` : '');
  return object({
    by: author === undefined ? undefined : string(author),
    album: album && string(album.value),
    tempo: mapOf([
      measureText(song.tempo),
      ...song.tempoChanges.map(({ tempo, at: place, over }) =>
        over
          ? `ramp to ${measureText(tempo)} over ${measureText(over)}${at(place)}`
          : `${measureText(tempo)}${at(place)}`,
      ),
    ]),
    meter: mapOf([
      meterText(song.meter),
      ...song.meterChanges.map(({ meter, at: place }) => meterText(meter) + at(place)),
    ]),
    key: mapOf([
      ...(key ? [keyText(key)] : []),
      ...song.keyChanges.map(({ key: next, at: place }) => keyText(next) + at(place)),
    ]),
    swing: swing && string(`${measureText(swing.amount)} of ${measureText(swing.of)}`),
    seed: seed === 1 ? undefined : text(String(seed)),
  });
};

const mapOf = (texts: readonly string[]): Expression | undefined =>
  texts.length < 2 ? texts.map(string)[0] : list(texts.map(string));

const meterText = ({ beats, unit }: Meter): string => `${beats}/${unit}`;
const keyText = ({ tonic, mode }: Key): string => `${tonic} ${mode}`;

const briefOf = ({ mood, genre, length, references, lifts }: Brief): Expression => {
  const several = (texts: readonly string[]): Expression | undefined => mapOf(texts);
  return object({
    mood: mood && string(mood.value),
    genre: genre && string(genre.value),
    length: length && string(spanText(length.shortest, length.longest)),
    reference: several(references.map(({ value }) => value)),
    lift: several(
      lifts.map(({ section, over, by }) => `${section.name} over ${over.name} ${measureText(by)}`),
    ),
  });
};

const checksOf = (checks: CheckSettings): Expression =>
  object(checkEntries(checks).map(({ key, text: value }) => ({ key, value: string(value) })));

const laneOf = ({ path, section, points, wave }: Automation, names: Names): readonly Expression[] => [
  string(path.name),
  ...(section ? [sectionNamed(section.name, names)] : []),
  object([
    ...(wave ? [{ key: 'lfo', value: string(waveText(wave)) }] : []),
    ...points.map(({ at, value, shape }) => ({
      key: placeText(at),
      value:
        shape === 'linear'
          ? valueOf(value)
          : string(`${value.kind === 'measure' ? measureText(value) : value.value} ${shape}`),
    })),
  ]),
];

const deliveryOf = ({ targets, extras }: Delivery): readonly Expression[] => {
  const names = targets.map(({ name }) => string(name));
  return [
    names.length === 1 ? names[0]! : list(names),
    ...(extras.length > 0
      ? [
          object(
            extras.map(({ name, value }) => ({
              key: name.name,
              value: value ? valueOf(value) : text('true'),
            })),
          ),
        ]
      : []),
  ];
};
