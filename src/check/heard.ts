// What is heard of a song's harmony, found in one pass over its notes for all who ask: the notes of chords,
// and how long each pitch sounds that is written as a note.

import { pitchClass } from '../music/pitch.ts';
import type { SourceId } from '../song/origin.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
import type { CheckContext } from './rule.ts';
import { isPitched, type PitchedNote } from './sounding.ts';

export interface Heard {
  /** The notes of chord symbols, by track, in time. */
  readonly chords: readonly (readonly PitchedNote[])[];
  /** Bars that each pitch class sounds, by notes that are not of drums, in the order of first sounding. */
  readonly notes: ReadonlyMap<number, number>;
  /** Tokens that wrote these notes, up to `enough`. */
  readonly tokens: number;
}

/** More tokens are not counted. */
export const enough = 64;

export const heardIn = (context: CheckContext): Heard => {
  const known = heard.get(context.timeline);
  if (known) return known;
  const found = hear(context);
  heard.set(context.timeline, found);
  return found;
};

const heard = new WeakMap<Timeline, Heard>();

const hear = ({ song, timeline, index }: CheckContext): Heard => {
  const tokens = new Set<SourceId>();
  const weights = new Float64Array(12);
  const order: number[] = [];
  const { kindOf } = index.atoms;
  const chords = timeline.tracks.map(({ notes }, place) => {
    const instrument = index.instruments.get(song.tracks[place]!.instrument?.name ?? '');
    const isDrum = instrument !== undefined && instrumentNamed(instrument.type.name)?.drum !== undefined;
    const ofChords: PitchedNote[] = [];
    for (const note of notes) {
      if (!isPitched(note)) continue;
      const kind = kindOf(note.id);
      if (kind === 'chord') ofChords.push(note);
      if (kind !== 'note' || isDrum) continue;
      if (tokens.size < enough) tokens.add(note.id);
      const pitch = pitchClass(note.midi);
      if (weights[pitch] === 0) order.push(pitch);
      weights[pitch]! += note.length.n / note.length.d;
    }
    return ofChords;
  });
  return { chords, notes: new Map(order.map((pitch) => [pitch, weights[pitch]!])), tokens: tokens.size };
};
