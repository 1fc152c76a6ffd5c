// `bypass: eq compressor`: the effects of a strip that let everything pass.

import { nearestNames } from '../../../song/nearest.ts';
import type { Bypass, Insert } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { eq3 } from '../../../vocabulary/effects/eq3.ts';
import { parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import {
  effectNamed,
  effectNumber,
  effectOfProperty,
  furtherEffect,
  kindOf,
} from '../../../vocabulary/effects.ts';
import { isBuiltIn, type StripKind } from '../../../vocabulary/layout.ts';
import type { ValueNode } from '../tree.ts';
import { andList, didYouMean, renameFixes } from './ledger.ts';
import { type Context, textOf } from './value.ts';

/** `bypass: eq compressor`, once the effects of the strip are known. */
export function bypassOf(
  { ledger }: Context,
  nodes: readonly ValueNode[],
  kind: StripKind,
  inserts: readonly Insert[],
): Bypass | undefined {
  const effects = nodes.flatMap((node): readonly Name[] => {
    if (node.kind === 'stray') return [];
    const word = textOf(node);
    const meant = inserts.filter(({ effect }) => isCalled(effect.name, word));
    const builtIn = meant.find(({ effect }) => isBuiltIn(effectNamed(effect.name)!, kind));
    if (builtIn) ledger.error(node, 'The limiter of the master is always on: nothing passes its ceiling.');
    else if (meant.length === 0) {
      const names = inserts.map(({ effect }) => effectNamed(effect.name)!.property);
      const exists =
        names.length === 0 ? ' It has no effect.' : ` It has ${andList(names.map((name) => `\`${name}\``))}.`;
      const near = nearestNames(word, names);
      ledger.error(
        node,
        `There is no effect \`${word}\` in this strip to bypass.${didYouMean(near) || exists}`,
        {
          fixes: renameFixes(ledger, node, near),
        },
      );
    }
    return builtIn ? [] : meant.map(({ effect }) => ({ name: effect.name, id: ledger.mark(node) }));
  });
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first && last && effects.length > 0
    ? { effects, id: ledger.mark({ from: first.from, to: last.to }) }
    : undefined;
}

/** Whether a word of the text means that effect: `eq` also its parametric bands. */
const isCalled = (effect: string, word: string): boolean => {
  const called = effectOf(word);
  if (!called || called.name === effect) return called !== undefined;
  return kindOf(called) === eq3 && effect === furtherEffect(parametricEq, effectNumber(called)).name;
};

const effectOf = (word: string): EffectType | undefined => effectOfProperty(word) ?? effectNamed(word);
