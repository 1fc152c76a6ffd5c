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

/** Notes that are kept, of all songs together, twice over: some tens of megabytes. */
const mostNotes = 1 << 17;

/** Parts by what surrounds them, then by content: each of the two texts is the same for many. */
type Generation = Map<string, Map<string, KnownPart>>;

export class PartStore {
  #young: Generation = new Map();
  #old: Generation = new Map();
  #notesOfYoung = 0;

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
    const { texts, key } = content;
    const young = this.#young.get(surroundings)?.get(key);
    if (young) return { part: young, texts };
    const old = this.#old.get(surroundings)?.get(key);
    if (old) {
      this.#keep(surroundings, key, old);
      return { part: old, texts };
    }
    const { notes, whole } = layOut();
    const inContent: SectionNote[] = [];
    for (const note of notes) {
      const id = contentId(texts, note.id);
      if (id === undefined) return inText(notes);
      inContent.push({ ...note, id });
    }
    const part = new KnownPart(inContent);
    if (whole) this.#keep(surroundings, key, part);
    return { part, texts };
  }

  #keep(surroundings: string, key: string, part: KnownPart): void {
    if (this.#notesOfYoung > mostNotes) {
      // What nobody has asked for since the last time goes.
      this.#old = this.#young;
      this.#young = new Map();
      this.#notesOfYoung = 0;
    }
    const around = this.#young.get(surroundings) ?? new Map<string, KnownPart>();
    this.#young.set(surroundings, around);
    around.set(key, part);
    // A part without notes has its key.
    this.#notesOfYoung += part.notes.length + 4;
  }
}

/** What the songs of this process have in common. */
export const commonParts = new PartStore();

/** A part that is not kept: its ids are those of the text. */
const inText = (notes: readonly SectionNote[]): PartNotes => ({
  part: new KnownPart(notes),
  texts: [{ firstAtom: 0, atoms: 0, first: 0 }],
});

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
