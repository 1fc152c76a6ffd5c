// The notes of the timeline by the token that wrote them: rules that judge sounds speak of tokens,
// and one token sounds many times, on one track or on several.

import type { SourceId } from '../song/origin.ts';
import type { Instrument, Track } from '../song/song.ts';
import type { Note } from '../timeline/timeline.ts';
import type { InstrumentType } from '../vocabulary/instruments/instrument.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
import { isPitched, type PartSum, type PitchedNote, sumOf } from './part-sums.ts';
import type { CheckContext } from './rule.ts';

/** One token as it sounds on one track. */
export interface Sounding {
  readonly id: SourceId;
  readonly track: Track;
  /** Absent where the song names one that does not exist. */
  readonly instrument?: Instrument;
  readonly type?: InstrumentType;
  /** With a pitch, in time; at least one. */
  readonly notes: readonly PitchedNote[];
  /** All that sounds with a pitch on the track, in time: the line that the token stands in. */
  readonly line: readonly PitchedNote[];
}

/** A track that sounds, with the instrument that it is on. */
export type Player = Pick<Sounding, 'track' | 'instrument' | 'type'>;

/** Of a player: whether a note is wanted, and of which parts none is, by their sum. */
export interface Wanted {
  readonly note: (note: PitchedNote) => boolean;
  readonly noneIn: (part: PartSum) => boolean;
}

/**
 * The tokens of which some note is wanted, each with all its notes, on every track that it sounds on: in
 * the order of the tracks and then of first sounding.
 */
export const soundings = (
  { song, timeline, index }: CheckContext,
  wantedOf: (player: Player) => Wanted,
): readonly Sounding[] => {
  const players = timeline.tracks.map(({ notes, parts }, place) => {
    const track = song.tracks[place]!;
    const instrument = track.instrument && index.instruments.get(track.instrument.name);
    const type = instrument && instrumentNamed(instrument.type.name);
    const player = { track, ...(instrument ? { instrument } : {}), ...(type ? { type } : {}) };
    return { notes, parts, player };
  });
  const ids = new Set<SourceId>();
  for (const { parts, player } of players) {
    const wanted = wantedOf(player);
    for (const part of parts) {
      if (wanted.noneIn(sumOf(part, index.atoms))) continue;
      for (const note of part) if (isPitched(note) && wanted.note(note)) ids.add(note.id);
    }
  }
  if (ids.size === 0) return [];
  return players.flatMap(({ notes, player }) => {
    const found = byToken(notes, ids);
    if (found.size === 0) return [];
    const line = notes.filter(isPitched);
    return [...found].map(([id, sounded]) => ({ id, ...player, notes: sounded, line }));
  });
};

const byToken = (
  notes: readonly Note[],
  ids: ReadonlySet<SourceId>,
): ReadonlyMap<SourceId, readonly PitchedNote[]> => {
  const found = new Map<SourceId, PitchedNote[]>();
  for (const note of notes) {
    if (!isPitched(note) || !ids.has(note.id)) continue;
    const sounded = found.get(note.id);
    if (sounded) sounded.push(note);
    else found.set(note.id, [note]);
  }
  return found;
};
