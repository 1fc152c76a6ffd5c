// What parts of sections play, kept by content from one version of a text to the next: a keystroke in one
// pattern lays out what plays it, and nothing else. Bounded: what was not asked for longest goes first.

import type { SourceId } from '../song/origin.ts';
import type { Clock } from './clock.ts';
import { type Content, contentId, idReader, type TextPlace } from './content.ts';
import type { SectionNote } from './part.ts';
import type { Note } from './timeline.ts';

/** A part laid out in its section; ids of its notes are those of the content (see content.ts). */
export class KnownPart {
  readonly notes: readonly SectionNote[];
  /** The notes as they were last placed, by the bar that the section begins at. */
  readonly #placed = new Map<number, Placed>();

  constructor(notes: readonly SectionNote[]) {
    this.notes = notes;
  }

  /** The notes of a placement; the same array as before where nothing about them has changed. */
  placedAt(bar: number, texts: readonly TextPlace[], clock: Clock): readonly Note[] {
    const before = this.#placed.get(bar);
    if (before?.clock === clock.name && sameTexts(before.texts, texts)) return before.notes;
    const idOf = idReader(texts);
    const notes = this.notes.map((note) => placed(note, bar, clock, idOf));
    if (this.#placed.size >= mostPlaces) this.#placed.clear();
    this.#placed.set(bar, { clock: clock.name, texts, notes });
    return notes;
  }
}

interface Placed {
  readonly clock: string;
  readonly texts: readonly TextPlace[];
  readonly notes: readonly Note[];
}

/** What a part plays, and where its atoms have their ids in this version of the text. */
export interface PartNotes {
  readonly part: KnownPart;
  readonly texts: readonly TextPlace[];
}

/** A section that is placed more often than this, or has been, begins to forget. */
const mostPlaces = 32;

/** Notes that are kept, of all songs together: some tens of megabytes. */
const mostNotes = 1 << 18;

export class PartStore {
  readonly #parts = new Map<string, KnownPart>();
  #kept = 0;

  /**
   * A part by its content and what it sounds in, laid out by `layOut` where it is not known.
   * @param surroundings  all that the notes depend on besides the content
   * @param layOut  the notes with their ids in the text; `whole` where nothing of them was cut off
   */
  part(
    content: Content | undefined,
    surroundings: string,
    layOut: () => { readonly notes: readonly SectionNote[]; readonly whole: boolean },
  ): PartNotes {
    if (!content) return inText(layOut().notes);
    const { texts } = content;
    const key = `${surroundings} ${content.key}`;
    const known = this.#parts.get(key);
    if (known) {
      // Asked for last: it goes last.
      this.#parts.delete(key);
      this.#parts.set(key, known);
      return { part: known, texts };
    }
    const { notes, whole } = layOut();
    const inContent: SectionNote[] = [];
    for (const note of notes) {
      const id = contentId(texts, note.id);
      if (id === undefined) return inText(notes);
      inContent.push({ ...note, id });
    }
    const part = new KnownPart(inContent);
    if (whole) this.#keep(key, part);
    return { part, texts };
  }

  #keep(key: string, part: KnownPart): void {
    this.#parts.set(key, part);
    this.#kept += weight(part);
    for (const [oldest, one] of this.#parts) {
      if (this.#kept <= mostNotes) return;
      this.#parts.delete(oldest);
      this.#kept -= weight(one);
    }
  }
}

/** What the songs of this process have in common. */
export const commonParts = new PartStore();

/** A part that is not kept: its ids are those of the text. */
const inText = (notes: readonly SectionNote[]): PartNotes => ({
  part: new KnownPart(notes),
  texts: [{ firstAtom: 0, atoms: 0, first: 0 }],
});

/** Its notes, and as many again where it is placed; a part without notes has its key. */
const weight = (part: KnownPart): number => 2 * part.notes.length + 8;

const sameTexts = (left: readonly TextPlace[], right: readonly TextPlace[]): boolean =>
  left === right || left.every(({ firstAtom }, index) => firstAtom === right[index]!.firstAtom);

const placed = (note: SectionNote, bar: number, clock: Clock, idOf: (id: number) => SourceId): Note => {
  const { n, d } = note.start;
  // Whole bars leave a fraction in its lowest terms.
  const start = { n: n + bar * d, d };
  return {
    start,
    length: note.length,
    startSeconds: clock.at(start.n / d),
    lengthSeconds: clock.lasting(start, note.length),
    ...note.sound,
    velocity: note.velocity,
    id: idOf(note.id),
  };
};
