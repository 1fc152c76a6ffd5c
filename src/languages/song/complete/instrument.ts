// In an instrument's block: its parameters, also below a prefix (`envelope: { … }`), and their values.

import { displayNote } from '../../../music/pitch.ts';
import { instrumentNamed } from '../../../vocabulary/instruments.ts';
import type { Completion, Reading } from '../../language.ts';
import { instrumentParameters } from '../lower/instrument.ts';
import { textOf } from '../lower/value.ts';
import type { Block, Entry, Statement } from '../tree.ts';
import type { Left } from './left.ts';
import { caret, offer, offerParameter, offerValues } from './offer.ts';

export function completeInstrument(
  { song }: Reading,
  statement: Statement,
  block: Block,
  left: Left,
  offset: number,
): readonly Completion[] {
  const name = statement.head[0] && textOf(statement.head[0]);
  const instrument = song.instruments.find((one) => one.name.name === name);
  if (!instrument) return [];
  const inner = innerBlock(block, offset);
  const parameters = instrumentParameters(instrument.type.name, instrument.polyphonic)
    .filter(({ path }) => path.startsWith(inner.prefix))
    .map((parameter) => ({ ...parameter, path: parameter.path.slice(inner.prefix.length) }));
  const property = propertyBefore(left);
  if (property !== undefined) {
    const parameter = parameters.find(({ path }) => path === property);
    if (parameter) return offerValues(left, parameter);
    return property === 'range' ? completeRange(left, instrumentNamed(instrument.type.name)?.range) : [];
  }
  if (left.number || left.before.length > 0) return [];
  const written = new Set(
    inner.entries.flatMap(({ head, from }) => (head[0] && from !== left.from ? [textOf(head[0])] : [])),
  );
  const range =
    inner.prefix === '' && !written.has('range')
      ? [
          offer(left, caret(left), 'parameter', 'range', {
            detail: 'lowest and highest note of the part',
            insert: 'range: ${1:C2}..${2:C5}',
            snippet: true,
            rank: 90,
          }),
        ]
      : [];
  return [
    ...parameters
      .filter(({ path }) => !written.has(path))
      .map((parameter, rank) => offerParameter(left, parameter, ': ', rank)),
    ...range,
  ];
}

/** The innermost block at the caret, with the prefix that its names stand below. */
function innerBlock(
  block: Block,
  offset: number,
  prefix = '',
): { readonly entries: readonly Entry[]; readonly prefix: string } {
  for (const entry of block.entries) {
    const inner = entry.block;
    if (inner && entry.head[0] && offset > inner.open.from && (!inner.close || offset <= inner.close.from)) {
      return innerBlock(inner, offset, `${prefix}${textOf(entry.head[0])}.`);
    }
  }
  return { entries: block.entries, prefix };
}

/** The name before the colon that the caret stands behind. */
export function propertyBefore({ before }: Left): string | undefined {
  const colon = before.findIndex(({ kind }) => kind === ':');
  return colon < 0
    ? undefined
    : before
        .slice(0, colon)
        .map(({ text }) => text)
        .join('');
}

function completeRange(
  left: Left,
  range: { readonly low: number; readonly high: number } | undefined,
): readonly Completion[] {
  if (!range) return [];
  const whole = `${displayNote(range.low)}..${displayNote(range.high)}`;
  return [offer(left, caret(left), 'value', whole, { detail: 'all that the instrument can play' })];
}
