// Hints in the text: where a section plays, the bar that each placement begins at, how long a note value
// lasts. What the text says already is not said again.

import type { InlayHint, Range as ProtocolRange } from 'vscode-languageserver';
import type { Range, SourceId } from '../song/origin.ts';
import type { Argument } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import type { Setting } from '../song/value.ts';
import { eachArgument, eachExpression } from '../song/walk.ts';
import type { PlacedSection, Timeline } from '../timeline/timeline.ts';
import { written } from '../vocabulary/written.ts';
import type { OpenSong } from './documents.ts';
import type { Hints } from './world.ts';

interface Hint {
  readonly at: number;
  readonly label: string;
  readonly tooltip?: string;
}

export const inlayHints = (song: OpenSong, range: ProtocolRange, hints: Hints): InlayHint[] => {
  const timeline = song.timeline();
  if (!timeline) return [];
  const [from, to] = [song.document.offsetAt(range.start), song.document.offsetAt(range.end)];
  return [
    ...sectionHints(song, timeline, hints),
    ...(hints.bars === false ? [] : placementHints(song, timeline)),
    ...(hints.times === false ? [] : timeHints(song)),
  ]
    .filter(({ at }) => from <= at && at <= to)
    .map(({ at, label, tooltip }) => ({
      position: song.document.positionAt(at),
      label,
      paddingLeft: true,
      ...(tooltip ? { tooltip } : {}),
    }));
};

/** `1:23`, minutes and whole seconds. */
const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** `bars 9 to 24, 0:17 to 0:51`. */
export const placeInWords = ({ bar, bars, startSeconds, endSeconds }: PlacedSection): string =>
  `${bars === 1 ? `bar ${bar + 1}` : `bars ${bar + 1} to ${bar + bars}`}, ${clockTime(startSeconds)} to ${clockTime(endSeconds)}`;

/** Behind the length of a section: where it plays first. */
const sectionHints = (song: OpenSong, timeline: Timeline, { bars, seconds }: Hints): readonly Hint[] => {
  if (bars === false && seconds === false) return [];
  return song.reading.song.sections.flatMap((section, index): readonly Hint[] => {
    const places = timeline.sections.filter((placed) => placed.section === index);
    const [first] = places;
    const place = placeOf(song, section.bars.id);
    if (!first || !place) return [];
    const facts = [
      ...(bars === false ? [] : [`bar ${first.bar + 1}`]),
      ...(seconds === false ? [] : [clockTime(first.startSeconds)]),
    ];
    const more = places.length > 1 ? `, ${places.length} times` : '';
    return [
      { at: place.to, label: `${facts.join(', ')}${more}`, tooltip: places.map(placeInWords).join('\n') },
    ];
  });
};

/** Behind each section of the arrangement: the bar that it begins at. */
const placementHints = (song: OpenSong, { sections }: Timeline): readonly Hint[] =>
  sections
    .filter(({ repeat }) => repeat === 0)
    .flatMap((placed): readonly Hint[] => {
      const place = placeOf(song, placed.id);
      return place ? [{ at: place.to, label: `${placed.bar + 1}`, tooltip: placeInWords(placed) }] : [];
    });

/** Behind a note value, the time that it lasts at the song's tempo; in a song that changes it, none. */
const timeHints = (song: OpenSong): readonly Hint[] => {
  const { song: whole } = song.reading;
  if (whole.tempoChanges.length > 0) return [];
  const wholeNoteSeconds = 240 / whole.tempo.value;
  return noteValues(whole).flatMap((id): readonly Hint[] => {
    const place = placeOf(song, id);
    const [, figure, unit] =
      /^[+-]?(\d+)\s*\/\s*(\d+)$/.exec(place ? song.reading.text.slice(place.from, place.to) : '') ?? [];
    if (!place || !figure || !Number(unit)) return [];
    return [{ at: place.to, label: written((wholeNoteSeconds * Number(figure)) / Number(unit), 'seconds') }];
  });
};

/** The values that can be note values: parameters of instruments and effects, arguments of transforms. */
const noteValues = (song: Song): readonly SourceId[] => {
  const settings = (list: readonly Setting[]): readonly SourceId[] => list.map(({ value }) => value.id);
  const inArguments = new Set<SourceId>();
  for (const { expression } of [
    ...song.patterns,
    ...song.progressions,
    ...song.sections.flatMap(({ parts }) => parts),
  ])
    eachExpression(expression, (inner) => {
      if (inner.kind !== 'transform' && inner.kind !== 'call') return;
      for (const argument of inner.arguments) eachArgument(argument, (one) => addTime(inArguments, one));
    });
  return [
    ...song.instruments.flatMap((instrument) => settings(instrument.settings)),
    ...[...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
      inserts.flatMap((insert) => settings(insert.settings)),
    ),
    ...inArguments,
  ];
};

const addTime = (ids: Set<SourceId>, argument: Argument): void => {
  if (argument.kind === 'measure' && argument.quantity === 'notes') ids.add(argument.id);
};

const placeOf = ({ reading: { origins } }: OpenSong, id: SourceId): Range | undefined => {
  const place = origins[id];
  return place && place.to > place.from ? place : undefined;
};
