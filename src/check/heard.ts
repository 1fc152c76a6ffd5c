// What is heard of a song's harmony, found once for all who ask: the notes of chords,
// and how long each pitch sounds that is written as a note.

import type { SourceId } from '../song/origin.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
import { type PitchedNote, sumOf } from './part-sums.ts';
import type { CheckContext } from './rule.ts';

export interface Heard {
  /** The notes of chord symbols, by track, in time. */
  readonly chords: readonly (readonly PitchedNote[])[];
  /** Bars that each pitch class sounds, by notes that are not of drums, in the order of first sounding. */
  readonly notes: ReadonlyMap<number, number>;
  /** Tokens that wrote these notes; counted only as far as `enough`. */
  readonly tokens: number;
}

/** More tokens than any rule asks for. */
const enough = 64;

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
  const notes = new Map<number, number>();
  const chords = timeline.tracks.map(({ parts }, place) => {
    const instrument = index.instruments.get(song.tracks[place]!.instrument?.name ?? '');
    const isDrum = instrument !== undefined && instrumentNamed(instrument.type.name)?.drum === true;
    const sums = parts.map((part) => sumOf(part, index.atoms));
    if (!isDrum)
      for (const sum of sums) {
        for (const [pitch, bars] of sum.weights) notes.set(pitch, (notes.get(pitch) ?? 0) + bars);
        if (tokens.size < enough) for (const token of sum.tokens) tokens.add(token);
      }
    return sums.flatMap((sum) => sum.chords);
  });
  return { chords, notes, tokens: tokens.size };
};
