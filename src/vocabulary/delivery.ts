// Where songs go, and what goes along: the names that `deliver` takes. What each target asks of the sound
// is the checks' business; this is only what there is to name.

import { choice, hertz, type Parameter } from './parameter.ts';

export interface DeliveryTarget {
  readonly name: string;
  readonly doc: string;
}

export const deliveryTargets: readonly DeliveryTarget[] = [
  { name: 'spotify', doc: 'Spotify.' },
  { name: 'apple', doc: 'Apple Music.' },
  { name: 'youtube', doc: 'YouTube and YouTube Music.' },
  { name: 'tidal', doc: 'Tidal.' },
  { name: 'amazon', doc: 'Amazon Music.' },
  { name: 'deezer', doc: 'Deezer.' },
  { name: 'soundcloud', doc: 'SoundCloud.' },
  { name: 'bandcamp', doc: 'Bandcamp.' },
  { name: 'broadcast', doc: 'Radio and television in Europe, by EBU R 128.' },
  { name: 'atsc', doc: 'Television in North America, by ATSC A/85.' },
  { name: 'cd', doc: 'A compact disc: 44.1 kHz, 16 bits.' },
  { name: 'club', doc: 'Played out loud: as loud as the master is.' },
];

const targets = new Map(deliveryTargets.map((target) => [target.name, target]));

/** By its name in any capitals. */
export const deliveryTargetNamed = (name: string): DeliveryTarget | undefined =>
  targets.get(name.toLowerCase());

/** What goes along without a value. */
export const deliveryExtras: readonly { readonly name: string; readonly doc: string }[] = [
  { name: 'stems', doc: 'Each track as a file of its own.' },
  { name: 'midi', doc: 'The notes as a MIDI file.' },
];

/** How the files are written. */
export const deliveryFormat: readonly Parameter[] = [
  choice('format', ['wav', 'flac', 'mp3'], 'The kind of file.'),
  hertz('rate', 48_000, 44_100, 192_000, 'Samples a second.'),
  choice('bits', ['16', '24', '32f'], 'Bits of a sample; 32f is floating point.', '24'),
];
