// Who plays: each track with its instrument, what kind of part it is, and its notes.

import type { SourceId } from '../song/origin.ts';
import type { Instrument, Part, Track } from '../song/song.ts';
import type { Note, PlacedSection, Timeline } from '../timeline/timeline.ts';
import type { InstrumentType } from '../vocabulary/instruments/instrument.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
import { sumOf } from './part-sums.ts';
import type { CheckContext } from './rule.ts';
import type { SongIndex } from './song-index.ts';

export interface TrackPlayer {
  readonly name: string;
  readonly track: Track;
  readonly instrument?: Instrument;
  readonly type?: InstrumentType;
  /** Hits, or a drum by its nature: its pitch is a colour. */
  readonly isDrum: boolean;
  readonly notes: readonly Note[];
  readonly parts: readonly (readonly Note[])[];
}

export const playersOf = (context: CheckContext): readonly TrackPlayer[] => {
  const known = players.get(context.index);
  if (known) return known;
  const found = context.timeline.tracks.map(({ notes, parts }, place): TrackPlayer => {
    const track = context.song.tracks[place]!;
    const instrument = track.instrument && context.index.instruments.get(track.instrument.name);
    const type = instrument && instrumentNamed(instrument.type.name);
    const sums = parts.map((part) => sumOf(part, context.index.atoms));
    const hasPitch = sums.some(({ low, high }) => low <= high);
    return {
      name: track.name.name,
      track,
      ...(instrument ? { instrument } : {}),
      ...(type ? { type } : {}),
      isDrum: type?.drum === true || !hasPitch,
      notes,
      parts,
    };
  });
  players.set(context.index, found);
  return found;
};

const players = new WeakMap<SongIndex, readonly TrackPlayer[]>();

/** Whether a word of the names by which a track goes (its own, its instrument's, its samples') says so. */
export const isCalled = ({ track, instrument }: TrackPlayer, words: RegExp): boolean =>
  [track.name.name, instrument?.name.name ?? '', instrument?.type.name ?? '', sourceOf(instrument)].some(
    (name) => words.test(name),
  );

const sourceOf = (instrument: Instrument | undefined): string => {
  const source: unknown = instrument && 'source' in instrument ? instrument.source : undefined;
  return typeof source === 'object' && source !== null && 'value' in source ? String(source.value) : '';
};

/** Tracks that play the bass: those that are called so, else the lowest one, where it is low. */
export const bassesOf = (context: CheckContext): readonly TrackPlayer[] => {
  const pitched = playersOf(context).filter(({ isDrum, notes }) => !isDrum && notes.length > 0);
  const called = pitched.filter((player) => isCalled(player, /bass|sub|808/i));
  if (called.length > 0) return called;
  const middle = ({ parts }: TrackPlayer): number => {
    const sums = parts.map((part) => sumOf(part, context.index.atoms)).filter(({ low, high }) => low <= high);
    return sums.reduce((sum, { low, high }) => sum + (low + high) / 2, 0) / sums.length;
  };
  const [lowest] = pitched.toSorted((left, right) => middle(left) - middle(right));
  return lowest && middle(lowest) < lowestMiddle ? [lowest] : [];
};

/** C3: a line around it or above is a tenor's. */
const lowestMiddle = 48;

/** The placement of a section that a bar is in. */
export const placementAt = ({ sections }: Timeline, bar: number): PlacedSection | undefined => {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.bar <= bar) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
};

/** What a track plays in the section of a bar, as the song writes it; the first where there are several. */
export const partAt = ({ song, timeline }: CheckContext, track: string, bar: number): Part | undefined => {
  const place = placementAt(timeline, bar);
  return place && song.sections[place.section]!.parts.find((part) => part.track.name === track);
};

/** Where a part's music is written in its section. */
export const placeOfPart = ({ expression }: Part): SourceId =>
  expression.kind === 'name' ? expression.name.id : expression.id;

/** Found once for each part of the timeline, and for a number that it depends on. */
export const perPart = <Found>(
  find: (part: readonly Note[], by: number) => Found,
): ((part: readonly Note[], by?: number) => Found) => {
  const known = new WeakMap<readonly Note[], Map<number, Found>>();
  return (part, by = 0) => {
    const ofPart = known.get(part) ?? new Map<number, Found>();
    known.set(part, ofPart);
    if (!ofPart.has(by)) ofPart.set(by, find(part, by));
    return ofPart.get(by)!;
  };
};

export const barOf = ({ start }: Note): number => Math.floor(start.n / start.d);
export const startOf = ({ start }: Note): number => start.n / start.d;
export const endOf = ({ start, length }: Note): number => start.n / start.d + length.n / length.d;
export const endSecondsOf = ({ startSeconds, lengthSeconds }: Note): number => startSeconds + lengthSeconds;
