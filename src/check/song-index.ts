// The song's parts by name and its atoms by id: what several rules ask for, gathered once.

import type { SourceId } from '../song/origin.ts';
import type { AtomValue, MiniNode, PatternExpression } from '../song/pattern.ts';
import type { Bus, Instrument, Pattern, Section, Song, Track } from '../song/song.ts';
import type { Name } from '../song/value.ts';

/** Of two declarations with one name the first counts, as it does when the song plays. */
export interface SongIndex {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly patterns: ReadonlyMap<string, Pattern>;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly buses: ReadonlyMap<string, Bus>;
  readonly sections: ReadonlyMap<string, Section>;
  /** What each token of mini-notation says, by its id. */
  readonly atoms: ReadonlyMap<SourceId, AtomValue>;
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
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'transform':
      return namesPlayed(expression.of);
    default:
      return [];
  }
};

/** The names that an expression mentions: what it plays, and the words that it hands to transforms. */
export const namesMentioned = (expression: PatternExpression): readonly string[] => {
  if (expression.kind !== 'transform') return namesPlayed(expression).map(({ name }) => name);
  const words = expression.arguments.filter((argument) => argument.kind === 'word').map(({ value }) => value);
  return [...namesMentioned(expression.of), ...words];
};

const byName = <Part extends { readonly name: Name }>(parts: readonly Part[]): ReadonlyMap<string, Part> => {
  const found = new Map<string, Part>();
  for (const part of parts) if (!found.has(part.name.name)) found.set(part.name.name, part);
  return found;
};

const atomsOf = (song: Song): ReadonlyMap<SourceId, AtomValue> => {
  const atoms = new Map<SourceId, AtomValue>();
  for (const expression of expressionsOf(song)) {
    const mini = miniOf(expression);
    if (mini) eachAtom(mini.mini.root, (index, value) => atoms.set(mini.firstAtom + index, value));
  }
  return atoms;
};

const miniOf = (expression: PatternExpression): (PatternExpression & { kind: 'mini' }) | undefined => {
  if (expression.kind === 'transform') return miniOf(expression.of);
  return expression.kind === 'mini' ? expression : undefined;
};

const eachAtom = (node: MiniNode, visit: (index: number, value: AtomValue) => void): void => {
  switch (node.kind) {
    case 'atom':
      visit(node.index, node.value);
      return;
    case 'sequence':
    case 'alternate':
      for (const step of node.steps) eachAtom(step.node, visit);
      return;
    case 'stack':
      for (const part of node.parts) eachAtom(part, visit);
      return;
    case 'bars':
      for (const bar of node.bars) eachAtom(bar, visit);
      return;
    case 'speed':
    case 'euclid':
      eachAtom(node.of, visit);
      return;
    case 'rest':
  }
};
