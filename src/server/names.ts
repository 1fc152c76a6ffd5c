// The names of a song, where they are declared and where they are used: what definition, references,
// highlights, rename and the colours of names have in common.

import type { Reading } from '../languages/language.ts';
import { type Kit, soundsOfKit } from '../song/material.ts';
import type { Range, SourceId } from '../song/origin.ts';
import type { Argument, PatternExpression } from '../song/pattern.ts';
import type { Place } from '../song/place.ts';
import type { Song, Strip } from '../song/song.ts';
import type { Declaration, Name } from '../song/value.ts';
import { eachExpression } from '../song/walk.ts';
import { isDrumHit } from '../vocabulary/drums.ts';
import type { OpenSong } from './documents.ts';

/** Names of one space cannot be mistaken for names of another. */
export type Space = 'instrument' | 'music' | 'sound' | 'strip' | 'section' | 'marker' | 'tuning';

export interface NamePlace {
  readonly space: Space;
  readonly name: string;
  readonly place: Range;
  readonly role: 'declaration' | 'use';
  /** What kind of thing it names, for colours and symbols. */
  readonly kind: NameKind;
  /** The name belongs to the song at this path: what stands before `as`, or alone, in an import. */
  readonly from?: string;
  /** It stands among notes, in mini-notation. */
  readonly amongNotes?: true;
  /** This song's own name for it differs (`as tops`). */
  readonly alias?: string;
}

export type NameKind =
  | 'instrument'
  | 'pattern'
  | 'progression'
  | 'take'
  | 'sample'
  | 'kit'
  | 'sound'
  | 'track'
  | 'bus'
  | 'section'
  | 'marker'
  | 'tuning'
  | 'import';

/** All names of a song with their places, each place once, in the order of the text. */
export const namesIn = ({ reading }: OpenSong): readonly NamePlace[] => {
  const known = namesOfReadings.get(reading);
  if (known) return known;
  const names = namesOfReading(reading);
  namesOfReadings.set(reading, names);
  return names;
};

const namesOfReadings = new WeakMap<Reading, readonly NamePlace[]>();

const namesOfReading = ({ song, origins }: Reading): readonly NamePlace[] => {
  // A part that a section takes over from another stands in both with the same ids.
  const places = new Map<number, NamePlace>();
  for (const { id, inside, ...name } of namesOf(song)) {
    const whole = origins[id];
    if (!whole || whole.to <= whole.from) continue;
    const from = whole.from + (inside ?? 0);
    const place = inside === undefined ? whole : { from, to: from + name.name.length };
    if (!places.has(from)) places.set(from, { ...name, place });
  }
  return [...places.values()].sort((left, right) => left.place.from - right.place.from);
};

/** The name at an offset: of two that touch there, the one that starts. */
export const nameAt = (song: OpenSong, offset: number): NamePlace | undefined => {
  const here = namesIn(song).filter(({ place }) => place.from <= offset && offset <= place.to);
  return here.find(({ place }) => offset < place.to) ?? here[0];
};

/** `inside`: how far into the characters of `id` the name stands, where it is only a part of them. */
type NameOf = Omit<NamePlace, 'place'> & { readonly id: SourceId; readonly inside?: number };

const namesOf = (song: Song): readonly NameOf[] => {
  const music = musicKinds(song);
  const musicUsed = (expression: PatternExpression): readonly NameOf[] => namesInMusic(expression, music);
  const inPlace = (place: Place | undefined): readonly NameOf[] =>
    place?.section ? [used('section', place.section)] : [];
  const keys = ({ inserts }: Pick<Strip, 'inserts'>): readonly NameOf[] =>
    inserts.flatMap(({ key }) => (key ? [used('track', key)] : []));
  return [
    ...imported(song),
    ...song.instruments.map(declared('instrument')),
    ...song.kits.flatMap((kit) => [declared('kit')(kit), ...ownSounds(kit)]),
    ...song.samples.map(declared('sample')),
    ...song.takes.map(declared('take')),
    ...song.tunings.map(declared('tuning')),
    ...song.patterns.flatMap((one) => [declared('pattern')(one), ...musicUsed(one.expression)]),
    ...song.progressions.flatMap((one) => [declared('progression')(one), ...musicUsed(one.expression)]),
    ...song.tracks.flatMap((track) => [
      declared('track')(track),
      ...(track.instrument ? [used('instrument', track.instrument)] : []),
      ...track.sends.map(({ bus }) => used('bus', bus)),
      ...keys(track),
    ]),
    ...song.buses.flatMap((bus) => [
      declared('bus')(bus),
      ...bus.sends.map((send) => used('bus', send.bus)),
      ...keys(bus),
    ]),
    ...keys(song.master),
    ...song.sections.flatMap((section) => [
      declared('section')(section),
      ...(section.like ? [used('section', section.like)] : []),
      ...(section.without ?? []).map((track) => used('track', track)),
      ...section.parts.flatMap((part) => [
        used('track', part.track),
        ...musicUsed(part.expression),
        ...inPlace(part.at),
      ]),
    ]),
    ...song.arrangement.map(({ section }) => used('section', section)),
    ...song.markers.flatMap((marker) => [declared('marker')(marker), ...inPlace(marker.at)]),
    ...[...song.tempoChanges, ...song.meterChanges, ...song.keyChanges].flatMap(({ at }) => inPlace(at)),
    ...song.automation.flatMap(({ path, section, points }) => [
      ...inPath(path, song),
      ...(section ? [used('section', section)] : []),
      ...points.flatMap(({ at }) => inPlace(at)),
    ]),
    ...song.lyrics.flatMap(({ track, section }) => [used('track', track), used('section', section)]),
    ...(song.brief?.lifts ?? []).flatMap(({ section, over }) => [
      used('section', section),
      used('section', over),
    ]),
    ...song.expectations.flatMap(expected),
  ];
};

/** The sounds that a kit names itself; those of the vocabulary have the same name in every kit. */
const ownSounds = (kit: Kit): readonly NameOf[] =>
  soundsOfKit(kit)
    .filter(({ path }) => !isDrumHit(path))
    .map(({ path, pathId }) => ({ ...used('sound', { name: path, id: pathId }), role: 'declaration' }));

/** `vox.send.space`: the track, or the instrument, and the bus. */
const inPath = ({ name, id }: Name, song: Song): readonly NameOf[] => {
  const [owner = '', send, bus = ''] = name.split('.');
  const isStrip = [...song.tracks, ...song.buses].some((strip) => strip.name.name === owner);
  return [
    { ...used(isStrip ? 'track' : 'instrument', { name: owner, id }), inside: 0 },
    ...(send === 'send' && bus
      ? [{ ...used('bus', { name: bus, id }), inside: owner.length + send.length + 2 }]
      : []),
  ];
};

const expected = (expectation: Song['expectations'][number]): readonly NameOf[] => {
  switch (expectation.kind) {
    case 'louder':
      return [used('section', expectation.section), used('section', expectation.than)];
    case 'within':
      return [used('track', expectation.track)];
    default:
      return [];
  }
};

/** An imported name stands twice where it is renamed: as the other song has it, and as this one does. */
const imported = ({ imports }: Song): readonly NameOf[] =>
  imports.flatMap(({ names, path }) =>
    names.flatMap(({ name, as }): readonly NameOf[] => {
      const isRenamed = as.id !== name.id;
      const other: NameOf = {
        ...used('import', name),
        from: path.value,
        ...(isRenamed ? { alias: as.name } : {}),
      };
      return isRenamed ? [other, { ...used('import', as), role: 'declaration' }] : [other];
    }),
  );

const declared =
  (kind: NameKind) =>
  ({ name }: Pick<Declaration, 'name'>): NameOf => ({ ...used(kind, name), role: 'declaration' });

const used = (kind: NameKind, { name, id }: Name): NameOf => ({
  space: spaces[kind],
  role: 'use',
  kind,
  name,
  id,
});

/** Patterns, progressions, takes and what is imported are all music that a section plays. */
const spaces: Readonly<Record<NameKind, Space>> = {
  instrument: 'instrument',
  kit: 'instrument',
  sound: 'sound',
  sample: 'music',
  take: 'music',
  pattern: 'music',
  progression: 'music',
  import: 'music',
  track: 'strip',
  bus: 'strip',
  section: 'section',
  marker: 'marker',
  tuning: 'tuning',
};

/** The names that can stand for music, with what they are. */
const musicKinds = (song: Song): ReadonlyMap<string, NameKind> =>
  new Map<string, NameKind>([
    ...song.imports.flatMap(({ names }) => names.map(({ as }) => [as.name, 'import'] as const)),
    ...song.tunings.map(({ name }) => [name.name, 'tuning'] as const),
    ...song.samples.map(({ name }) => [name.name, 'sample'] as const),
    ...song.takes.map(({ name }) => [name.name, 'take'] as const),
    ...song.progressions.map(({ name }) => [name.name, 'progression'] as const),
    ...song.patterns.map(({ name }) => [name.name, 'pattern'] as const),
  ]);

const namesInMusic = (
  expression: PatternExpression,
  music: ReadonlyMap<string, NameKind>,
): readonly NameOf[] => {
  const names: NameOf[] = [];
  // A word given to a transform may be a pattern (`mask(beat)`) or a choice (`arpeggio(up)`).
  const inArgument = (argument: Argument): void => {
    if (argument.kind === 'word') {
      const kind = music.get(argument.value);
      if (kind) names.push(used(kind, { name: argument.value, id: argument.id }));
    }
    if (argument.kind === 'transform') argument.arguments.forEach(inArgument);
  };
  eachExpression(expression, (inner) => {
    if (inner.kind === 'mini')
      for (const { name, atom } of inner.mini.sounds) {
        const kind = music.get(name) ?? 'sound';
        names.push({ ...used(kind, { name, id: inner.firstAtom + atom }), inside: 0, amongNotes: true });
      }
    if (inner.kind === 'name') names.push(used(music.get(inner.name.name) ?? 'pattern', inner.name));
    if (inner.kind === 'transform' || inner.kind === 'call') inner.arguments.forEach(inArgument);
  });
  return names;
};
