// Sets what is said of a take, a sample or a kit: `vox1.gain`, `clap.detune`.

import { nearestNames } from '../../../song/nearest.ts';
import type { Song } from '../../../song/song.ts';
import { kitParameters, sampleParameters, takeParameters } from '../../../vocabulary/material.ts';
import type { Reading } from '../../language.ts';
import { andList, didYouMean } from '../lower/ledger.ts';
import type { Tree } from '../tree.ts';
import { refusal } from './check-value.ts';
import type { Edited } from './edited.ts';
import { insertInStatement } from './insert.ts';
import { entryOf, statementOf } from './places.ts';
import { replaceValue } from './set-strip.ts';

const parametersOf = { take: takeParameters, sample: sampleParameters, kit: kitParameters };

/** What the name is declared as, where it is a recording. */
export function materialNamed(
  { takes, samples, kits }: Song,
  name: string,
): 'take' | 'sample' | 'kit' | undefined {
  const isNamed = (part: { readonly name: { readonly name: string } }): boolean => part.name.name === name;
  if (takes.some(isNamed)) return 'take';
  if (samples.some(isNamed)) return 'sample';
  return kits.some(isNamed) ? 'kit' : undefined;
}

export function setMaterial(
  reading: Reading,
  tree: Tree,
  kind: 'take' | 'sample' | 'kit',
  name: string,
  path: string,
  value: string,
): Edited {
  const parameters = parametersOf[kind];
  const parameter = parameters.find((one) => one.path === path);
  if (!parameter) {
    const names = parameters.map((one) => one.path);
    const exists = ` It has ${andList(names.map((one) => `\`${one}\``))}.`;
    return { reason: `\`${name}\` has no \`${path}\`.${didYouMean(nearestNames(path, names)) || exists}` };
  }
  const reason = refusal(value, parameter, reading.song);
  if (reason !== undefined) return { reason };
  const statement = statementOf(tree, kind, name);
  if (!statement) return { reason: `\`${name}\` is not in the song any more.` };
  const entry = entryOf(statement.block, path);
  return entry
    ? replaceValue(tree.text, entry, 1, value)
    : [insertInStatement(tree.text, statement, `${path}: ${value}`)];
}
