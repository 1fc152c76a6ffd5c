// Which tokens of the text sound at a moment: looked up in the program's notes, frame by frame.
// Keeps starts, ends and ids of its own, since the notes themselves move to the audio thread.

import { eventStride, type Program } from '../../../src/engine/program.ts';

interface TrackNotes {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  /** The longest note, in samples: how far back a sounding one can begin. */
  readonly longest: number;
}

/** Shorter notes light up as long as this, so that an eye can catch them. */
const leastSeconds = 0.12;
/** Notes at one moment of one track, at most: beyond it is a wall of light. */
const mostOfTrack = 64;

export class SoundingNotes {
  readonly #tracks: readonly TrackNotes[];

  /** @param program  before its notes are given away */
  constructor(program: Pick<Program, 'tracks' | 'sampleRate'>) {
    const least = Math.round(leastSeconds * program.sampleRate);
    this.#tracks = program.tracks.map(({ events, eventCount }) => notesOf(events, eventCount, least));
  }

  /** The ids of the tokens whose notes sound at `sample`, each once, ascending. */
  at(sample: number): readonly number[] {
    const ids = new Set<number>();
    for (const { starts, ends, ids: own, longest } of this.#tracks) {
      const last = firstAfter(starts, sample) - 1;
      for (let i = last; i >= 0 && last - i < mostOfTrack && starts[i]! + longest > sample; i--)
        if (ends[i]! > sample) ids.add(own[i]!);
    }
    return [...ids].sort((a, b) => a - b);
  }
}

const notesOf = (events: ArrayBuffer, count: number, least: number): TrackNotes => {
  const view = new DataView(events);
  const [starts, ends, ids] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  let longest = least;
  for (let i = 0; i < count; i++) {
    const at = i * eventStride;
    const length = Math.max(least, view.getUint32(at + 4, true));
    starts[i] = view.getUint32(at, true);
    ends[i] = starts[i]! + length;
    ids[i] = view.getUint32(at + 16, true);
    longest = Math.max(longest, length);
  }
  return { starts, ends, ids, longest };
};

/** The index of the first start after `sample`. */
const firstAfter = (starts: Uint32Array, sample: number): number => {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= sample) low = middle + 1;
    else high = middle;
  }
  return low;
};
