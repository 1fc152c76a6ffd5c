// What is being called at the caret: a transform in its brackets, or an effect whose values stand in a line.

import { signature as signatureOf } from '../../pattern/arguments.ts';
import { transformNamed } from '../../pattern/transforms.ts';
import type { Range } from '../../song/origin.ts';
import type { EffectType } from '../../vocabulary/effects/effect.ts';
import { effectNamed, effectOfProperty } from '../../vocabulary/effects.ts';
import { rangeInWords } from '../../vocabulary/written.ts';
import type { Reading, Signature } from '../language.ts';
import { propertyBefore } from './complete/instrument.ts';
import { type Left, leftOf } from './complete/left.ts';
import { parameterAt } from './lower/settings.ts';
import { treeOf } from './read.ts';

export function signature(reading: Reading, offset: number): Signature | undefined {
  const tree = treeOf(reading);
  const left = leftOf(tree.tokens, offset);
  if (left.in === 'comment') return undefined;
  if (left.call) return transformSignature(left.call.at(-1)?.text ?? '', left.argument);
  const statement = tree.statements.findLast(({ from }) => from < offset);
  const isInStrip = ['track', 'bus', 'master'].includes(statement?.keyword?.text ?? '');
  const property = isInStrip ? propertyBefore(left) : undefined;
  const effect = property === undefined ? undefined : (effectOfProperty(property) ?? effectNamed(property));
  return effect && effectSignature(effect, left);
}

function transformSignature(name: string, argument: number): Signature | undefined {
  const transform = transformNamed(name);
  if (!transform) return undefined;
  const label = signatureOf(transform);
  const { parameters } = transform;
  const last = parameters.at(-1);
  const takesSeveral = last !== undefined && 'several' in last && last.several === true;
  const index = takesSeveral ? Math.min(argument, parameters.length - 1) : argument;
  return {
    label,
    documentation: `${transform.doc}\n\n\`\`\`song\n${transform.example}\n\`\`\``,
    parameters: placed(
      label,
      parameters.map((parameter) => ({ word: parameter.name, documentation: parameter.doc })),
    ),
    ...(index < parameters.length && { active: index }),
  };
}

/** `compressor: threshold ratio attack release`: the values by their places, any of them by its name. */
function effectSignature(effect: EffectType, left: Left): Signature {
  const label = `${effect.property}: ${effect.parameters.map(({ path }) => path).join(' ')}`;
  const tokens = left.before.slice(left.before.findIndex(({ kind }) => kind === ':') + 1);
  const last = tokens.at(-1);
  const named = last?.kind === 'word' ? parameterAt(effect, last.text) : undefined;
  const place = named
    ? effect.parameters.findIndex(({ path }) => path === named.path)
    : tokens.filter(({ kind }) => kind === 'number').length;
  return {
    label,
    documentation: `${effect.doc}\n\n\`\`\`song\n${effect.example}\n\`\`\``,
    parameters: placed(
      label,
      effect.parameters.map((parameter) => ({
        word: parameter.path,
        documentation: `${rangeInWords(parameter)}\n\n${parameter.doc}`,
      })),
    ),
    ...(place >= 0 && place < effect.parameters.length && { active: place }),
  };
}

/** The words where they stand in the label, each behind the one before. */
function placed(
  label: string,
  words: readonly { readonly word: string; readonly documentation: string }[],
): readonly { readonly place: Range; readonly documentation: string }[] {
  let at = Math.max(label.indexOf('('), label.indexOf(':'), 0);
  return words.map(({ word, documentation }) => {
    const from = Math.max(0, label.indexOf(word, at));
    at = from + word.length;
    return { place: { from, to: at }, documentation };
  });
}
