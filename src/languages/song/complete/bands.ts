// Behind `eq`: the kinds of bands, and in a band its frequency, gain and Q by their places.

import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { bandKinds, parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import type { Completion } from '../../language.ts';
import { isBand, partsOf } from '../lower/bands.ts';
import type { Left, LeftToken } from './left.ts';
import { caret, offer, offerValues } from './offer.ts';

/** The bands that an equaliser may have; nothing for other effects. */
export const offerBands = (effect: EffectType, left: Left): readonly Completion[] =>
  bandKinds
    .filter(({ type }) => isBand(effect, type))
    .map(({ type, doc, example, snippet }, rank) =>
      offer(left, caret(left), 'parameter', type, {
        detail: doc,
        documentation: `${doc}\n\n\`\`\`song\neq: ${example}\n\`\`\``,
        insert: snippet,
        snippet: true,
        rank: 30 + rank,
      }),
    );

/** What may stand next in the band under way; undefined where none is. */
export function offerInBand(
  effect: EffectType,
  left: Left,
  tokens: readonly LeftToken[],
): readonly Completion[] | undefined {
  const at = tokens.findLastIndex(({ kind, text }) => kind === 'word' && isBand(effect, text));
  if (at < 0) return undefined;
  const said = tokens.slice(at + 1).filter(({ kind }) => kind === 'number').length;
  const part = partsOf(tokens[at]!.text)[said];
  const parameter = parametricEq.parameters.find(({ path }) => path === `band1.${part}`);
  return parameter ? offerValues(left, parameter) : [];
}
