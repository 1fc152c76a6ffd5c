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

/** What sounds with a pitch, in the order of the tracks and then of first sounding. */
export const soundings = ({ song, timeline, index }: CheckContext): readonly Sounding[] =>
  timeline.tracks.flatMap(({ notes }, place) => {
    const track = song.tracks[place]!;
    const instrument = track.instrument && index.instruments.get(track.instrument.name);
    const type = instrument && instrumentNamed(instrument.type.name);
    const line = notes.filter(isPitched);
    return [...byToken(line)].map(([id, sounded]) => ({
      id,
      track,
      notes: sounded,
      line,
      ...(instrument ? { instrument } : {}),
      ...(type ? { type } : {}),
    }));
  });

const byToken = (notes: readonly PitchedNote[]): ReadonlyMap<SourceId, readonly PitchedNote[]> => {
  const found = new Map<SourceId, PitchedNote[]>();
  for (const note of notes) {
    const sounded = found.get(note.id);
    if (sounded) sounded.push(note);
    else found.set(note.id, [note]);
  }
  return found;
};

export const isPitched = (note: Note): note is PitchedNote => note.midi !== undefined;
