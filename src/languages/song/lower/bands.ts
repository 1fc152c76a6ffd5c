// Bands of a parametric equaliser behind `eq`: `highpass 35Hz, bell 250Hz -2dB 1.2`. They become one
// ParametricEQ behind the three fixed bands, if there are any of those.

import type { Insert } from '../../../song/song.ts';
import type { Setting } from '../../../song/value.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { eq3 } from '../../../vocabulary/effects/eq3.ts';
import { bandCount, bandKinds, parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { effectNumber, furtherEffect, kindOf } from '../../../vocabulary/effects.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import type { ValueNode } from '../tree.ts';
import type { Context } from './value.ts';
import { expected, takeValue, tellRest, textOf, wordOf } from './value.ts';

/** Whether a word behind the effect is a band of its own. */
export const isBand = (effect: EffectType, word: string): boolean =>
  kindOf(effect) === eq3 && bandKinds.some(({ type }) => type === word);

export interface Banded {
  /** The bands, as an effect of their own. */
  readonly bands?: Insert;
  /** The other values. */
  readonly values: readonly ValueNode[];
}

/** Takes the bands from among an effect's values. */
export function takeBands(context: Context, effect: EffectType, nodes: readonly ValueNode[]): Banded {
  const { ledger } = context;
  const values: ValueNode[] = [];
  const settings: Setting[] = [];
  let band = 0;
  let [first, last]: [ValueNode | undefined, ValueNode | undefined] = [undefined, undefined];
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i]!;
    const word = wordOf(node);
    if (word === undefined || !isBand(effect, word)) {
      values.push(node);
      i += 1;
      continue;
    }
    let end = i + 1;
    while (end < nodes.length && belongs(nodes[end]!)) end++;
    if (band < bandCount) settings.push(...readBand(context, node, word, nodes.slice(i + 1, end), ++band));
    else if (band++ === bandCount)
      ledger.error(node, `An \`eq\` has ${bandCount} bands at most; from this one on they are not heard.`);
    first ??= node;
    last = nodes[end - 1]!;
    i = end;
  }
  if (!first || !last) return { values };
  const name = { name: furtherEffect(parametricEq, effectNumber(effect)).name, id: ledger.mark(first) };
  return { values, bands: { effect: name, settings, id: ledger.mark({ from: first.from, to: last.to }) } };
}

const partNames = ['frequency', 'gain', 'Q'] as const;
type Part = (typeof partNames)[number];

/** What a band says besides what it is: numbers in order, or a name before each. */
const belongs = (node: ValueNode): boolean => node.kind === 'number' || isPart(wordOf(node));

const isPart = (word: string | undefined): word is Part => partNames.some((part) => part === word);

/** Passes and notches have no gain. */
export const partsOf = (type: string): readonly Part[] =>
  type === 'bell' || type.endsWith('shelf') ? partNames : ['frequency', 'Q'];

function readBand(
  context: Context,
  node: ValueNode,
  type: string,
  nodes: readonly ValueNode[],
  band: number,
): readonly Setting[] {
  const { ledger } = context;
  const parts = partsOf(type);
  const id = ledger.mark(node);
  const settings: Setting[] = [
    { path: `band${band}.type`, pathId: id, value: { kind: 'word', value: type, id } },
  ];
  const missing = new Set<Part>(parts);
  for (let i = 0; i < nodes.length; i++) {
    const word = wordOf(nodes[i]!);
    const part = isPart(word) ? word : parts.find((one) => missing.has(one));
    if (isPart(word)) i++;
    const value = nodes[i];
    if (!part || !missing.delete(part) || !value) {
      const takes = parts.map((one) => `\`${one}\``).join(', ');
      tellRest(
        context,
        nodes.slice(Math.min(i, nodes.length - 1)),
        `A \`${type}\` takes ${takes}, each once.`,
      );
      break;
    }
    const parameter = parameterOf(band, part);
    // Messages say it as the song does: `frequency`, not `band1.frequency`.
    const taken = takeValue(context, [value], { ...parameter, path: part });
    if (taken.value) settings.push({ path: parameter.path, pathId: ledger.mark(value), value: taken.value });
  }
  if (missing.has('frequency')) {
    const takes = expected({ ...parameterOf(band, 'frequency'), path: 'frequency' });
    ledger.error(node, `\`${textOf(node)}\` takes ${takes}: \`${exampleOf(type)}\`.`);
  }
  return settings;
}

const exampleOf = (type: string): string => bandKinds.find((kind) => kind.type === type)!.example;

const parameterOf = (band: number, part: Part): Parameter =>
  parametricEq.parameters.find(({ path }) => path === `band${band}.${part}`)!;
