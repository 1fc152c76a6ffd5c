// The song's parts by name and its atoms by id: what several rules ask for, gathered once.

import type { SourceId } from '../song/origin.ts';
import type { AtomValue, Mini, PatternExpression } from '../song/pattern.ts';
import type { Bus, Instrument, Pattern, Section, Song, Track } from '../song/song.ts';
import type { Name } from '../song/value.ts';
import { eachArgument, eachAtom, eachExpression } from '../song/walk.ts';

/** Of two declarations with one name the first counts, as it does when the song plays. */
export interface SongIndex {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly patterns: ReadonlyMap<string, Pattern>;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly buses: ReadonlyMap<string, Bus>;
  readonly sections: ReadonlyMap<string, Section>;
  /** What each token of mini-notation says, by its id. */
  readonly atoms: Atoms;
}

export interface Atoms {
  /** Undefined for an id that is no token of mini-notation. */
  get(id: SourceId): AtomValue | undefined;
  /** Only its kind: what is asked of every note. */
  kindOf(id: SourceId): AtomValue['kind'] | undefined;
  /** What tells the texts of mini-notation apart: the id of the first atom of the text that it is in. */
  textOf(id: SourceId): SourceId | undefined;
}

export const indexSong = (song: Song): SongIndex => ({
  instruments: byName(song.instruments),
  patterns: byName([...song.patterns, ...song.progressions]),
  tracks: byName(song.tracks),
  buses: byName(song.buses),
  sections: byName(song.sections),
  atoms: atomsOf(song),
});

/** Every expression that stands in the text: of patterns, of progressions, of sections' parts. */
export const expressionsOf = (song: Song): readonly PatternExpression[] => [
  ...song.patterns.map((pattern) => pattern.expression),
  ...song.progressions.map((progression) => progression.expression),
  ...song.sections.flatMap((section) => section.parts.map((part) => part.expression)),
];

/** The names that an expression plays. */
export const namesPlayed = (expression: PatternExpression): readonly Name[] => {
  const names: Name[] = [];
  eachExpression(expression, (inner) => {
    if (inner.kind === 'name') names.push(inner.name);
  });
  return names;
};

/** The names that an expression mentions: what it plays, and the words that it hands to transforms. */
export const namesMentioned = (expression: PatternExpression): readonly string[] => {
  // What has not changed since the last version of a text is the same object.
  const known = mentioned.get(expression);
  if (known) return known;
  const names = mentionedIn(expression);
  mentioned.set(expression, names);
  return names;
};

const mentioned = new WeakMap<PatternExpression, readonly string[]>();

const mentionedIn = (expression: PatternExpression): readonly string[] => {
  const names = namesPlayed(expression).map(({ name }) => name);
  eachExpression(expression, (inner) => {
    if (inner.kind !== 'transform' && inner.kind !== 'call') return;
    for (const given of inner.arguments)
      eachArgument(given, (argument) => {
        if (argument.kind === 'word') names.push(argument.value);
      });
  });
  return names;
};

const byName = <Part extends { readonly name: Name }>(parts: readonly Part[]): ReadonlyMap<string, Part> => {
  const found = new Map<string, Part>();
  for (const part of parts) if (!found.has(part.name.name)) found.set(part.name.name, part);
  return found;
};

/** Equal texts share their tree, and so their atoms: a new version of a song looks up, and copies nothing. */
const atomsOf = (song: Song): Atoms => {
  const texts: { readonly first: SourceId; readonly mini: Mini }[] = [];
  for (const expression of expressionsOf(song))
    eachExpression(expression, (inner) => {
      if (inner.kind === 'mini' && inner.mini.atoms > 0)
        texts.push({ first: inner.firstAtom, mini: inner.mini });
    });
  texts.sort((left, right) => left.first - right.first);
  // Notes of one text follow one another.
  let last: (typeof texts)[number] | undefined;
  const textOf = (id: SourceId) => {
    if (last && id >= last.first && id < last.first + last.mini.atoms) return last;
    let [low, high] = [0, texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (texts[middle]!.first <= id) low = middle + 1;
      else high = middle;
    }
    const found = texts[low - 1];
    if (!found || id >= found.first + found.mini.atoms) return undefined;
    last = found;
    return found;
  };
  const end = texts.reduce((most, { first, mini }) => Math.max(most, first + mini.atoms), 0);
  const byId = new Uint8Array(end);
  for (const { first, mini } of texts) byId.set(kindsOf(mini), first);
  return {
    get: (id) => {
      const text = textOf(id);
      return text && valuesOf(text.mini)[id - text.first];
    },
    kindOf: (id) => kinds[(byId[id] ?? 0) - 1],
    textOf: (id) => textOf(id)?.first,
  };
};

const kinds = ['note', 'chord', 'degree', 'hit'] as const satisfies readonly AtomValue['kind'][];

const valuesOf = (mini: Mini): readonly (AtomValue | undefined)[] => {
  const known = values.get(mini);
  if (known) return known;
  const found: (AtomValue | undefined)[] = Array.from({ length: mini.atoms });
  eachAtom(mini.root, ({ index, value }) => {
    found[index] = value;
  });
  values.set(mini, found);
  return found;
};

const values = new WeakMap<Mini, readonly (AtomValue | undefined)[]>();

/** Of each atom: 1 and its place in `kinds`, or 0. */
const kindsOf = (mini: Mini): Uint8Array => {
  const known = kindsKnown.get(mini);
  if (known) return known;
  const found = Uint8Array.from(valuesOf(mini), (value) => (value ? 1 + kinds.indexOf(value.kind) : 0));
  kindsKnown.set(mini, found);
  return found;
};

const kindsKnown = new WeakMap<Mini, Uint8Array>();
