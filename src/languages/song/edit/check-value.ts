// Values that come from the mixer or the shell are held to the same rules as those of the text.

import type { Song } from '../../../song/song.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import { newLedger } from '../lower/ledger.ts';
import { takeValue } from '../lower/value.ts';
import { parse } from '../parse.ts';
import type { ValueNode } from '../tree.ts';

/** Why `value` can't be written for the parameter; undefined where it can. */
export function refusal(
  value: string,
  parameter: Parameter,
  { tempo, meter }: Pick<Song, 'tempo' | 'meter'>,
): string | undefined {
  const nodes = nodesOf(value);
  if (!nodes || nodes.length === 0) return `\`${value}\` is not a value for \`${parameter.path}\`.`;
  const ledger = newLedger();
  const { value: taken, count } = takeValue({ ledger, bpm: tempo.value, meter }, nodes, parameter);
  const error = ledger.problems.find(({ severity }) => severity === 'error');
  if (error) return error.message;
  return taken && count === nodes.length
    ? undefined
    : `\`${parameter.path}\` takes one value, not \`${value}\`.`;
}

/** The values that a text is, where it is nothing else. */
export function nodesOf(text: string): readonly ValueNode[] | undefined {
  // Within a block a text can't be anything but values, unless it leaves the block.
  const { statements, problems } = parse(`track t { v: ${text}}`);
  const entries = statements[0]?.block?.entries ?? [];
  const [entry] = entries;
  const whole =
    statements.length === 1 &&
    entries.length === 1 &&
    !entry!.block &&
    !entry!.comma &&
    statements[0]!.tail.length === 0;
  return whole && problems.length === 0 && !/[\r\n]|\/\//.test(text) ? entry!.body : undefined;
}
