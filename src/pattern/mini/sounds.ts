// The sounds that a pattern names and only its song knows: told of where the song has none of that name,
// and silent there. The tree is read without them, so that equal texts share one tree in all songs.

import type { Mini, MiniNode } from '../../song/pattern.ts';
import { mapAtoms } from '../../song/walk.ts';
import { unknownWord } from './atom.ts';
import { limits } from './limits.ts';
import { parseMini } from './parse.ts';
import type { MiniProblem, MiniReading } from './problem.ts';

/** Reads any text as mini-notation, where the sounds are `known`, by default only the drum hits. Never throws. */
export const readMini = (text: string, known: ReadonlySet<string> = noSounds): MiniReading => {
  const { mini, problems } = parseMini(text);
  const unknown = mini.sounds.flatMap(({ name, atom }): readonly MiniProblem[] => {
    if (known.has(name)) return [];
    const { from } = mini.places[atom]!;
    return [{ from, to: from + name.length, ...unknownWord(name, known) }];
  });
  if (unknown.length === 0) return { mini, problems };
  const all = [...problems, ...unknown].sort((a, b) => a.from - b.from || a.to - b.to);
  return { mini: { ...mini, root: withSounds(mini, known) }, problems: all.slice(0, limits.problems) };
};

const noSounds: ReadonlySet<string> = new Set();

/** The tree with rests in the place of sounds that are not among `known`; the tree itself where there are none. */
export const withSounds = (mini: Mini, known: ReadonlySet<string>): MiniNode => {
  const missing = mini.sounds.filter(({ name }) => !known.has(name)).map(({ atom }) => atom);
  if (missing.length === 0) return mini.root;
  return kept(silenced, mini, missing.join(' '), () =>
    mapAtoms(mini.root, (atom) => (missing.includes(atom.index) ? { kind: 'rest', at: atom.at } : atom)),
  );
};

/** The same notation, its sounds called by other names: `of` gives the new name, or nothing for one that stays. */
export const renamedSounds = (mini: Mini, of: ReadonlyMap<string, string>): Mini => {
  const changed = mini.sounds.filter(({ name }) => of.has(name));
  if (changed.length === 0) return mini;
  const atoms = new Map(changed.map(({ name, atom }) => [atom, of.get(name)!]));
  const key = changed.map(({ name, atom }) => `${atom} ${of.get(name)}`).join(' ');
  return kept(renamed, mini, key, () => ({
    ...mini,
    root: mapAtoms(mini.root, (atom) => {
      const name = atoms.get(atom.index);
      return name === undefined ? atom : ({ ...atom, value: { ...atom.value, name } } as MiniNode);
    }),
    sounds: mini.sounds.map((sound) => ({ ...sound, name: atoms.get(sound.atom) ?? sound.name })),
  }));
};

/** What is compiled is known by its tree, so that a tree made twice must be one. */
const silenced = new WeakMap<Mini, Map<string, MiniNode>>();
const renamed = new WeakMap<Mini, Map<string, Mini>>();

const kept = <Made>(
  store: WeakMap<Mini, Map<string, Made>>,
  mini: Mini,
  key: string,
  make: () => Made,
): Made => {
  const made = store.get(mini) ?? new Map<string, Made>();
  store.set(mini, made);
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
};
