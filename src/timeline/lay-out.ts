// The song laid out in time: sections one after another, each with what its tracks play.
// A section is laid out once, however often it is arranged; its later places are shifted copies.

import { quartersPerBar } from '../music/meter.ts';
import { secondsAt, steadyTempo } from '../music/tempo.ts';
import { evaluator } from '../pattern/expression.ts';
import type { Section, Song } from '../song/song.ts';
import { layOutPart, merged, type SectionNote } from './part.ts';
import type { Note, PlacedSection, Timeline } from './timeline.ts';

/** How much of a song is laid out. */
export interface Longest {
  readonly bars: number;
  readonly notes: number;
}

/** Far above any song: what is longer is a slip in a repeat or a length, not music. */
export const longest: Longest = { bars: 100_000, notes: 1 << 20 };

/** The timeline of any song: what is unknown is left out, what is too long is cut and said so. */
export const layOut = (song: Song, most: Longest = longest): Timeline => {
  const secondsOfBar = clock(song);
  const { sections, bars, isTooLong } = place(song, most.bars, secondsOfBar);
  const notes = song.tracks.map((): Note[] => []);
  const notesOf = sectionNotes(song);
  let room = most.notes;
  for (const placed of sections) {
    for (const [track, found] of notesOf(placed.section, room)) {
      const heard = found.length > room ? found.slice(0, room) : found;
      for (const note of heard) notes[track]!.push(moved(note, placed.bar, secondsOfBar));
      room -= heard.length;
    }
    if (room === 0) break;
  }
  const truncated = room === 0 ? 'notes' : isTooLong ? 'bars' : undefined;
  return {
    bars,
    sections,
    seconds: secondsOfBar(bars),
    tracks: song.tracks.map(({ name }, index) => ({ track: name.name, notes: notes[index]! })),
    barSeconds: Array.from({ length: bars + 1 }, (_, bar) => secondsOfBar(bar)),
    ...(truncated ? { truncated } : {}),
  };
};

/** Seconds at a position in bars, a float made from an exact fraction or a whole number of bars. */
type Clock = (bars: number) => number;

const clock = (song: Song): Clock => {
  const secondsPerBar = secondsAt(steadyTempo(song.tempo.value), quartersPerBar(song.meter));
  return (bars) => bars * secondsPerBar;
};

interface Placed {
  readonly sections: readonly PlacedSection[];
  readonly bars: number;
  readonly isTooLong: boolean;
}

/** The arrangement, walked. Of two sections with one name the first counts; unknown and empty lengths are skipped. */
const place = (song: Song, mostBars: number, secondsOfBar: Clock): Placed => {
  const sections: PlacedSection[] = [];
  let bar = 0;
  for (const placement of song.arrangement) {
    const section = song.sections.findIndex(({ name }) => name.name === placement.section.name);
    const bars = section < 0 ? 0 : wholeBars(song.sections[section]!);
    if (bars === 0) continue;
    for (let repeat = 0; repeat < placement.repeats; repeat += 1) {
      if (bar + bars > mostBars) return { sections, bars: bar, isTooLong: true };
      sections.push({
        name: placement.section.name,
        id: placement.id,
        section,
        repeat,
        bar,
        bars,
        startSeconds: secondsOfBar(bar),
        endSeconds: secondsOfBar(bar + bars),
      });
      bar += bars;
    }
  }
  return { sections, bars: bar, isTooLong: false };
};

const wholeBars = (section: Section): number => Math.max(0, Math.round(section.bars.value) || 0);

/** The notes of a section by the index of their track, at most so many; laid out when first asked for. */
const sectionNotes = (song: Song) => {
  const patternOf = evaluator(song);
  const trackIndex = new Map<string, number>();
  for (const [index, { name }] of song.tracks.entries())
    if (!trackIndex.has(name.name)) trackIndex.set(name.name, index);
  const known = new Map<number, ReadonlyMap<number, readonly SectionNote[]>>();

  return (index: number, most: number): ReadonlyMap<number, readonly SectionNote[]> => {
    const found = known.get(index);
    if (found) return found;
    const section = song.sections[index]!;
    const notes = new Map<number, readonly SectionNote[]>();
    let room = most;
    for (const part of section.parts) {
      const track = trackIndex.get(part.track.name);
      if (track === undefined) continue;
      const played = layOutPart(patternOf(part.expression), wholeBars(section), room);
      room -= played.length;
      notes.set(track, merged(notes.get(track), played));
    }
    known.set(index, notes);
    return notes;
  };
};

const moved = (note: SectionNote, bar: number, secondsOfBar: Clock): Note => {
  const { n, d } = note.start;
  // Whole bars leave a fraction in its lowest terms.
  const start = { n: n + bar * d, d };
  return {
    start,
    length: note.length,
    startSeconds: secondsOfBar(start.n / d),
    lengthSeconds: secondsOfBar(note.length.n / note.length.d),
    ...note.sound,
    velocity: note.velocity,
    id: note.id,
  };
};
