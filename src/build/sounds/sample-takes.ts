// The takes of the sample songs, as singers and players might have brought them: a voice that hums a little flat, and
// a loop of brushes at a tempo that is not the song's. Synthesised from seeds and committed, so that a song from the
// repository plays as it is: `node src/build/run.mjs src/build/sounds/sample-takes.ts` writes them anew.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chance } from './dsp.ts';
import { writeFlac } from './flac-writer.ts';

/** Half of what records are made at: enough for a hum and for brushes, and small. */
const rate = 24_000;

/** The files by their names in `samples/takes`. */
export const sampleTakes = (): Readonly<Record<string, Uint8Array>> => ({
  'harbour-hum.flac': writeFlac([hum()], rate),
  'harbour-brushes.flac': writeFlac([brushes()], rate),
});

const made = (seconds: number, at: (t: number) => number): Float64Array =>
  Float64Array.from({ length: Math.round(seconds * rate) }, (_, i) => at(i / rate));

/** At 96 quarter notes a minute: MIDI numbers, and how many beats each is held. */
const line: readonly (readonly [midi: number, beats: number])[] = [
  [64, 1.5],
  [67, 0.5],
  [69, 2],
  [67, 1],
  [64, 1],
  [62, 2],
  [60, 1],
  [62, 1],
  [64, 2],
  [0, 4],
];
/** The singer is that flat, in semitones, each note a little otherwise. */
const flat = 0.32;
/** Formants of a soft "oo" that opens to an "ah" with the level: Hz, width, level. */
const vowel: readonly (readonly [hertz: number, width: number, level: number])[] = [
  [420, 110, 1],
  [950, 140, 0.4],
  [2600, 260, 0.07],
  [3400, 320, 0.04],
];

/** Four bars, with a breath before the first note. */
function hum(): Float64Array {
  const next = chance(41);
  const breathSeconds = 0.25;
  const notes: { readonly from: number; readonly to: number; readonly midi: number }[] = [];
  let at = breathSeconds;
  for (const [midi, beats] of line) {
    const to = at + (beats * 60) / 96;
    if (midi > 0) notes.push({ from: at, to, midi: midi - flat + 0.1 * (next() - 0.5) });
    at = to;
  }
  let turns = 0;
  let pitch = notes[0]!.midi;
  let level = 0;
  return made(at, (t) => {
    const note = notes.find(({ from, to }) => t >= from && t < to - 0.05);
    // The voice slides to a note within a tenth of a second, and wavers once it is held.
    if (note) pitch += (note.midi - pitch) * (1 - Math.exp(-1 / (0.03 * rate)));
    level += ((note ? 1 : 0) - level) * (1 - Math.exp(-1 / (0.04 * rate)));
    const held = note ? Math.min(1, Math.max(0, (t - note.from - 0.3) / 0.4)) : 0;
    const hertz = 440 * 2 ** ((pitch + 0.18 * held * Math.sin(2 * Math.PI * 5.4 * t) - 69) / 12);
    turns += hertz / rate;
    let sum = 0;
    for (let harmonic = 1; harmonic * hertz < 5000; harmonic++)
      sum += (formant(harmonic * hertz) / harmonic) * Math.sin(2 * Math.PI * turns * harmonic);
    const breath =
      (next() - 0.5) * (t < breathSeconds ? 0.012 * Math.sin((Math.PI * t) / breathSeconds) : 0.004);
    return 0.42 * level * sum + breath;
  });
}

const formant = (hertz: number): number =>
  vowel.reduce(
    (sum, [middle, width, level]) => sum + level * Math.exp(-(((hertz - middle) / width) ** 2)),
    0.02,
  );

/** Two bars at 96: a swish on each beat, a tap between, softer ones by chance. */
function brushes(): Float64Array {
  const next = chance(7);
  const beat = 60 / 96;
  const hits = Array.from({ length: 32 }, (_, step) => {
    const isBeat = step % 4 === 0;
    const level = isBeat ? (step % 8 === 4 ? 0.5 : 0.3) : step % 2 === 0 ? 0.16 : next() < 0.35 ? 0.07 : 0;
    return { at: (step * beat) / 4, level, rise: isBeat ? 0.012 : 0.002, fall: isBeat ? 0.09 : 0.03 };
  }).filter(({ level }) => level > 0);
  let before = 0;
  return made(8 * beat, (t) => {
    const white = next() * 2 - 1;
    const bright = white - 0.6 * before;
    before = white;
    return hits.reduce((sum, { at, level, rise, fall }) => {
      const age = t - at;
      if (age < 0 || age > 0.6) return sum;
      return sum + level * Math.min(1, age / rise) * Math.exp(-age / fall) * bright * 0.5;
    }, 0);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../../../samples/takes/', import.meta.url);
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(sampleTakes())) fs.writeFileSync(new URL(name, folder), bytes);
}
