// The song laid out in time: sections one after another, each with what its tracks play, over the song's
// maps of meter, key and tempo.
// A section is laid out once for each way that it sounds; its further places are shifted copies.

import { meterAt } from '../music/meter.ts';
import { compare, toNumber } from '../music/rational.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import { type Clock, clockOf } from './clock.ts';
import { type Form, type FormSection, formOf } from './form.ts';
import { commonParts, type PartStore } from './known-parts.ts';
import { lanesOf } from './lane.ts';
import { sung } from './lyrics.ts';
import { type Maps, mapsOf } from './maps.ts';
import { positionsOf } from './places.ts';
import { sectionNotes } from './section-notes.ts';
import { placedTakes } from './takes.ts';
import type { Note, PlacedMarker, PlacedSection, Timeline, TrackTimeline } from './timeline.ts';

/** How much of a song is laid out. */
export interface Longest {
  readonly bars: number;
  readonly notes: number;
}

/** Far above any song: what is longer is a slip in a repeat or a length, not music. */
export const longest: Longest = { bars: 100_000, notes: 1 << 20 };

/**
 * The timeline of any song: what is unknown is left out, what is too long is cut and said so.
 * @param parts  what was laid out before, of this song or of others; the timeline is the same without
 */
export const layOut = (song: Song, most: Longest = longest, parts: PartStore = commonParts): Timeline => {
  const { problems, tell } = teller();
  const form = formOf(song, most.bars);
  const maps = mapsOf(song, form, tell);
  const clock = clockOf(maps);
  const sections = form.sections.map(
    (section): PlacedSection => ({
      ...section,
      startSeconds: clock.at(section.bar),
      endSeconds: clock.at(section.bar + section.bars),
    }),
  );
  const { played, isTooFull } = notesOf(song, form, maps, clock, most.notes, parts, tell);
  const takes = placedTakes(song, form, maps, clock, tell);
  const tracks = song.tracks.map(({ name }, index) => ({
    track: name.name,
    ...played[index]!,
    takes: takes[index]!,
  }));
  const truncated = isTooFull ? 'notes' : form.isTooLong ? 'bars' : undefined;
  return {
    bars: form.bars,
    seconds: clock.at(form.bars),
    sections,
    tracks,
    barSeconds: Array.from({ length: form.bars + 1 }, (_, bar) => clock.at(bar)),
    ...maps,
    markers: markersOf(song, form, maps, clock, tell),
    lyrics: sung(song, sections, tracks, tell),
    lanes: lanesOf(song, form, maps, clock, tell),
    problems,
    ...(truncated ? { truncated } : {}),
  };
};

/** Problems as they come up; a section in several places has each of its own once. */
const teller = () => {
  const problems: Problem[] = [];
  const told = new Set<number>();
  const tell = (problem: Problem): void => {
    if (told.has(problem.id)) return;
    told.add(problem.id);
    problems.push(problem);
  };
  return { problems, tell };
};

const notesOf = (
  song: Song,
  form: Form,
  maps: Maps,
  clock: Clock,
  most: number,
  parts: PartStore,
  tell: (problem: Problem) => void,
): { readonly played: readonly Omit<TrackTimeline, 'track' | 'takes'>[]; readonly isTooFull: boolean } => {
  const played = song.tracks.map((): PlayedTrack => ({ parts: [], lines: [], last: undefined }));
  const partsOf = sectionNotes(song, maps, parts, tell);
  let room = most;
  for (const placement of form.sections) {
    for (const { track, part, texts } of partsOf(placement, most)) {
      const whole = part.placedAt(placement.bar, texts, clock);
      const found = whole.length > room ? whole.slice(0, room) : whole;
      if (found.length === 0) continue;
      room -= found.length;
      const one = played[track]!;
      one.parts.push(found);
      // Two parts of one track in a section sound together.
      if (one.last === placement) one.lines.push([...one.lines.pop()!, ...found].sort(byStartAndPitch));
      else one.lines.push(found);
      one.last = placement;
    }
    if (room === 0) break;
  }
  return {
    played: played.map(({ parts: ofTrack, lines }) => ({ notes: joined(lines), parts: ofTrack })),
    isTooFull: room === 0,
  };
};

interface PlayedTrack {
  readonly parts: (readonly Note[])[];
  /** What plays in each section, in time. */
  readonly lines: (readonly Note[])[];
  last: FormSection | undefined;
}

type Lines = readonly (readonly Note[])[];

/** All of them in a row; the row of before where none has changed. */
const joined = (lines: Lines): readonly Note[] => {
  const [first] = lines;
  if (!first) return [];
  const before = rows.get(first);
  const isSame =
    before?.lines.length === lines.length && before.lines.every((line, at) => line === lines[at]);
  if (isSame) return before.notes;
  const notes: Note[] = [];
  for (const line of lines) for (const note of line) notes.push(note);
  rows.set(first, { lines, notes });
  return notes;
};

/** By their first line. */
const rows = new WeakMap<readonly Note[], { readonly lines: Lines; readonly notes: readonly Note[] }>();

/** Hits have no pitch, and stand before what has. */
const byStartAndPitch = (left: Note, right: Note): number =>
  compare(left.start, right.start) || (left.midi ?? -1) - (right.midi ?? -1);

const markersOf = (
  { markers, sections }: Song,
  form: Form,
  { meters }: Maps,
  clock: Clock,
  tell: (problem: Problem) => void,
): readonly PlacedMarker[] =>
  markers
    .flatMap(({ name, at }) => {
      const grounds = { sections, form, meterOf: (bar: number) => meterAt(meters, bar) };
      const { found, problem } = positionsOf(at, grounds);
      if (problem) tell(problem);
      return found.map(({ at: bars }) => ({
        name: name.name,
        id: name.id,
        bars,
        seconds: clock.at(toNumber(bars)),
      }));
    })
    .sort((left, right) => compare(left.bars, right.bars));
