// Hover: what the language knows about the thing under the pointer, and what only time tells: when it
// sounds, for how long, and a picture of its notes.

import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { HoverSubject } from '../languages/language.ts';
import { displayNote } from '../music/pitch.ts';
import type { OpenSong } from './documents.ts';
import { explained } from './explain.ts';
import { placeInWords } from './inlay-hints.ts';
import { noteOfAtom, notesOfMusic } from './music-at.ts';
import { rangeIn } from './places.ts';
import { rollInLetters, rollPicture } from './roll.ts';
import type { World } from './world.ts';

export const hover = (
  song: OpenSong,
  position: Position,
  { pictures, world }: { readonly pictures: boolean; readonly world: World },
): Hover | null => {
  const offset = song.document.offsetAt(position);
  const found = song.language.hover(song.linked(), offset);
  const reasons = explained(song, offset, world);
  if (!found)
    return reasons.length === 0
      ? null
      : { contents: { kind: MarkupKind.Markdown, value: reasons.join('\n\n---\n\n') } };
  const more = found.about ? heard(found.about, song, pictures) : [];
  const value = [found.text, ...more, ...reasons.map((reason) => `---\n\n${reason}`)]
    .filter((part) => part !== '')
    .join('\n\n');
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: rangeIn(song.document, found.range),
  };
};

const heard = (about: HoverSubject, song: OpenSong, pictures: boolean): readonly string[] => {
  switch (about.kind) {
    case 'section':
      return [sectionHeard(about.name, song)];
    case 'track':
      return [trackHeard(about.name, song)];
    case 'atom':
      return [noteOfAtom(song, about.id)];
    case 'music':
    case 'expression': {
      const roll = notesOfMusic(song, about);
      return roll ? [pictures ? rollPicture(roll) : rollInLetters(roll)] : [];
    }
  }
};

/** A section is rarely in a song more often than that; the arrangement shows the rest. */
const mostPlaces = 16;

const sectionHeard = (name: string, song: OpenSong): string => {
  const timeline = song.timeline();
  const index = song.reading.song.sections.findIndex((section) => section.name.name === name);
  const places = timeline?.sections.filter(({ section }) => section === index) ?? [];
  if (places.length === 0) return 'not arranged';
  return places.slice(0, mostPlaces).map(placeInWords).join('  \n');
};

const trackHeard = (name: string, song: OpenSong): string => {
  const notes = song.timeline()?.tracks.find(({ track }) => track === name)?.notes ?? [];
  if (notes.length === 0) return 'no notes';
  const pitches = notes.flatMap(({ midi }) => (midi === undefined ? [] : [midi]));
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const midi of pitches) [low, high] = [Math.min(low, midi), Math.max(high, midi)];
  const count = `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
  if (pitches.length === 0) return count;
  return `${count}, ${low === high ? displayNote(low) : `${displayNote(low)} to ${displayNote(high)}`}`;
};
