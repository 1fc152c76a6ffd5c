// Bands of a parametric equaliser behind `eq`: `bell 250Hz -2dB 1.2`. They are kept, and told of.

import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { effectOfProperty } from '../../../vocabulary/effects.ts';
import { eqBands } from '../properties.ts';
import type { ValueNode } from '../tree.ts';
import type { Context } from './value.ts';
import { textOf, wordOf } from './value.ts';

/** Whether a word behind the effect is a band of its own. */
export const isBand = ({ property }: EffectType, word: string): boolean =>
  property === 'eq' && eqBands.includes(word);

/** The values of an effect without those of its bands, each of which is told of. */
export function withoutBands(
  { ledger }: Context,
  effect: EffectType,
  nodes: readonly ValueNode[],
): readonly ValueNode[] {
  const kept: ValueNode[] = [];
  for (let i = 0; i < nodes.length; ) {
    const word = wordOf(nodes[i]!);
    if (word === undefined || !isBand(effect, word)) {
      kept.push(nodes[i++]!);
      continue;
    }
    const from = i++;
    while (i < nodes.length && nodes[i]!.kind === 'number') i++;
    const range = { from: nodes[from]!.from, to: nodes[i - 1]!.to };
    const own = effectOfProperty(word);
    if (own)
      ledger.tell(
        'warning',
        range,
        `\`${word}\` is an effect of its own here, and not heard behind \`eq\`: write \`${word}: ${textOf(nodes[i - 1]!)}\`.`,
      );
    else
      ledger.tell(
        'information',
        range,
        `The band \`${word}\` is kept in the song; this version has the bands \`low\`, \`mid\` and \`high\`, and does not play it yet.`,
      );
  }
  return kept;
}
