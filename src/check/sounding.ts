// The notes of the timeline by the token that wrote them: rules that judge sounds speak of tokens,
// and one token sounds many times, on one track or on several.

import type { SourceId } from '../song/origin.ts';
import type { Instrument, Track } from '../song/song.ts';
import type { Note } from '../timeline/timeline.ts';
import type { InstrumentType } from '../vocabulary/instruments/instrument.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
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

export type PitchedNote = Note & { readonly midi: number };

/** A track that sounds, with the instrument that it is on. */
export type Player = Pick<Sounding, 'track' | 'instrument' | 'type'>;

/**
 * The tokens of which some note is wanted, each with all its notes, on every track that it sounds on: in
 * the order of the tracks and then of first sounding.
 * @param wanted  asked for every note with a pitch; most rules want few, and the rest costs nothing more
 */
export const soundings = (
  { song, timeline, index }: CheckContext,
  wanted: (player: Player) => (note: PitchedNote) => boolean,
): readonly Sounding[] => {
  const players = timeline.tracks.map(({ notes }, place) => {
    const track = song.tracks[place]!;
    const instrument = track.instrument && index.instruments.get(track.instrument.name);
    const type = instrument && instrumentNamed(instrument.type.name);
    return { notes, player: { track, ...(instrument ? { instrument } : {}), ...(type ? { type } : {}) } };
  });
  const ids = new Set<SourceId>();
  for (const { notes, player } of players) {
    const isWanted = wanted(player);
    for (const note of notes) if (isPitched(note) && isWanted(note)) ids.add(note.id);
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

export const isPitched = (note: Note): note is PitchedNote => note.midi !== undefined;
