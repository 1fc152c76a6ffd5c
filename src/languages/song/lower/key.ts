// What an effect listens to, among its values: `compressor: -18dB 3:1 key kick`, `duck: kick 6dB`; and what it is
// made of: `convolver: hall`.

import type { Name } from '../../../song/value.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { keyWord, responseWord } from '../properties.ts';
import type { Entry, ValueNode } from '../tree.ts';
import { nameOf } from './names.ts';
import { parameterAt } from './settings.ts';
import { type Context, tellRest, textOf, wordOf } from './value.ts';

export interface Keyed {
  readonly key?: Name;
  /** The other values. */
  readonly values: readonly ValueNode[];
}

/** The track behind `key`, or the word that stands first and is no parameter. */
export function takeKey({ ledger }: Context, effect: EffectType, nodes: readonly ValueNode[]): Keyed {
  if (!effect.keyed) return { values: nodes };
  const [first] = nodes;
  const at = nodes.findIndex((node) => wordOf(node) === keyWord.word);
  if (at >= 0) {
    const track = nodes[at + 1];
    const values = [...nodes.slice(0, at), ...nodes.slice(at + 2)];
    if (track && isName(track)) return { key: nameOf(ledger, track.words[0]!), values };
    ledger.error(nodes[at]!, `Listen to which track? Write \`${keyWord.example}\`.`);
    return { values: nodes.toSpliced(at, 1) };
  }
  if (first && isName(first) && !parameterAt(effect, textOf(first)))
    return { key: nameOf(ledger, first.words[0]!), values: nodes.slice(1) };
  return { values: nodes };
}

/** What an effect is made of: the word that stands first and is no parameter. */
export function takeResponse(
  { ledger }: Context,
  effect: EffectType,
  nodes: readonly ValueNode[],
): { readonly response?: Name; readonly values: readonly ValueNode[] } {
  const [first] = nodes;
  if (!effect.responds || !first || !isName(first) || parameterAt(effect, textOf(first)))
    return { values: nodes };
  return { response: nameOf(ledger, first.words[0]!), values: nodes.slice(1) };
}

/** `response: hall` in an effect's braces; undefined where the entry says something else. */
export function responseOfEntry(
  context: Context,
  effect: EffectType,
  entry: Entry,
): Name | 'none' | undefined {
  const [word, ...rest] = entry.head;
  if (!effect.responds || !word || wordOf(word) !== responseWord.word || entry.block) return undefined;
  const [node, ...more] = entry.colon ? entry.body : rest;
  tellRest(context, more, 'It is made of one response; this is one too many.');
  if (node && isName(node)) return nameOf(context.ledger, node.words[0]!);
  context.ledger.error(entry, `Made of what? Write \`${responseWord.word}: hall\`.`);
  return 'none';
}

/** `key: kick` in an effect's braces; undefined where the entry says something else. */
export function keyOfEntry(context: Context, effect: EffectType, entry: Entry): Name | 'none' | undefined {
  const [word, ...rest] = entry.head;
  if (!effect.keyed || !word || wordOf(word) !== keyWord.word || entry.block) return undefined;
  const [track, ...more] = entry.colon ? entry.body : rest;
  tellRest(context, more, 'It listens to one track; this is one too many.');
  if (track && isName(track)) return nameOf(context.ledger, track.words[0]!);
  context.ledger.error(entry, `Listen to which track? Write \`${keyWord.word}: kick\`.`);
  return 'none';
}

const isName = (node: ValueNode): node is ValueNode & { readonly kind: 'path' } =>
  node.kind === 'path' && node.words.length === 1;
