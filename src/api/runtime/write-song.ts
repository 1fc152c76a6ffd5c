// A song written out as a `.song`: what is said of it and all that it leads to, in the order in which songs are
// written. The host reads that text as it reads any song, so that both languages mean the same by it.

import { type Instance, type Thing, Wrong } from './calls.ts';
import {
  below,
  eachOf,
  entriesOf,
  type Given,
  given,
  leaf,
  name,
  quoted,
  short,
  syntax,
  value,
  within,
} from './page.ts';
import { Material, Repeated, type Said, Section, Song, Strip } from './parts.ts';
import { newRegister } from './register.ts';
import { writeArrangement, writeSection } from './write-form.ts';
import { writeLines } from './write-lines.ts';
import { writeMaterial, writeSettings, writeStrip } from './write-settings.ts';

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
      for (const { value: all } of entriesOf(given(parts, at, place)))
        for (const one of eachOf(all)) register.addMusic(one.value);
  const samples = saidOf('samples').flatMap(({ given: [all], at }) => entriesOf(given(all, at, 0)));

  writeHeader(song);
  for (const said of saidOf('brief')) writeBrief(said);
  register.write();
  for (const { key, value: one } of samples) writeSample(key, one);
  for (const section of sections) writeSection(section, register.names);
  for (const said of saidOf('arrange')) writeArrangement(said);
  for (const { thing } of tracks) writeStrip(thing, register.soundOf);
  for (const { thing } of buses) writeStrip(thing, register.soundOf);
  for (const said of saidOf('master')) {
    within(given(said, said.at), () => {
      syntax('master { ');
      writeSettings(given(said.given[0], said.at, 0));
      syntax(' }\n');
    });
  }
  writeLines(song.said);
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
        if (key.value === 'by' || key.value === 'album') quoted(each);
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
