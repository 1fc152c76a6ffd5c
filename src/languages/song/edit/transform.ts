// `transform`: a transform behind an expression of a pattern: `"bd*4"` becomes `"bd*4".humanize(8ms, 6%)`.

import type { Change } from '../../../song/problem.ts';
import type { Reading } from '../../language.ts';
import type { Edited } from './edited.ts';

export function addTransform(
  { origins, text }: Reading,
  { id, transform, arguments: given }: Extract<Change, { do: 'transform' }>,
): Edited {
  const range = origins[id];
  if (!range) return { reason: 'What should be transformed is not in the song any more.' };
  if (text[range.from] === '|')
    return { reason: 'A chart takes no transform where it is written: put it where the chart is played.' };
  const call = given.length === 0 ? `.${transform}` : `.${transform}(${given.join(', ')})`;
  return [{ range: { from: range.to, to: range.to }, text: call }];
}
