// Songs for the language's tests, and what two readings of one song have in common.

import { readFileSync } from 'node:fs';
import type { Song } from '../../src/song/song.ts';

/** A whole song: eight tracks, two buses, six sections. */
export const road = readFileSync(new URL('fixtures/road.song', import.meta.url), 'utf8');

/** Every construct of the language, with comments in all places. */
export const whole = readFileSync(new URL('fixtures/whole.song', import.meta.url), 'utf8');

/** What a mix can say beyond faders. */
export const mixed = readFileSync(new URL('fixtures/mixed.song', import.meta.url), 'utf8');

/** A few lines with one of everything, short enough to be broken in every way. */
export const small = `song "A \\"b\\"" { by "C", tempo 90bpm, key D dorian }
instrument pad = PolySynth(FMSynth) { voices: 8, envelope: { attack: 40ms } } // soft
pattern p = "<c4 [d4 e4]>*2 ~ | f4@2 g4(3,8)"
progression h = | Dm7 | G/B |
track t { instrument: pad, level: -6dB, pan: 20% left, mute
  eq: low -2dB, high +3dB, send room: -12dB }
bus room { reverb: 2.8s, preDelay 20ms }
master { glue: -12dB 2:1 }
section a 4 bars { t: p.every(4, rev) }
arrange a*2
  a
`;

const places = new Set([
  'id',
  'pathId',
  'declaration',
  'firstAtom',
  'repeatsId',
  'covers',
  'places',
  'text',
  'ignores',
]);

/** The music and the mix of a song, without where they stand. */
export const meaning = (song: Song): unknown =>
  JSON.parse(
    JSON.stringify(song, (key, value: unknown) => (places.has(key) || isRange(value) ? undefined : value)),
  );

/** Offsets in the text; a place in the song has none. */
const isRange = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'from' in value && typeof value.from === 'number';

/** A small generator of repeatable chance, 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
