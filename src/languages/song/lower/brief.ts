// `brief { mood "…", genre "…", length 2:45..3:30, reference "…", lift chorus over verse 2LU }`.

import type { Brief, Lift } from '../../../song/brief.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Word } from '../../../song/value.ts';
import { lift as liftParameter, songLength } from '../../../vocabulary/brief.ts';
import { briefWords } from '../phrases.ts';
import type { Entry, Statement, ValueNode } from '../tree.ts';
import { andList, didYouMean, renameFixes } from './ledger.ts';
import { nameOf } from './names.ts';
import { takeSpan } from './span.ts';
import { tellBody, tellTail } from './statement.ts';
import { takeText } from './text.ts';
import { type Context, takeValue, tellRest, textOf, wordOf } from './value.ts';

interface Draft {
  mood?: Word;
  genre?: Word;
  length?: NonNullable<Brief['length']>;
  readonly references: Word[];
  readonly lifts: Lift[];
}

export function lowerBrief(context: Context, statement: Statement): Brief {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  tellRest(context, statement.head, 'A brief has no name: what it asks for stands in braces.');
  const draft: Draft = { references: [], lifts: [] };
  const places = new Map<string, Range>();
  for (const entry of statement.block?.entries ?? []) {
    const [first] = entry.head;
    if (!first || first.kind === 'stray') continue;
    const word = textOf(first);
    const known = briefWords.find((phrase) => phrase.word === word);
    if (!known) {
      tellUnknown(context, first, word);
      continue;
    }
    const before = known.word === 'reference' || known.word === 'lift' ? undefined : places.get(word);
    if (before) {
      ledger.error(first, `\`${word}\` is written twice: the first counts. Take one away.`, {
        also: [before],
      });
      continue;
    }
    places.set(word, first);
    readEntry(context, entry, known, draft);
  }
  return { ...draft, declaration: ledger.mark(statement) };
}

function readEntry(
  context: Context,
  entry: Entry,
  { word, example }: (typeof briefWords)[number],
  draft: Draft,
): void {
  const values = [...entry.head.slice(1), ...entry.body];
  if (entry.block) context.ledger.error(entry.block, `\`${word}\` takes no braces.`);
  switch (word) {
    case 'length': {
      const span = takeSpan(context, values, songLength, entry, example);
      if (span) draft.length = { shortest: span.low, longest: span.high, id: span.id };
      return;
    }
    case 'lift': {
      const lift = liftOf(context, entry, values);
      if (lift) draft.lifts.push(lift);
      return;
    }
    case 'reference': {
      const reference = takeText(context, values, entry, example);
      if (reference) draft.references.push(reference);
      return;
    }
    default: {
      const text = takeText(context, values, entry, example);
      if (text) draft[word] = text;
    }
  }
}

/** `chorus over verse 2LU`. */
function liftOf(context: Context, entry: Entry, nodes: readonly ValueNode[]): Lift | undefined {
  const { ledger } = context;
  const [section, over, other, ...rest] = nodes;
  if (
    section?.kind !== 'path' ||
    section.words.length !== 1 ||
    !over ||
    wordOf(over) !== 'over' ||
    other?.kind !== 'path' ||
    other.words.length !== 1
  ) {
    ledger.error(entry, 'Which section lifts over which? Write `lift chorus over verse 2LU`.');
    return undefined;
  }
  if (rest.length === 0) {
    ledger.error(entry, 'By how much? Write it in LU: `lift chorus over verse 2LU`.');
    return undefined;
  }
  const { value, count } = takeValue(context, rest, liftParameter);
  tellRest(context, rest.slice(count), 'Nothing more belongs behind how much it lifts.');
  if (value?.kind !== 'measure') return undefined;
  return {
    section: nameOf(ledger, section.words[0]!),
    over: nameOf(ledger, other.words[0]!),
    by: value,
    id: ledger.mark(entry),
  };
}

function tellUnknown({ ledger }: Context, node: ValueNode, word: string): void {
  const names = briefWords.map((phrase) => phrase.word);
  const near = nearestNames(word, names);
  const remedy = didYouMean(near) || ` It has ${andList(names.map((name) => `\`${name}\``))}.`;
  ledger.error(node, `A brief has no \`${word.slice(0, 40)}\`.${remedy}`, {
    fixes: renameFixes(ledger, node, near),
  });
}
