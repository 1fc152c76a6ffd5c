// The sounds that come with Codetta, by the names that songs call them: drum kits, and instruments for a Sampler.

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

const named = (sounds: readonly BundledSound[], name: string): BundledSound | undefined =>
  sounds.find((sound) => plain(sound.name) === plain(name));

/** `Electric Piano 1`, `electric-piano-1` and `electric piano 1` are one. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');
