// The identity of a track's music: equal hashes mean that nothing needs to be swapped.
// Where a note stands in the text is left out: a line put in above must not restart what plays.

import { clipStride, eventStride, type TrackProgram } from './program.ts';

/** What a track plays: all but its strip. */
export type Music = Pick<
  TrackProgram,
  'instrument' | 'voices' | 'instrumentParameters' | 'zones' | 'events' | 'eventCount' | 'clips'
>;

/**
 * Sixteen hex digits over the instrument, its parameters, its zones, the notes and the clips without their source ids.
 * @param samples  hashes of the samples that the zones and the clips name
 */
export function hashOf(music: Music, samples: readonly string[] = []): string {
  const { eventCount } = music;
  const hash = { a: 0x9e3779b9, b: 0x85ebca6b };
  mix(hash, music.instrument);
  mix(hash, music.voices);
  for (const word of bitsOf(music.instrumentParameters)) mix(hash, word);
  mix(hash, music.zones.length);
  for (const word of bitsOf(music.zones)) mix(hash, word);
  for (const sample of samples) mix(hash, seedOf(sample));
  mix(hash, eventCount);
  const notes = new Uint32Array(music.events);
  const wordsPerEvent = eventStride / 4;
  for (let event = 0; event < eventCount; event++) {
    for (let word = 0; word < wordsPerEvent; word++)
      if (word !== sourceWord) mix(hash, notes[event * wordsPerEvent + word]!);
  }
  const clips = new Uint32Array(music.clips ?? new ArrayBuffer(0));
  mix(hash, clips.length);
  for (let word = 0; word < clips.length; word++)
    if (word % wordsPerClip !== clipSourceWord) mix(hash, clips[word]!);
  return hex(finish(hash.a ^ hash.b)) + hex(finish(hash.b + hash.a));
}

/** Where an event has its source id: see `eventStride`. */
const sourceWord = 4;
/** And a clip: see `clipStride`. */
const clipSourceWord = 12;
const wordsPerClip = clipStride / 4;

const bitsOf = ({ buffer, byteOffset, length }: Float32Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, length);

/** 32 bits of a name, from which the chance of a track's notes is drawn: the same in every host. */
export function seedOf(name: string): number {
  const hash = { a: 0x9e3779b9, b: 0x85ebca6b };
  for (let at = 0; at < name.length; at++) mix(hash, name.charCodeAt(at));
  return finish(hash.a ^ hash.b);
}

interface Hash {
  a: number;
  b: number;
}

/** Two lanes of multiply, rotate and cross over: 64 bits of state, 32-bit arithmetic only. */
function mix(hash: Hash, word: number): void {
  const a = Math.imul(hash.a ^ word, 0xcc9e2d51);
  const b = Math.imul((hash.b + word) | 0, 0x1b873593);
  hash.a = (((a << 15) | (a >>> 17)) + hash.b) | 0;
  hash.b = (((b << 13) | (b >>> 19)) ^ hash.a) | 0;
}

function finish(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');
