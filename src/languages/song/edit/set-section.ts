// Sets the length of a section: `verse.bars`.

import { sectionBars } from '../../../vocabulary/mixer.ts';
import type { Reading } from '../../language.ts';
import type { Tree } from '../tree.ts';
import { refusal } from './check-value.ts';
import type { Edited } from './edited.ts';
import { statementOf } from './places.ts';

export function setSection(reading: Reading, tree: Tree, name: string, path: string, value: string): Edited {
  if (path !== sectionBars.path)
    return { reason: `A section has only its length to set: \`${name}.${sectionBars.path}\`.` };
  const reason = refusal(value, sectionBars, reading.song);
  if (reason !== undefined) return { reason };
  if (!/^\d+\s*bars?$/.test(value)) return { reason: 'A section lasts whole bars.' };
  const statement = statementOf(tree, 'section', name);
  const [first, second] = statement?.head ?? [];
  if (!first) return { reason: `\`${name}\` is not in the song any more.` };
  const length = statement!.head.find(({ kind }) => kind === 'number');
  // A length that is taken over from another section is written here from now on.
  if (!length || length !== second) return [{ range: { from: first.to, to: first.to }, text: ` ${value}` }];
  return length.kind === 'number' && length.text === value ? [] : [{ range: length, text: value }];
}
