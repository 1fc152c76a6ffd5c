// `checks { profile: chorale, HAR1: off, INS2.breath: 10s }`: the checks that the song is held to.

import { figureNamed, figuresOf } from '../../../check/figures.ts';
import { profiles } from '../../../check/profiles.ts';
import { ruleNamed, rules } from '../../../check/rules.ts';
import { type CheckSettings, type RuleChoice, ruleChoices } from '../../../song/checks.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Name } from '../../../song/value.ts';
import { choice, type Parameter } from '../../../vocabulary/parameter.ts';
import type { Entry, Statement, ValueNode } from '../tree.ts';
import { didYouMean, renameFixes } from './ledger.ts';
import { valuesOfEntry } from './settings.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, onlyValue, tellRest, textOf } from './value.ts';

/** What `profile` takes. */
export const profileParameter: Parameter = choice(
  'profile',
  profiles.map(({ name }) => name),
  'The kind of music, which chooses and tunes checks.',
);

/** What the id of a check takes. */
export const ruleParameter = (rule: string): Parameter =>
  choice(rule, ruleChoices, ruleNamed(rule)?.title ?? 'How it counts.');

interface Draft {
  profile?: Name;
  readonly rules: { readonly rule: Name; readonly choice: RuleChoice }[];
  readonly figures: CheckSettings['figures'][number][];
}

export function lowerChecks(context: Context, statement: Statement): CheckSettings {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  tellRest(context, statement.head, 'Checks have no name: what is chosen stands in braces.');
  const draft: Draft = { rules: [], figures: [] };
  const places = new Map<string, Range>();
  for (const entry of statement.block?.entries ?? []) {
    const [first, ...rest] = entry.head;
    if (!first || first.kind === 'stray') continue;
    const word = textOf(first);
    const before = places.get(word);
    if (before) {
      ledger.error(first, `\`${word}\` is written twice: the first counts. Take one away.`, {
        also: [before],
      });
      continue;
    }
    places.set(word, first);
    const values = valuesOfEntry(context, entry.colon, first, rest, entry.body);
    readEntry(context, entry, { first, word, values }, draft);
  }
  return { ...draft, declaration: ledger.mark(statement) };
}

interface Written {
  readonly first: ValueNode;
  readonly word: string;
  readonly values: readonly ValueNode[];
}

function readEntry(context: Context, entry: Entry, { first, word, values }: Written, draft: Draft): void {
  const { ledger } = context;
  if (entry.block) {
    ledger.error(entry.block, `\`${word}\` takes no braces.`);
    return;
  }
  if (word === 'profile') {
    const value = onlyValue(context, values, profileParameter, entry);
    if (value?.kind === 'word') draft.profile = { name: value.value, id: value.id };
    return;
  }
  const figure = figureNamed(word);
  if (figure) {
    const value = onlyValue(context, values, figure, entry);
    if (value?.kind === 'measure')
      draft.figures.push({ path: { name: word, id: ledger.mark(first) }, value });
    return;
  }
  if (!ruleNamed(word)) {
    tellUnknown(context, first, word);
    return;
  }
  const value = onlyValue(context, values, ruleParameter(word), entry);
  if (value?.kind === 'word')
    draft.rules.push({ rule: { name: word, id: ledger.mark(first) }, choice: value.value as RuleChoice });
}

function tellUnknown({ ledger }: Context, node: ValueNode, word: string): void {
  const [rule = ''] = word.split('.');
  const names = word.includes('.')
    ? figuresOf(rule).map(({ path }) => path)
    : ['profile', ...rules.map(({ id }) => id)];
  const near = nearestNames(word, names);
  const remedy = didYouMean(near) || ' They are written by their ids: `HAR1: off`, `INS2.breath: 10s`.';
  ledger.error(node, `There is no check \`${word.slice(0, 40)}\`.${remedy}`, {
    fixes: renameFixes(ledger, node, near),
  });
}
