// `expect chorus louder than verse by 1.5LU`, and the other things that can be expected of the sound.

import type { Expectation } from '../../../song/brief.ts';
import type { SourceId } from '../../../song/origin.ts';
import type { Name } from '../../../song/value.ts';
import { integratedLoudness, lift, monoLoss, songLength } from '../../../vocabulary/brief.ts';
import { expectations } from '../phrases.ts';
import type { Statement, ValueNode } from '../tree.ts';
import { orList } from './ledger.ts';
import { nameOf } from './names.ts';
import { takeNoteSpan, takeSpan } from './span.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, onlyValue, tellRest, wordOf } from './value.ts';

export function lowerExpect(context: Context, statement: Statement): Expectation | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  if (statement.block)
    ledger.error(statement.block, '`expect` takes no braces: one expectation stands on a line.');
  const words = statement.head.map(wordOf);
  const form = formOf(words);
  if (!form) {
    if (statement.head.some(({ kind }) => kind === 'stray')) return undefined;
    const place = statement.head[0] ?? statement.keyword!;
    ledger.error(place, `What is expected? ${orList(expectations.map(({ example }) => `\`${example}\``))}.`);
    return undefined;
  }
  return readers[form]?.(context, statement.head, ledger.mark(statement));
}

type Form = (typeof expectations)[number]['word'];

/** What kind of expectation it is, by its second word or its first. */
function formOf([first, second]: readonly (string | undefined)[]): Form | undefined {
  if (second === 'louder' || second === 'within') return second;
  if (first === 'no') return 'clip';
  return first === 'length' || first === 'loudness' || first === 'mono' || first === 'ends'
    ? first
    : undefined;
}

const exampleOf = (form: Form): string => expectations.find(({ word }) => word === form)!.example;

type Reader = (context: Context, nodes: readonly ValueNode[], id: SourceId) => Expectation | undefined;

const readers: Readonly<Record<Form, Reader>> = {
  louder: readLouder,
  within: (context, [track, word, ...nodes], id) => {
    const name = singleName(context, track!, 'track');
    const span = takeNoteSpan(context, nodes, word!, exampleOf('within'));
    return name && span && { kind: 'within', track: name, low: span.low, high: span.high, id };
  },
  length: (context, [word, ...nodes], id) => {
    const span = takeSpan(context, nodes, songLength, word!, exampleOf('length'));
    return span && { kind: 'length', shortest: span.low, longest: span.high, id };
  },
  loudness: (context, [word, ...nodes], id) => {
    const span = takeSpan(context, nodes, integratedLoudness, word!, exampleOf('loudness'));
    return span && { kind: 'loudness', least: span.low, most: span.high, id };
  },
  clip: (context, nodes, id) =>
    says(context, nodes, ['no', 'clip'], 'clip') ? { kind: 'noClip', id } : undefined,
  mono: (context, nodes, id) => {
    if (!starts(context, nodes, ['mono', 'loss', 'under'], 'mono')) return undefined;
    const under = onlyValue(context, nodes.slice(3), monoLoss, nodes[2]!);
    return under?.kind === 'measure' ? { kind: 'monoLoss', under, id } : undefined;
  },
  ends: (context, nodes, id) =>
    says(context, nodes, ['ends', 'in', 'key'], 'ends') ? { kind: 'endsInKey', id } : undefined,
};

function readLouder(context: Context, nodes: readonly ValueNode[], id: SourceId): Expectation | undefined {
  const [first, louder, than, second, by, ...rest] = nodes;
  const section = singleName(context, first!, 'section');
  if (!than || wordOf(than) !== 'than' || !second) {
    context.ledger.error(than ?? louder!, `Louder than what? Write \`${exampleOf('louder')}\`.`);
    return undefined;
  }
  const other = singleName(context, second, 'section');
  if (!section || !other) return undefined;
  if (!by) return { kind: 'louder', section, than: other, id };
  if (wordOf(by) !== 'by') {
    tellRest(context, [by, ...rest], `By how much stands behind \`by\`: \`${exampleOf('louder')}\`.`);
    return { kind: 'louder', section, than: other, id };
  }
  const much = onlyValue(context, rest, lift, by);
  return { kind: 'louder', section, than: other, ...(much?.kind === 'measure' && { by: much }), id };
}

function singleName({ ledger }: Context, node: ValueNode, what: string): Name | undefined {
  if (node.kind === 'path' && node.words.length === 1) return nameOf(ledger, node.words[0]!);
  if (node.kind !== 'stray') ledger.error(node, `Here stands the name of a ${what}, one word.`);
  return undefined;
}

/** Whether `nodes` are those words and nothing else. */
function says(context: Context, nodes: readonly ValueNode[], words: readonly string[], form: Form): boolean {
  if (!starts(context, nodes, words, form)) return false;
  tellRest(context, nodes.slice(words.length), `Nothing more belongs here: \`${exampleOf(form)}\`.`);
  return true;
}

function starts(
  { ledger }: Context,
  nodes: readonly ValueNode[],
  words: readonly string[],
  form: Form,
): boolean {
  const wrong = words.findIndex((word, i) => nodes[i] === undefined || wordOf(nodes[i]) !== word);
  if (wrong < 0) return true;
  const place = nodes[wrong] ?? nodes.at(-1)!;
  if (place.kind !== 'stray') ledger.error(place, `This is written \`${exampleOf(form)}\`.`);
  return false;
}
