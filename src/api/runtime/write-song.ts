// A song written out as a `.song`: what is said of it and all that it leads to, in the order in which songs are
// written. The host reads that text as it reads any song, so that both languages mean the same by it.

import { type Instance, Thing, Wrong } from './calls.ts';
import {
  below,
  entriesOf,
  type Given,
  given,
  isName,
  leaf,
  name,
  quoted,
  short,
  syntax,
  value,
  within,
} from './page.ts';
import { Instrument, Material, Repeated, type Said, Section, Song, Strip } from './parts.ts';
import { MiniPattern, Pattern, Silence } from './patterns.ts';
import { eachMusic, type Names, writeChart, writePart, writePattern } from './write-music.ts';

export const writeSong = (song: unknown): void => {
  if (!(song instanceof Song))
    throw new Wrong(
      song === undefined
        ? "The file exports no song: write export default song('Title', { ... })."
        : `The file exports ${short(song)} and no song: write export default song('Title', { ... }).`,
      0,
    );
  const saidOf = (word: Said['word']): readonly Said[] => song.said.filter((one) => one.word === word);
  const tracks = listed(saidOf('tracks'), Strip, 'track');
  const buses = listed(saidOf('buses'), Strip, 'bus');
  const sections = allSections(saidOf('sections'), saidOf('arrange'));
  const register = newRegister();
  for (const { thing } of tracks) register.addSound(thing);
  for (const section of sections)
    for (const { parts, at, in: place } of section.given.parts)
      for (const { value: one } of entriesOf(given(parts, at, place))) register.addMusic(one.value);
  const samples = saidOf('samples').flatMap(({ given: [all], at }) => entriesOf(given(all, at, 0)));

  writeHeader(song);
  for (const said of saidOf('brief')) writeBrief(said);
  register.write();
  for (const { key, value: one } of samples) writeSample(key, one);
  for (const section of sections) writeSection(section, register.names);
  for (const said of saidOf('arrange')) writeArrangement(said);
  for (const { thing } of tracks) writeStrip(thing, register);
  for (const { thing } of buses) writeStrip(thing, register);
  for (const said of saidOf('master')) {
    within(given(said, said.at), () => {
      syntax('master { ');
      writeSettings(given(said.given[0], said.at, 0));
      syntax(' }\n');
    });
  }
  for (const { word, given: all, at } of song.said) writeLine(word, all, at);
};

/** The things that a song is given as arguments, each once. */
const listed = <Kind extends Thing>(
  said: readonly Said[],
  kind: new (...given: never[]) => Kind,
  word: string,
): readonly { readonly thing: Kind; readonly place: Given }[] => {
  const found = new Map<Kind, Given>();
  for (const { given: all, at } of said)
    all.forEach((thing, index) => {
      const place = given(thing, at, index);
      if (!(thing instanceof kind) || (thing instanceof Strip && thing.kind !== word))
        throw new Wrong(`A ${word} stands here: ${word}('name', { ... }). This is ${short(thing)}.`, at, [
          index,
        ]);
      if (!found.has(thing)) found.set(thing, place);
    });
  return [...found].map(([thing, place]) => ({ thing, place }));
};

/** The sections that are told of or play, and those that they are like, each once and those first. */
const allSections = (told: readonly Said[], arranged: readonly Said[]): readonly Section[] => {
  const found = new Set<Section>();
  const add = (thing: unknown, at: Instance, path: readonly (string | number)[], depth = 0): void => {
    const section = thing instanceof Repeated ? thing.section : thing;
    if (!(section instanceof Section))
      throw new Wrong(
        `A section stands here: section('verse', '8 bars', { ... }). This is ${short(thing)}.`,
        at,
        path,
      );
    if (found.has(section) || depth > 64) return;
    const { like } = section.given;
    if (like) add(like.section, like.at, [0], depth + 1);
    found.add(section);
  };
  for (const { given: all, at } of [...told, ...arranged])
    for (const [index, one] of all.entries()) add(one, at, [index]);
  return [...found];
};

interface Register {
  readonly names: Names;
  addSound(strip: Strip): void;
  addMusic(music: unknown): void;
  soundOf(thing: Thing): string | undefined;
  write(): void;
}

/** What gets a name in the song, and which. */
const newRegister = (): Register => {
  const sounds = new Map<Thing, string>();
  const music = new Map<Thing, string>();
  const takenSounds = new Set<string>();
  const takenMusic = new Set<string>(['silence']);

  const nameFor = (thing: Thing, fallback: string, taken: Set<string>): string => {
    const wanted = thing.named && isName(thing.named.name) ? thing.named.name : fallback;
    let free = thing.named && isName(wanted) && !taken.has(wanted) ? wanted : '';
    for (let count = 1; free === ''; count += 1)
      if (!taken.has(`${wanted}_${count}`)) free = `${wanted}_${count}`;
    taken.add(free);
    return free;
  };

  const addMusic = (one: unknown): void =>
    eachMusic(one, (thing) => {
      if (music.has(thing) || thing instanceof Silence) return;
      if (thing instanceof Material) music.set(thing, nameFor(thing, thing.kind, takenMusic));
      // A pattern without a name of its own, or one of many by that name, stands where it plays.
      else if (thing.named && isName(thing.named.name) && !takenMusic.has(thing.named.name))
        music.set(thing, nameFor(thing, '', takenMusic));
    });

  const names: Names = { of: (thing) => music.get(thing) };

  const writeDeclared = (word: string, thing: Thing, called: string, write: () => void): void =>
    within(given(thing, thing.made), () => {
      syntax(`${word} `);
      if (thing.named?.name === called) leaf(called, { at: thing.named.at, path: [0] });
      else leaf(called, { at: thing.made, path: ['c'] });
      syntax(' = ');
      write();
      syntax('\n');
    });

  return {
    names,
    addMusic,
    addSound: (strip) => {
      const sound = entriesOf(given(strip.settings, strip.made, 1)).find(
        ({ key }) => key.value === 'instrument',
      )?.value;
      if (sound?.value === undefined) return;
      const { value: thing, at, path } = sound;
      const isSound =
        thing instanceof Instrument ||
        (thing instanceof Material && (thing.kind === 'kit' || thing.kind === 'sampler'));
      if (!isSound)
        throw new Wrong(
          `An instrument stands here, such as MonoSynth({ ... }). This is ${short(thing)}.`,
          at,
          path,
        );
      if (sounds.has(thing)) return;
      const fallback =
        thing instanceof Instrument ? `${thing.type[0]!.toLowerCase()}${thing.type.slice(1)}` : thing.kind;
      sounds.set(thing, nameFor(thing, fallback, takenSounds));
    },
    soundOf: (thing) => sounds.get(thing),
    write: () => {
      for (const [thing, called] of music)
        if (thing instanceof Material && thing.kind === 'tuning')
          writeDeclared('tuning', thing, called, () => writeMaterial(thing));
      for (const [thing, called] of sounds) {
        if (thing instanceof Instrument)
          writeDeclared('instrument', thing, called, () => writeInstrument(thing));
        else if (thing instanceof Material)
          writeDeclared(thing.kind === 'kit' ? 'kit' : 'instrument', thing, called, () =>
            writeMaterial(thing),
          );
      }
      for (const [thing, called] of music)
        if (thing instanceof Material && thing.kind === 'take')
          writeDeclared('take', thing, called, () => writeMaterial(thing));
      for (const [thing, called] of music) {
        if (!(thing instanceof Pattern)) continue;
        const isChart = thing instanceof MiniPattern && thing.isChart;
        writeDeclared(isChart ? 'progression' : 'pattern', thing, called, () => {
          if (isChart && writeChart(thing)) return;
          writePattern(thing, given(thing, thing.made), names);
        });
      }
    },
  };
};

const writeInstrument = ({ type, polyphonic, typeIn, settings, settingsIn, made }: Instrument): void => {
  syntax(polyphonic ? 'PolySynth(' : '');
  leaf(type, { at: made, path: [typeIn] });
  syntax(polyphonic ? ')' : '');
  writeBlock(given(settings, made, settingsIn));
};

const writeMaterial = ({ kind, file, settings, made }: Material): void => {
  const callee = kind === 'kit' ? 'Kit' : kind === 'sampler' ? 'Sampler' : undefined;
  if (callee) syntax(`${callee}(`);
  quoted(given(file, made, 0));
  if (callee) syntax(')');
  writeBlock(given(settings, made, 1), quotedIn[kind]);
};

/** The settings that stand in quotes. */
const quotedIn: Readonly<Record<Material['kind'], (key: string) => boolean>> = {
  take: (key) => /^(?:hash|licence|license|credit)$/.test(key),
  sample: (key) => /^(?:hash|licence|license|credit)$/.test(key),
  kit: (key) => key !== 'gain',
  tuning: () => true,
  sampler: (key) => /^(?:preset|[a-g][#bs]?-?\d)$/.test(key),
};

const writeSample = (key: Given, { value: thing, at, path }: Given): void => {
  if (!(thing instanceof Material) || thing.kind !== 'sample')
    throw new Wrong(`A sample stands here: sample('sounds/clap.wav'). This is ${short(thing)}.`, at, path);
  within(given(thing, thing.made), () => {
    syntax('sample ');
    name(key, 'sample');
    syntax(' = ');
    writeMaterial(thing);
    syntax('\n');
  });
};

const never = (): boolean => false;

const writeBlock = (settings: Given, inQuotes: (key: string) => boolean = never): void => {
  if (entriesOf(settings).length === 0) return;
  syntax(' { ');
  writeSettings(settings, inQuotes);
  syntax(' }');
};

/** `level: -6dB, eq: { low: 2dB }`. */
const writeSettings = (
  settings: Given,
  inQuotes: (key: string) => boolean = never,
  special: (key: string, one: Given) => boolean = never,
  depth = 0,
): void => {
  if (depth > 8) throw new Wrong('Settings stand at most 8 deep in one another.', settings.at, settings.path);
  let isFirst = true;
  for (const { key, value: one } of entriesOf(settings)) {
    const word = key.value as string;
    if (!/^[\w.$]+$/.test(word)) throw new Wrong(`${short(word)} is no setting.`, key.at, key.path);
    if (!isFirst) syntax(', ');
    isFirst = false;
    if (special(word, one)) continue;
    leaf(word, key);
    syntax(': ');
    if (typeof one.value === 'object' && one.value !== null && !(one.value instanceof Thing)) {
      syntax('{ ');
      writeSettings(one, inQuotes, never, depth + 1);
      syntax(' }');
    } else if (inQuotes(word)) quoted(one);
    else value(one);
  }
};

const writeStrip = (strip: Strip, register: Register): void =>
  within(given(strip, strip.made), () => {
    const { kind, settings, made } = strip;
    syntax(`${kind} `);
    name(given(strip.name, made, 0), kind);
    syntax(' { ');
    writeSettings(given(settings, made, 1), never, (key, one) => {
      if (key === 'instrument') {
        syntax('instrument: ');
        leaf(register.soundOf(one.value as Thing) ?? 'none', one);
        return true;
      }
      if (key !== 'send') return false;
      entriesOf(one).forEach(({ key: bus, value: level }, index) => {
        syntax(index > 0 ? ', send ' : 'send ');
        name(bus, 'bus');
        syntax(': ');
        value(level);
      });
      return true;
    });
    syntax(' }\n');
  });

const writeHeader = ({ title, settings, made }: Song): void =>
  within(given(title, made), () => {
    syntax('song ');
    quoted(given(title, made, 0));
    syntax(' {\n');
    for (const { key, value: one } of entriesOf(given(settings, made, 1))) {
      const all = Array.isArray(one.value) ? one.value.map((each, index) => below(one, each, index)) : [one];
      for (const each of all) {
        syntax('  ');
        leaf(String(key.value), key);
        syntax(' ');
        if (key.value === 'by') quoted(each);
        else value(each);
        syntax('\n');
      }
    }
    syntax('}\n');
  });

const writeBrief = (said: Said): void => within(given(said, said.at), () => writeBriefWords(said));

const writeBriefWords = ({ given: [brief], at }: Said): void => {
  syntax('brief {\n');
  for (const { key, value: one } of entriesOf(given(brief, at, 0))) {
    const all = Array.isArray(one.value) ? one.value.map((each, index) => below(one, each, index)) : [one];
    for (const each of all) {
      syntax('  ');
      leaf(String(key.value), key);
      syntax(' ');
      if (key.value === 'length' || key.value === 'lift') value(each);
      else quoted(each);
      syntax('\n');
    }
  }
  syntax('}\n');
};

const writeSection = (section: Section, names: Names): void =>
  within(given(section, section.made), () => {
    const { like, parts, without } = section.given;
    syntax('section ');
    name(given(section.name, section.made, 0), 'section');
    if (section.bars !== undefined) {
      syntax(' ');
      value(given(section.bars, section.made, 1));
    }
    if (like) {
      syntax(' like ');
      leaf(nameOfSection(like.section, like.at, [0]), { at: like.at, path: [0] });
      syntax(' with');
    }
    syntax(' { ');
    // What is said of a track last counts.
    const last = new Map<string, { readonly key: Given; readonly value: Given }>();
    for (const { parts: all, at, in: place } of parts)
      for (const entry of entriesOf(given(all, at, place))) last.set(String(entry.key.value), entry);
    let isFirst = true;
    for (const { key, value: one } of last.values()) {
      if (!isFirst) syntax(', ');
      isFirst = false;
      name(key, 'track');
      syntax(': ');
      writePart(one, names);
    }
    syntax(' }');
    if (without.length > 0) {
      syntax(' without { ');
      without.forEach(({ track, at, in: place }, index) => {
        if (index > 0) syntax(', ');
        name(given(track instanceof Strip ? track.name : track, at, place), 'track');
      });
      syntax(' }');
    }
    syntax('\n');
  });

const nameOfSection = (thing: unknown, at: Instance, path: readonly (string | number)[]): string => {
  const named = thing instanceof Section ? thing.name : thing;
  if (typeof named === 'string' && isName(named)) return named;
  throw new Wrong(`A section stands here, not ${short(thing)}.`, at, path);
};

const writeArrangement = ({ given: all, at }: Said): void => {
  if (all.length === 0) return;
  within(given(all, at), () => {
    syntax('arrange');
    all.forEach((thing, index) => {
      syntax(' ');
      const section = thing instanceof Repeated ? thing.section : thing;
      leaf(nameOfSection(section, at, [index]), { at, path: [index] });
      if (!(thing instanceof Repeated)) return;
      syntax('*');
      value(given(thing.repeats, thing.made, 0));
    });
    syntax('\n');
  });
};

/** What stands on a line of its own. */
const writeLine = (word: string, all: readonly unknown[], at: Instance): void => {
  const one = (index: number): Given => given(all[index], at, index);
  const place = (index: number): void => {
    if (all[index] instanceof Section) leaf(nameOfSection(all[index], at, [index]), one(index));
    else value(one(index));
  };
  const line = (write: () => void): void =>
    within(given(all, at), () => {
      write();
      syntax('\n');
    });
  switch (word) {
    case 'automate': {
      line(() => {
        const hasSection = all.length > 2;
        syntax('automate ');
        value(one(0));
        if (hasSection) {
          syntax(' in ');
          leaf(nameOfSection(all[1], at, [1]), one(1));
        }
        syntax(' { ');
        entriesOf(one(hasSection ? 2 : 1)).forEach(({ key, value: point }, index) => {
          if (index > 0) syntax(', ');
          value(key);
          syntax(': ');
          value(point);
        });
        syntax(' }');
      });
      return;
    }
    case 'marker': {
      line(() => {
        syntax('marker ');
        name(one(0), 'marker');
        syntax(' at ');
        place(1);
      });
      return;
    }
    case 'lyrics': {
      line(() => {
        syntax('lyrics ');
        name(all[0] instanceof Strip ? { ...one(0), value: all[0].name } : one(0), 'track');
        syntax(' in ');
        leaf(nameOfSection(all[1], at, [1]), one(1));
        syntax(' ');
        quoted(one(2));
      });
      return;
    }
    case 'checks':
      line(() => {
        syntax('checks');
        writeBlock(one(0));
      });
      return;
    case 'expect':
      for (let index = 0; index < all.length; index += 1)
        line(() => {
          syntax('expect ');
          value(one(index));
        });
      return;
    case 'deliver': {
      line(() => {
        syntax('deliver ');
        const targets = Array.isArray(all[0])
          ? all[0].map((each, index) => below(one(0), each, index))
          : [one(0)];
        targets.forEach((target, index) => {
          if (index > 0) syntax(', ');
          value(target);
        });
        const entries = entriesOf(one(1)).filter(({ value: setting }) => setting.value !== false);
        if (entries.length === 0) return;
        syntax(' { ');
        entries.forEach(({ key, value: setting }, index) => {
          if (index > 0) syntax(', ');
          leaf(String(key.value), key);
          if (setting.value === true) return;
          syntax(': ');
          value(setting);
        });
        syntax(' }');
      });
      return;
    }
  }
};
