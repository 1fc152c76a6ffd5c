// Values as the `codetta` module takes them: with their unit in a string, plain numbers as numbers.

import type { Setting, Value } from '../../../song/value.ts';
import { decimal, measureText } from '../../song/print/value.ts';
import { type Entry, type Expression, object, string, text } from './code.ts';

export const valueOf = (value: Value): Expression => {
  if (value.kind === 'measure')
    return value.quantity === 'number' ? text(decimal(value.value)) : string(measureText(value));
  return value.value === 'true' || value.value === 'false' ? text(value.value) : string(value.value);
};

/**
 * `envelope.attack` and its neighbours as objects in an object, in the order in which they are first named. What is a
 * word and has settings of its own, as an oscillator, is an object with its `type`.
 */
export const settingsOf = (settings: readonly Setting[]): readonly Entry[] => {
  const root: Branch = new Map();
  for (const { path, value } of settings) {
    const words = path.split('.');
    const branch = words.slice(0, -1).reduce(below, root);
    const [last, own] = [words.at(-1)!, valueOf(value)];
    const there = branch.get(last);
    if (there instanceof Map) there.set('type', own);
    else branch.set(last, own);
  }
  return entriesOf(root);
};

/** What stands below a word; made where nothing does yet. */
const below = (branch: Branch, word: string): Branch => {
  const there = branch.get(word);
  if (there instanceof Map) return there;
  const made: Branch = new Map(there === undefined ? [] : [['type', there]]);
  branch.set(word, made);
  return made;
};

type Branch = Map<string, Branch | Expression>;

const entriesOf = (branch: Branch): readonly Entry[] =>
  [...branch].map(([key, value]) => ({
    key,
    value: value instanceof Map ? object(entriesOf(value)) : value,
  }));
