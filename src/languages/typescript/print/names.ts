// The names of a printed song: what the song calls its parts, as identifiers of which none means two things.

import { transforms } from '../../../pattern/transforms.ts';
import type { Song } from '../../../song/song.ts';
import { instruments } from '../../../vocabulary/instruments.ts';

type Kind = 'instrument' | 'kit' | 'tuning' | 'music' | 'take' | 'track' | 'bus' | 'section';

export interface Names {
  /** The identifier of a part of the song; undefined where there is no such part. */
  of(kind: Kind, name: string): string | undefined;
  /** A name of the `codetta` module, which is imported from now on. */
  api(name: string): string;
  /** What is imported, in the order of the alphabet. */
  used(): readonly string[];
}

/** Of two parts with one name the first counts, as it does when the song plays. */
export const newNames = (song: Song): Names => {
  const taken = new Set([...reserved, ...moduleNames]);
  const used = new Set<string>();
  const known = new Map<string, string>();
  const claim = (kind: Kind, parts: readonly { readonly name: { readonly name: string } }[]): void => {
    for (const { name } of parts) {
      const key = `${kind} ${name.name}`;
      if (known.has(key)) continue;
      const identifier = free(identifierOf(name.name), kind, taken);
      taken.add(identifier);
      known.set(key, identifier);
    }
  };
  claim('instrument', song.instruments);
  claim('kit', song.kits);
  claim('tuning', song.tunings);
  claim('music', [...song.progressions, ...song.patterns]);
  claim('take', song.takes);
  claim('section', song.sections);
  claim('track', song.tracks);
  claim('bus', song.buses);
  return {
    of: (kind, name) => known.get(`${kind} ${name}`),
    api: (name) => {
      used.add(name);
      return name;
    },
    used: () => [...used].sort(byLetters),
  };
};

/** As people sort imports: letter by letter, the capital of a letter before its small one. */
const byLetters = (left: string, right: string): number => {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [one, other] = [left[i]!, right[i]!];
    if (one === other) continue;
    const [small, otherSmall] = [one.toLowerCase(), other.toLowerCase()];
    return small === otherSmall ? (one < other ? -1 : 1) : small < otherSmall ? -1 : 1;
  }
  return left.length - right.length;
};

/** `b♭` and `c#` are names of a `.song`, and no identifiers. */
const identifierOf = (name: string): string => {
  const plain = name
    .replaceAll('#', 'Sharp')
    .replaceAll('♯', 'Sharp')
    .replaceAll('♭', 'Flat')
    .replace(/[^\p{L}\p{N}_$]/gu, '_');
  return /^[\p{L}_$]/u.test(plain) ? plain : `_${plain}`;
};

const kindWords: Readonly<Record<Kind, string>> = {
  instrument: 'Sound',
  kit: 'Kit',
  tuning: 'Tuning',
  music: 'Music',
  take: 'Take',
  track: 'Track',
  bus: 'Bus',
  section: 'Section',
};

/** `kick`, or `kickTrack` where another part is called so, or `kickTrack2`. */
const free = (wanted: string, kind: Kind, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  const worded = wanted + kindWords[kind];
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? worded : `${worded}${number}`;
    if (!taken.has(name)) return name;
  }
};

/** What the module brings: a song may use any of it. */
const moduleNames = [
  ...instruments.map(({ name }) => name),
  ...transforms.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])),
  'PolySynth',
  'Sampler',
  'Kit',
  'bus',
  'mini',
  'progression',
  'sample',
  'section',
  'silence',
  'song',
  'take',
  'tone',
  'track',
  'tuningFile',
];

const reserved = (
  'break case catch class const continue debugger default delete do else enum export extends false finally for ' +
  'function if import in instanceof new null return super switch this throw true try typeof var void while with ' +
  'yield let static implements interface package private protected public await async of arguments eval ' +
  'undefined NaN Infinity console Math'
).split(' ');
