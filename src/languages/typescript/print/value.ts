// Values as the `codetta` module takes them: with their unit in a string, plain numbers as numbers.

import type { Setting, Value } from '../../../song/value.ts';
import { decimal, measureText } from '../../song/print/value.ts';
import { type Entry, type Expression, object, string, text } from './code.ts';

export const valueOf = (value: Value): Expression => {
  if (value.kind === 'measure')
    return value.quantity === 'number' ? text(decimal(value.value)) : string(measureText(value));
  return value.value === 'true' || value.value === 'false' ? text(value.value) : string(value.value);
};

/** `envelope.attack` and its neighbours as objects in an object, in the order in which they are first named. */
export const settingsOf = (settings: readonly Setting[]): readonly Entry[] => {
  const root: Branch = new Map();
  for (const { path, value } of settings) {
    const words = path.split('.');
    let branch = root;
    for (const word of words.slice(0, -1)) {
      const below = branch.get(word);
      // A word that is a value already cannot hold others: the path stays whole.
      if (below !== undefined && !(below instanceof Map)) break;
      const next: Branch = below ?? new Map();
      branch.set(word, next);
      branch = next;
    }
    branch.set(words.at(-1)!, valueOf(value));
  }
  return entriesOf(root);
};

type Branch = Map<string, Branch | Expression>;

const entriesOf = (branch: Branch): readonly Entry[] =>
  [...branch].map(([key, value]) => ({
    key,
    value: value instanceof Map ? object(entriesOf(value)) : value,
  }));
