// The sounds that come with Codetta, by the names that songs call them: drum kits, instruments for a Sampler, and
// impulse responses for a Convolver.

import { generalMidi } from './general-midi.ts';

export interface BundledSound {
  readonly name: string;
  readonly doc: string;
}

/** `Kit("bundled/808")`, or `Kit("808")` for short. */
export const bundledKits: readonly BundledSound[] = [
  { name: '808', doc: 'An analogue kit: a long round bass drum, ticking hats, a bell of two square waves.' },
  { name: '909', doc: 'A kit for dance music: a hard bass drum, a rattling snare, cymbals of few bits.' },
  { name: 'acoustic', doc: 'A drum set in a small room, in three strengths of the stick.' },
  { name: 'gm', doc: 'The standard drum set of General MIDI.' },
];

/** `Sampler("piano")`: the grand piano first, then the 128 of General MIDI. */
export const bundledInstruments: readonly BundledSound[] = [
  { name: 'piano', doc: 'A concert grand, every minor third recorded.' },
  ...generalMidi.map((name, number) => ({ name, doc: `General MIDI ${number + 1}.` })),
];

/** A room, a plate or a spring for a Convolver. */
export interface BundledResponse extends BundledSound {
  /** In how many seconds its sound falls by 60 dB, at that many Hz, from low to high; between them by the octave. */
  readonly decay: readonly (readonly [hertz: number, seconds: number])[];
}

/** `convolver: hall`. */
export const bundledResponses: readonly BundledResponse[] = [
  {
    name: 'room',
    doc: 'A small room with carpet and shelves: 0.4 s, close and dry above.',
    decay: [
      [125, 0.5],
      [250, 0.45],
      [500, 0.43],
      [1000, 0.4],
      [4000, 0.34],
      [8000, 0.28],
    ],
  },
  {
    name: 'hall',
    doc: 'A concert hall: 2.2 s, with early reflections from walls and ceiling, warm below, soft above.',
    decay: [
      [125, 2.7],
      [250, 2.5],
      [1000, 2.2],
      [4000, 1.6],
      [8000, 1.05],
    ],
  },
  {
    name: 'plate',
    doc: 'A steel plate of two square metres: 2 s, dense at once, bright, its highs ahead of its lows.',
    decay: [
      [125, 2.8],
      [250, 2.5],
      [1000, 2],
      [4000, 1.45],
      [8000, 1],
    ],
  },
  {
    name: 'spring',
    doc: 'Three springs of a guitar amplifier: 2.4 s, every echo a chirp that grows longer.',
    decay: [
      [125, 2.4],
      [4000, 2.4],
    ],
  },
];

/** The response of that name, with `bundled/` in front or not. */
export const bundledResponse = (name: string): BundledResponse | undefined =>
  named(bundledResponses, name.replace(/^bundled\//, ''));

/** The kit of that name, with `bundled/` in front or not. */
export const bundledKit = (source: string): BundledSound | undefined =>
  named(bundledKits, source.replace(/^bundled\//, ''));

export const bundledInstrument = (source: string): BundledSound | undefined =>
  named(bundledInstruments, source.replace(/^bundled\//, ''));

/** The number of a General MIDI instrument, from 0; undefined for the others. */
export const generalMidiNumber = (name: string): number | undefined => {
  const number = generalMidi.indexOf(name);
  return number < 0 ? undefined : number;
};

/** Whether a source is a path and no name: it has a folder or an ending. */
export const isPath = (source: string): boolean => /[/.]/.test(source) && !source.startsWith('bundled/');

const named = <Sound extends BundledSound>(sounds: readonly Sound[], name: string): Sound | undefined =>
  sounds.find((sound) => plain(sound.name) === plain(name));

/** `Electric Piano 1`, `electric-piano-1` and `electric piano 1` are one. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');
