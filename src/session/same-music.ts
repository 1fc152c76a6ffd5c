// Whether two programs play the same notes on the same instruments: then they differ by what the mixer moves, which
// is heard between saves.

import { hashOf } from '../engine/hash.ts';
import type { Program, TrackProgram } from '../engine/program.ts';

/** Parameters of instruments may differ: they are controls of the mixer, too. */
export const sameMusic = (one: Program, other: Program): boolean =>
  one.lengthSamples === other.lengthSamples &&
  one.tracks.length === other.tracks.length &&
  one.tracks.every((track, index) => sameNotes(track, other.tracks[index]!));

const sameNotes = (one: TrackProgram, other: TrackProgram): boolean =>
  one.name === other.name &&
  (one.hash === other.hash ||
    (one.eventCount > 0 && one.eventCount === other.eventCount && notesOf(one) === notesOf(other)));

const notesOf = (track: TrackProgram): string => hashOf({ ...track, instrumentParameters: nothing });

const nothing = new Float32Array();
