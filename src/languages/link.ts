// Songs joined with the files that they name: parts of other songs, and tunings.
// What comes from elsewhere stands in the linked song like its own: under the name that the import gives
// it, with ids that lead to that name, so that nobody who shows a place has to know of other texts.
// Pure: who opens files is passed in.

import { readKeyboardMap } from '../music/tuning/keyboard-map.ts';
import { readScale } from '../music/tuning/scala-scale.ts';
import { tuningOf } from '../music/tuning/tuning.ts';
import type { Import, ImportedName, Kit, Sample, TuningFile } from '../song/material.ts';
import { nearest } from '../song/nearest.ts';
import type { Range, SourceId } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Instrument, Pattern, Song } from '../song/song.ts';
import type { Word } from '../song/value.ts';
import {
  bringInstrument,
  bringKit,
  bringPattern,
  bringSample,
  bringSamples,
  bringTunings,
  mostBrought,
  type NewIds,
  silentPattern,
} from './bring.ts';
import type { Language, Reading } from './language.ts';

/** Opens the files that songs name. */
export interface OtherFiles {
  /**
   * @param path  as the song writes it, relative to the file it stands in
   * @param from  the id of that file
   */
  open(path: string, from: string): Opened;
}

/** A file, or why there is none; undefined while it is on its way: whoever opens it links again then. */
export type Opened =
  | { readonly ok: true; readonly id: string; readonly text: string }
  /** The reason and the remedy: `there is no such file. Check...` */
  | { readonly ok: false; readonly reason: string }
  | undefined;

export interface Linked extends Reading {
  /** Ids of the files that it was linked with, and theirs. */
  readonly files: readonly string[];
  /** Where what was brought in is written, by its id here. */
  readonly elsewhere: ReadonlyMap<SourceId, { readonly file: string; readonly range: Range }>;
}

/** Links the song of a reading; one without other files is as it was. Never throws. */
export type Linker = (reading: Reading, file: string) => Linked;

/** What is imported by name. */
type Exported =
  | { readonly kind: 'pattern'; readonly part: Pattern }
  | { readonly kind: 'progression'; readonly part: Pattern }
  | { readonly kind: 'instrument'; readonly part: Instrument }
  | { readonly kind: 'sample'; readonly part: Sample }
  | { readonly kind: 'kit'; readonly part: Kit };

/**
 * A linker that keeps what it has read of other files, as long as their text is the same.
 * @param languageOf  the language of a file by its id; undefined for what is no song
 */
export const newLinker = (files: OtherFiles, languageOf: (file: string) => Language | undefined): Linker => {
  const known = new Map<string, Reading>();

  const readingOf = (id: string, text: string, language: Language): Reading => {
    const before = known.get(id);
    if (before?.text === text) return before;
    const reading = language.read(text);
    if (known.size >= mostFiles) known.clear();
    known.set(id, reading);
    return reading;
  };

  /** `linked`: the songs below that have been linked for this one, each once however often it is imported. */
  const linkInside = (
    reading: Reading,
    file: string,
    above: readonly string[],
    linked: Map<string, Linked>,
  ): Linked => {
    const { song } = reading;
    if (song.imports.length === 0 && song.tunings.length === 0)
      return { ...reading, base: reading, files: [], elsewhere: new Map() };
    const draft = newDraft(reading);
    for (const wanted of song.imports) importInto(draft, wanted, file, [...above, file], linked);
    const tunings = song.tunings.map((tuning) => withPitches(draft, files, tuning, file));
    return finished(reading, draft, [...tunings, ...draft.tunings]);
  };

  const importInto = (
    draft: Draft,
    wanted: Import,
    file: string,
    above: readonly string[],
    linked: Map<string, Linked>,
  ): void => {
    const other = songAt(draft, wanted.path.value, file, above, linked);
    // The last name takes the whole import along when it is deleted.
    const [only, ...more] = wanted.names;
    const names = only && more.length === 0 ? [{ ...only, declaration: wanted.declaration }] : wanted.names;
    if (other && 'song' in other) {
      for (const name of names) bring(draft, name, other, wanted);
      return;
    }
    if (other && 'circle' in other) draft.circles.push(wanted);
    else if (other) draft.tell(wanted.path.id, other.fault);
    for (const name of names) draft.patterns.push(silentPattern(name));
  };

  /** The song at a path, linked itself; what is wrong with the path; or nothing while it is on its way. */
  const songAt = (
    draft: Draft,
    path: string,
    from: string,
    above: readonly string[],
    linked: Map<string, Linked>,
  ): OtherSong | { readonly fault: string } | { readonly circle: true } | undefined => {
    const opened = files.open(path, from);
    if (!opened) return undefined;
    if (!opened.ok) return { fault: `${path} cannot be read: ${opened.reason}` };
    const { id, text } = opened;
    draft.files.add(id);
    const language = languageOf(id);
    if (!language) return { fault: `${path} is no song by its name: import from a \`.song\` file.` };
    const inCircle = { circle: true } as const;
    if (above.includes(id)) return inCircle;
    if (above.length > deepest)
      return {
        fault: `${path} is more than ${deepest} imports away from the song. Import what it has directly.`,
      };
    const song = linked.get(id) ?? linkInside(readingOf(id, text, language), id, above, linked);
    linked.set(id, song);
    for (const further of song.files) draft.files.add(further);
    // A circle further down that leads back to here is this song's fault as much as the other's.
    return song.files.some((further) => above.includes(further)) ? inCircle : { file: id, ...song };
  };

  return (reading, file) => linkInside(reading, file, [], new Map());
};

const mostFiles = 500;
/** Imports of imports beyond this are a generator's, or a trap. */
const deepest = 64;

/** Another song, linked, with the id of its file. */
type OtherSong = Linked & { readonly file: string };

/** The linked song in the making. */
interface Draft {
  readonly origins: Range[];
  readonly problems: Problem[];
  readonly patterns: Pattern[];
  readonly progressions: Pattern[];
  readonly instruments: Instrument[];
  readonly tunings: TuningFile[];
  readonly samples: Sample[];
  readonly kits: Kit[];
  readonly circles: Import[];
  readonly files: Set<string>;
  readonly elsewhere: Map<SourceId, { readonly file: string; readonly range: Range }>;
  tell(id: SourceId, message: string, instead?: string): void;
}

const newDraft = ({ origins }: Reading): Draft => {
  const problems: Problem[] = [];
  return {
    origins: [...origins],
    problems,
    patterns: [],
    progressions: [],
    instruments: [],
    tunings: [],
    samples: [],
    kits: [],
    circles: [],
    files: new Set(),
    elsewhere: new Map(),
    tell: (id, message, instead) =>
      problems.push({
        rule: 'SYN',
        severity: 'error',
        id,
        message,
        ...(instead === undefined
          ? {}
          : {
              fixes: [{ title: `Change to \`${instead}\``, changes: [{ do: 'replace', id, text: instead }] }],
            }),
      }),
  };
};

const bring = (draft: Draft, name: ImportedName, other: OtherSong, wanted: Import): void => {
  const exports = exportsOf(other.song);
  const found = exports.get(name.name.name);
  if (!found) {
    const close = nearest(name.name.name, exports.keys());
    const remedy = close
      ? `Did you mean ${close}?`
      : 'It has patterns, progressions, instruments, samples and kits to import.';
    draft.tell(
      name.name.id,
      `${wanted.path.value} has no pattern, progression, instrument, sample or kit called ${name.name.name}. ${remedy}`,
      close,
    );
    draft.patterns.push(silentPattern(name));
    return;
  }
  const ids = newIds(draft, name.as.id, other);
  draft.tunings.push(...bringTunings(other.song, name));
  switch (found.kind) {
    case 'pattern':
    case 'progression': {
      const list = found.kind === 'pattern' ? draft.patterns : draft.progressions;
      const brought = bringPattern(found.part, name, other.song, ids);
      list.push(brought ?? silentPattern(name));
      if (brought) draft.samples.push(...bringSamples(brought, other.song, name, ids, wanted.path.value));
      if (!brought)
        draft.tell(
          name.name.id,
          `${name.name.name} of ${wanted.path.value} is made of more than ${mostBrought.toLocaleString('en')} notes and parts. Import what it is made of.`,
        );
      return;
    }
    case 'instrument':
      draft.instruments.push(bringInstrument(found.part, name, ids, wanted.path.value));
      return;
    case 'sample':
      draft.samples.push(bringSample(found.part, name, ids, wanted.path.value));
      return;
    case 'kit':
      draft.kits.push(bringKit(found.part, name, ids, wanted.path.value));
  }
};

/** Of two declarations with one name the first counts, as it does when the song plays. */
const exportsOf = ({
  patterns,
  progressions,
  instruments,
  samples,
  kits,
}: Song): ReadonlyMap<string, Exported> => {
  const found = new Map<string, Exported>();
  const add = (exported: Exported): void => {
    const { name } = exported.part.name;
    if (!found.has(name)) found.set(name, exported);
  };
  for (const part of patterns) add({ kind: 'pattern', part });
  for (const part of progressions) add({ kind: 'progression', part });
  for (const part of instruments) add({ kind: 'instrument', part });
  for (const part of samples) add({ kind: 'sample', part });
  for (const part of kits) add({ kind: 'kit', part });
  return found;
};

/** New ids for what another text wrote; each leads to the name in this text. */
const newIds = (draft: Draft, shownAt: SourceId, other: OtherSong): NewIds => {
  const place = draft.origins[shownAt]!;
  const one = (id: SourceId): SourceId => {
    const made = draft.origins.push(place) - 1;
    // What the other song brought in itself is written in a third.
    const written = other.elsewhere.get(id) ?? {
      file: other.file,
      range: other.origins[id] ?? { from: 0, to: 0 },
    };
    draft.elsewhere.set(made, written);
    return made;
  };
  return {
    one,
    row: (first, count) => {
      const start = draft.origins.length;
      for (let index = 0; index < count; index += 1) one(first + index);
      return start;
    },
  };
};

const finished = (reading: Reading, draft: Draft, tunings: readonly TuningFile[]): Linked => {
  const { song } = reading;
  const { origins } = draft;
  const place = ({ id }: Problem): number => origins[id]?.from ?? 0;
  return {
    text: reading.text,
    base: reading,
    origins,
    problems: [...reading.problems, ...draft.problems].sort((left, right) => place(left) - place(right)),
    song: {
      ...song,
      // The song's own come first, so that they win over an imported one of the same name.
      patterns: [...song.patterns, ...draft.patterns],
      progressions: [...song.progressions, ...draft.progressions],
      instruments: [...song.instruments, ...draft.instruments],
      samples: [...song.samples, ...draft.samples],
      kits: [...song.kits, ...draft.kits],
      tunings,
      ...(draft.circles.length > 0 ? { circles: draft.circles } : {}),
    },
    files: [...draft.files],
    elsewhere: draft.elsewhere,
  };
};

/** The tuning with its table, where its files make one. */
const withPitches = (draft: Draft, files: OtherFiles, declared: TuningFile, from: string): TuningFile => {
  const scale = openTuning(draft, files, declared.scale, from, readScale);
  const map = declared.map && openTuning(draft, files, declared.map, from, readKeyboardMap);
  if (!scale || (declared.map && !map)) return declared;
  const made = tuningOf(scale.scale, map?.map);
  if (!made.ok) {
    draft.tell((declared.map ?? declared.scale).id, `${declared.name.name} is no tuning: ${made.reason}`);
    return declared;
  }
  return {
    ...declared,
    pitches: Array.from({ length: 128 }, (_, midi) => made.tuning.pitchOf(midi) ?? null),
  };
};

type TuningPart<Content> =
  | ({ readonly ok: true } & Content)
  | { readonly ok: false; readonly fault: { readonly line: number; readonly message: string } };

const openTuning = <Content>(
  draft: Draft,
  files: OtherFiles,
  path: Word,
  from: string,
  readPart: (text: string) => TuningPart<Content>,
): Content | undefined => {
  const opened = files.open(path.value, from);
  if (!opened) return undefined;
  if (!opened.ok) {
    draft.tell(path.id, `${path.value} cannot be read: ${opened.reason}`);
    return undefined;
  }
  draft.files.add(opened.id);
  const reading = readPart(opened.text);
  if (reading.ok) return reading;
  draft.tell(path.id, `${path.value}, line ${reading.fault.line}: ${reading.fault.message}`);
  return undefined;
};
