// Sets what holds for the whole song: `song.tempo`, `song.meter`, `song.key`, `song.swing`, `song.seed`.

import { headerWords } from '../keywords.ts';
import { newlineOf } from '../lines.ts';
import { lowerHeader } from '../lower/header.ts';
import { andList, newLedger } from '../lower/ledger.ts';
import { textOf, wordOf } from '../lower/value.ts';
import { parse } from '../parse.ts';
import type { Entry, Tree } from '../tree.ts';
import { nodesOf } from './check-value.ts';
import type { Edited } from './edited.ts';
import { insertInStatement } from './insert.ts';
import { spanOf, statementOf, valuesOf } from './places.ts';

const settable = headerWords.map(({ word }) => word);

export function setHeader(tree: Tree, word: string, value: string): Edited {
  if (!settable.some((known) => known === word)) {
    return {
      reason: `The song has no \`${word}\` to set. It has ${andList(settable.map((known) => `\`${known}\``))}.`,
    };
  }
  const reason = refusal(word, value);
  if (reason !== undefined) return { reason };
  const statement = statementOf(tree, 'song');
  if (!statement) {
    const newline = newlineOf(tree.text);
    return [
      {
        range: { from: 0, to: 0 },
        text: `song "Untitled" {${newline}  ${word} ${value}${newline}}${newline}${newline}`,
      },
    ];
  }
  const entry = statement.block?.entries.find((one) => saysStart(one, word));
  if (!entry) return [insertInStatement(tree.text, statement, `${word} ${value}`)];
  const range = spanOf(valuesOf(entry, 1));
  if (!range) return [{ range: { from: entry.to, to: entry.to }, text: ` ${value}` }];
  return tree.text.slice(range.from, range.to) === value ? [] : [{ range, text: value }];
}

/** Whether an entry says what holds from the song's start, and not what changes somewhere in it. */
function saysStart({ head, body }: Entry, word: string): boolean {
  if (!head[0] || textOf(head[0]) !== word) return false;
  return ![...head.slice(1), ...body].some((node) => ['at', 'ramp'].includes(wordOf(node) ?? ''));
}

/** Why the header would not take the value: it is read as the header reads it. */
function refusal(word: string, value: string): string | undefined {
  const nodes = nodesOf(value);
  if (!nodes || nodes.length === 0) return `\`${value}\` is not a value for \`${word}\`.`;
  const ledger = newLedger();
  const header = lowerHeader(
    { ledger, bpm: 120, meter: { beats: 4, unit: 4 } },
    parse(`song "" { ${word} ${value} }`).statements[0]!,
  );
  const [problem] = ledger.problems;
  if (problem) return problem.message;
  // A change somewhere in the song is not what holds from its start.
  const changes = [...header.tempoChanges, ...header.meterChanges, ...header.keyChanges];
  return changes.length === 0
    ? undefined
    : `\`${word}\` takes one value, not \`${nodes.map(textOf).join(' ')}\`.`;
}
