// The parts of a song as its file makes them: what is in a call stays as it was given, and is looked at when
// the song is written out.

import { api, type Instance, Thing, takeInstance, Wrong } from './calls.ts';
import { Part } from './patterns.ts';
import { tables } from './tables.ts';

export class Instrument extends Thing {
  readonly type: string;
  readonly polyphonic: boolean;
  /** Where in the call the type and the settings stand. */
  readonly typeIn: string | number;
  readonly settings: unknown;
  readonly settingsIn: number;
  constructor(type: string, how: { polyphonic: boolean; settings: unknown }, at: Instance) {
    super(at);
    this.type = type;
    this.polyphonic = how.polyphonic;
    this.typeIn = how.polyphonic ? 0 : 'c';
    this.settings = how.settings;
    this.settingsIn = how.polyphonic ? 1 : 0;
  }
}

/** The instruments as functions. */
export const voices: Record<string, (settings?: unknown) => Instrument> = {};
const voiceNames = new Map<unknown, string>();
const voiceOf = (name: string) => {
  const voice = api(
    (settings?: unknown) => new Instrument(name, { polyphonic: false, settings }, takeInstance()),
  );
  voiceNames.set(voice, name);
  return voice;
};
for (const name of tables.instruments) voices[name] = voiceOf(name);

/** Those that Tone.js plays: `tone.FMSynth(...)`. A thing, so that its calls count as the API's. */
export const tone: Readonly<Record<string, unknown>> = Object.freeze(
  Object.assign(
    new Thing(0),
    Object.fromEntries(tables.hosted.map((name) => [name, voiceOf(`tone.${name}`)])),
  ),
);

export const PolySynth = api((voice: unknown, settings?: unknown): Instrument => {
  const at = takeInstance();
  const type = voiceNames.get(voice);
  if (type === undefined)
    throw new Wrong('A PolySynth is made of an instrument: PolySynth(FMSynth, { voices: 8 }).', at, [0]);
  return new Instrument(type, { polyphonic: true, settings }, at);
});

/** A file of sound or of a tuning, with what is said of it. */
export class Material extends Thing {
  readonly kind: 'take' | 'sample' | 'kit' | 'tuning' | 'sampler';
  readonly file: unknown;
  readonly settings: unknown;
  constructor(kind: Material['kind'], file: unknown, settings: unknown, at: Instance) {
    super(at);
    this.kind = kind;
    this.file = file;
    this.settings = settings;
  }
}

const material = (kind: Material['kind']) =>
  api((file: unknown, settings?: unknown) => new Material(kind, file, settings, takeInstance()));

class Take extends Material {
  at(place: unknown): Part {
    return new Part(this, place, takeInstance());
  }
}
export const take = api(
  (file: unknown, settings?: unknown) => new Take('take', file, settings, takeInstance()),
);
export const sample = material('sample');
export const Kit = material('kit');
export const tuningFile = material('tuning');
export const Sampler = material('sampler');

export class Strip extends Thing {
  readonly kind: 'track' | 'bus';
  readonly name: unknown;
  readonly settings: unknown;
  constructor(kind: Strip['kind'], name: unknown, settings: unknown, at: Instance) {
    super(at);
    this.kind = kind;
    this.name = name;
    this.settings = settings;
  }
}
export const track = api(
  (name: unknown, settings?: unknown) => new Strip('track', name, settings, takeInstance()),
);
export const bus = api(
  (name: unknown, settings?: unknown) => new Strip('bus', name, settings, takeInstance()),
);

/** What a section is given, piece by piece, each with its call. */
interface SectionGiven {
  readonly like?: { readonly section: unknown; readonly at: Instance };
  readonly parts: readonly { readonly parts: unknown; readonly at: Instance; readonly in: number }[];
  readonly without: readonly { readonly track: unknown; readonly at: Instance; readonly in: number }[];
}

/** A section; what is said of it later makes a new one, so that the one before stays. */
export class Section extends Thing {
  readonly name: unknown;
  readonly bars: unknown;
  readonly given: SectionGiven;
  constructor(name: unknown, bars: unknown, given: SectionGiven, at: Instance) {
    super(at);
    this.name = name;
    this.bars = bars;
    this.given = given;
  }
  #with(more: Partial<SectionGiven>): Section {
    return new Section(this.name, this.bars, { ...this.given, ...more }, this.made);
  }
  like(section: unknown): Section {
    return this.#with({ like: { section, at: takeInstance() } });
  }
  with(parts: unknown): Section {
    return this.#with({ parts: [...this.given.parts, { parts, at: takeInstance(), in: 0 }] });
  }
  without(...tracks: unknown[]): Section {
    const at = takeInstance();
    const without = tracks.map((one, index) => ({ track: one, at, in: index }));
    return this.#with({ without: [...this.given.without, ...without] });
  }
  times(repeats: unknown): Repeated {
    return new Repeated(this, repeats, takeInstance());
  }
}

export class Repeated extends Thing {
  readonly section: Section;
  readonly repeats: unknown;
  constructor(section: Section, repeats: unknown, at: Instance) {
    super(at);
    this.section = section;
    this.repeats = repeats;
  }
}

export const section = api((name: unknown, bars?: unknown, parts?: unknown): Section => {
  const at = takeInstance();
  const own = parts === undefined ? [] : [{ parts, at, in: 2 }];
  return new Section(name, bars, { parts: own, without: [] }, at);
});

/** Something said of a song, with its call. */
export interface Said {
  readonly word: string;
  readonly given: readonly unknown[];
  readonly at: Instance;
}

/** A song: what is said of it, in order. */
export class Song extends Thing {
  readonly title: unknown;
  readonly settings: unknown;
  readonly said: Said[] = [];
  constructor(title: unknown, settings: unknown, at: Instance) {
    super(at);
    this.title = title;
    this.settings = settings;
  }
}

/** Words of a song that are methods; each gives the song itself. */
export const songWords = [
  'tracks',
  'buses',
  'master',
  'sections',
  'arrange',
  'samples',
  'automate',
  'marker',
  'lyrics',
  'brief',
  'checks',
  'expect',
  'deliver',
] as const;

for (const word of songWords)
  Object.defineProperty(Song.prototype, word, {
    value(this: Song, ...given: unknown[]) {
      this.said.push({ word, given, at: takeInstance() });
      return this;
    },
  });

export const song = api((title: unknown, settings?: unknown) => new Song(title, settings, takeInstance()));
