// Sets a parameter of an instrument: `sub.filter.Q`, `pad.voices`.

import { nearestNames } from '../../../song/nearest.ts';
import type { Reading } from '../../language.ts';
import { instrumentParameters } from '../lower/instrument.ts';
import { andList, didYouMean } from '../lower/ledger.ts';
import { parameterAt } from '../lower/settings.ts';
import type { Tree } from '../tree.ts';
import { refusal } from './check-value.ts';
import type { Edited } from './edited.ts';
import { insertInBlock, insertInStatement } from './insert.ts';
import { entryOf, statementOf } from './places.ts';
import { replaceValue } from './set-strip.ts';

export function setInstrument(
  reading: Reading,
  tree: Tree,
  name: string,
  path: string,
  value: string,
): Edited {
  const instrument = reading.song.instruments.find((one) => one.name.name === name)!;
  const parameters = instrumentParameters(instrument.type.name, instrument.polyphonic);
  const parameter = parameterAt({ name, parameters }, path);
  if (!parameter) {
    const names = parameters.map((one) => one.path);
    const near = nearestNames(path, names);
    const exists =
      names.length === 0 ? ' Its type is unknown.' : ` It has ${andList(names.map((one) => `\`${one}\``))}.`;
    return { reason: `\`${name}\` has no \`${path}\`.${didYouMean(near) || exists}` };
  }
  const reason = refusal(value, parameter, reading.song);
  if (reason !== undefined) return { reason };
  const setting = instrument.settings.find((one) => one.path === parameter.path);
  if (setting) {
    const range = reading.origins[setting.value.id]!;
    return tree.text.slice(range.from, range.to) === value ? [] : [{ range, text: value }];
  }
  return write(tree, name, path, value);
}

function write(tree: Tree, name: string, path: string, value: string): Edited {
  const statement = statementOf(tree, 'instrument', name);
  if (!statement) return { reason: `\`${name}\` is not in the song any more.` };
  // Written with a value that could not be read: that is what is replaced.
  const entry = entryOf(statement.block, path);
  if (entry && !entry.block) return replaceValue(tree.text, entry, 1, value);
  // Where its neighbours stand in braces (`envelope: { … }`), so does it.
  const [prefix = '', ...rest] = path.split('.');
  const group = rest.length > 0 ? entryOf(statement.block, prefix)?.block : undefined;
  if (!group) return [insertInStatement(tree.text, statement, `${path}: ${value}`)];
  const nested = entryOf(group, rest.join('.'));
  return nested
    ? replaceValue(tree.text, nested, 1, value)
    : [insertInBlock(tree.text, group, `${rest.join('.')}: ${value}`)];
}
