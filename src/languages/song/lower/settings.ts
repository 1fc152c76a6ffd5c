// Parameters that the song sets: of an instrument in its block, of an effect in its strip.

import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Setting } from '../../../song/value.ts';
import { effectOfProperty } from '../../../vocabulary/effects.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import type { Block, ValueNode } from '../tree.ts';
import { andList, didYouMean, renameFixes, replaceFix } from './ledger.ts';
import { type Context, onlyValue, takeValue, tellRest, textOf } from './value.ts';

/** Who has the parameters: for messages, and for what a path stands below (`envelope: { attack: … }`). */
export interface Owner {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Further words that it has, which are no parameters: for suggestions. */
  readonly words?: readonly string[];
}

/** Gathers settings, telling of the second one of a path. */
export interface Settings {
  readonly list: Setting[];
  add(context: Context, parameter: Parameter, pathRange: Range, value: Setting['value'] | undefined): void;
}

export function newSettings(): Settings {
  const list: Setting[] = [];
  const places = new Map<string, Range>();
  return {
    list,
    add: ({ ledger }, parameter, pathRange, value) => {
      const before = places.get(parameter.path);
      if (before) {
        ledger.error(pathRange, `\`${parameter.path}\` is set twice: the first counts. Take one away.`, {
          also: [before],
        });
        return;
      }
      places.set(parameter.path, pathRange);
      if (value) list.push({ path: parameter.path, pathId: ledger.mark(pathRange), value });
    },
  };
}

export const parameterAt = (owner: Owner, path: string): Parameter | undefined =>
  owner.parameters.find((parameter) => parameter.path === path || parameter.aliases?.includes(path) === true);

/** `name: value` entries of a block, also of blocks in it: `envelope: { attack: 10ms }`. */
export function blockSettings(
  context: Context,
  block: Block,
  owner: Owner,
  settings: Settings,
  prefix = '',
): void {
  for (const entry of block.entries) {
    const [name, ...rest] = entry.head;
    if (!name) continue;
    const path = prefix + textOf(name);
    if (entry.block) {
      blockSettings(context, entry.block, owner, settings, `${path}.`);
      continue;
    }
    const parameter = name.kind === 'path' ? parameterAt(owner, path) : undefined;
    if (!parameter) {
      tellUnknown(context, name, path, owner);
      continue;
    }
    settings.add(
      context,
      parameter,
      name,
      onlyValue(context, valuesOfEntry(context, entry.colon, name, rest, entry.body), parameter, entry),
    );
  }
}

/** An entry's values; a missing colon is told of with its fix, and the values count. */
export function valuesOfEntry(
  { ledger }: Context,
  colon: Range | undefined,
  name: ValueNode,
  rest: readonly ValueNode[],
  body: readonly ValueNode[],
): readonly ValueNode[] {
  if (colon) {
    if (rest.length > 0)
      ledger.error(
        { from: rest[0]!.from, to: rest.at(-1)!.to },
        `This does not belong between \`${textOf(name)}\` and its colon.`,
      );
    return body;
  }
  if (rest.length > 0) {
    ledger.error(name, `A colon is missing after \`${textOf(name)}\`.`, {
      fixes: [replaceFix(ledger, { from: name.to, to: name.to }, 'Add the colon', ':')],
    });
  }
  return rest;
}

/** Values of an effect on one line: by name (`low -2dB`), or in the order of its parameters (`-18dB 3:1`). */
export function lineSettings(
  context: Context,
  nodes: readonly ValueNode[],
  owner: Owner,
  settings: Settings,
): void {
  let position = 0;
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i]!;
    const next = owner.parameters[position];
    if (node.kind === 'path' && !(next && isChoiceOf(next, textOf(node)))) {
      const parameter = parameterAt(owner, textOf(node));
      // No value is longer than two words; the whole rest each time would be quadratic.
      const rest = nodes.slice(i + 1, i + 3);
      if (!parameter) {
        tellUnknown(context, node, textOf(node), owner);
        // Its values would only be told of as out of place.
        do i++;
        while (i < nodes.length && nodes[i]!.kind !== 'path');
      } else if (rest.length === 0) {
        settings.add(context, parameter, node, onlyValue(context, [], parameter, node));
        i += 1;
      } else {
        const { value, count } = takeValue(context, rest, parameter);
        settings.add(context, parameter, node, value);
        i += 1 + count;
      }
      continue;
    }
    const parameter = owner.parameters[position++];
    if (!parameter) {
      tellRest(
        context,
        nodes.slice(i),
        `${owner.name} has no further parameter for this value: it takes ${inOrder(owner)}.`,
      );
      return;
    }
    const { value, count } = takeValue(context, nodes.slice(i, i + 2), parameter);
    settings.add(context, parameter, node, value);
    i += count;
  }
}

/** A word that the next parameter in the order takes: `filter: 800Hz lowpass`. */
const isChoiceOf = (parameter: Parameter, word: string): boolean =>
  parameter.kind === 'choice' && parameter.choices.includes(word);

const inOrder = ({ parameters }: Owner): string => parameters.map(({ path }) => path).join(', ');

function tellUnknown({ ledger }: Context, node: ValueNode, path: string, owner: Owner): void {
  if (node.kind === 'stray') return;
  const names = [...owner.parameters.map((parameter) => parameter.path), ...(owner.words ?? [])];
  const near = nearestNames(path, names);
  const effect = effectOfProperty(path);
  const remedy =
    near.length > 0
      ? didYouMean(near)
      : effect
        ? ` It is an effect of its own: \`${effect.example}\`.`
        : ` It has ${andList(names.slice(0, 12).map((name) => `\`${name}\``))}${names.length > 12 ? ' and more' : ''}.`;
  ledger.error(node, `${owner.name} has no \`${path}\`.${remedy}`, {
    fixes: renameFixes(ledger, node, near),
  });
}
