// Several effects of one kind in a strip: each has a word of its own, `chorus` and `chorus2`, by which lanes, checks and
// the panel know it.

import type { Insert } from '../../../song/song.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { kindOf, nextOfKind } from '../../../vocabulary/effects.ts';
import type { ValueNode } from '../tree.ts';
import { replaceFix } from './ledger.ts';
import { type Context, textOf } from './value.ts';

/** Whether the word is not yet taken in its strip; tells which one is free where it is. */
export function isFurther(
  { ledger }: Context,
  place: ValueNode,
  effect: EffectType,
  here: readonly { readonly effect: EffectType; readonly at: ValueNode }[],
): boolean {
  const before = here.find((one) => one.effect === effect);
  if (!before) return true;
  const word = nextOfKind(kindOf(effect), new Set(here.map((one) => one.effect.name)))?.property;
  ledger.error(
    place,
    word === undefined
      ? `\`${textOf(place)}\` is here as often as a strip has room for. Take one away.`
      : `\`${textOf(place)}\` is here already, and only the first is heard: call a further one \`${word}\`.`,
    {
      also: [before.at],
      ...(word !== undefined && { fixes: [replaceFix(ledger, place, `Call it \`${word}\``, word)] }),
    },
  );
  return false;
}

/** The bands of an `eq` are a `parametricEq` by its number: one that has that number too is told of. */
export function onceEach({ ledger }: Context, inserts: readonly Insert[]): readonly Insert[] {
  return inserts.filter(({ effect, id }, at) => {
    const isFirst = inserts.findIndex((one) => one.effect.name === effect.name) === at;
    if (!isFirst) {
      const free = nextOfKind(parametricEq, new Set(inserts.map((one) => one.effect.name)));
      ledger.error(
        ledger.origins[id]!,
        `This strip has these bands already, by another word, and only the first are heard${free ? `: call them \`${free.property}\`` : ''}.`,
      );
    }
    return isFirst;
  });
}
