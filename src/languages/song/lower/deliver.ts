// `deliver spotify, apple { stems, midi, format: wav, rate: 48kHz, bits: 24 }`.

import type { Delivery, DeliveryExtra } from '../../../song/brief.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Name } from '../../../song/value.ts';
import {
  deliveryExtras,
  deliveryFormat,
  deliveryTargetNamed,
  deliveryTargets,
} from '../../../vocabulary/delivery.ts';
import type { Entry, Statement, ValueNode } from '../tree.ts';
import { andList, didYouMean, renameFixes } from './ledger.ts';
import { nameOf } from './names.ts';
import { parameterAt, valuesOfEntry } from './settings.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, onlyValue, textOf } from './value.ts';

export function lowerDeliver(context: Context, statement: Statement): Delivery {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  if (statement.head.length === 0)
    ledger.error(statement.keyword!, 'Where does it go? Name a place or several: `deliver spotify, apple`.');
  const targets = statement.head.flatMap((node) => targetOf(context, node) ?? []);
  const extras: DeliveryExtra[] = [];
  for (const entry of statement.block?.entries ?? []) {
    const extra = extraOf(context, entry);
    if (!extra) continue;
    const before = extras.find(({ name }) => name.name === extra.name.name);
    if (before)
      ledger.error(
        ledger.origins[extra.name.id]!,
        `\`${extra.name.name}\` is written twice: the first counts. Take one away.`,
        { also: [ledger.origins[before.name.id]!] },
      );
    else extras.push(extra);
  }
  return { targets, extras, declaration: ledger.mark(statement) };
}

function targetOf({ ledger }: Context, node: ValueNode): Name | undefined {
  if (node.kind === 'stray') return undefined;
  const written = textOf(node);
  if (node.kind === 'path' && node.words.length === 1) {
    const known = deliveryTargetNamed(written);
    if (known) return { ...nameOf(ledger, node.words[0]!), name: known.name };
  }
  const names = deliveryTargets.map(({ name }) => name);
  const near = nearestNames(written, names);
  ledger.error(
    node,
    `There is no place \`${written.slice(0, 40)}\` to deliver to.${didYouMean(near) || ` There are ${andList(names)}.`}`,
    { fixes: renameFixes(ledger, node, near) },
  );
  return undefined;
}

function extraOf(context: Context, entry: Entry): DeliveryExtra | undefined {
  const { ledger } = context;
  const [node, ...rest] = entry.head;
  if (!node || node.kind === 'stray') return undefined;
  const word = textOf(node);
  if (entry.block) {
    ledger.error(entry.block, `\`${word}\` takes no braces.`);
    return undefined;
  }
  const name = { name: word, id: ledger.mark(node) };
  if (deliveryExtras.some((extra) => extra.name === word)) {
    const values = entry.colon ? [entry.colon, ...entry.body] : rest;
    if (values.length > 0)
      ledger.error({ from: values[0]!.from, to: values.at(-1)!.to }, `\`${word}\` stands alone.`);
    return { name };
  }
  const parameter =
    node.kind === 'path' ? parameterAt({ name: 'A delivery', parameters: deliveryFormat }, word) : undefined;
  if (parameter) {
    const value = onlyValue(
      context,
      valuesOfEntry(context, entry.colon, node, rest, entry.body),
      parameter,
      entry,
    );
    return value && { name, value };
  }
  const names = [...deliveryExtras.map((extra) => extra.name), ...deliveryFormat.map(({ path }) => path)];
  const near = nearestNames(word, names);
  ledger.error(
    node,
    `A delivery has no \`${word.slice(0, 40)}\`.${didYouMean(near) || ` It has ${andList(names.map((one) => `\`${one}\``))}.`}`,
    { fixes: renameFixes(ledger, node, near) },
  );
  return undefined;
}
