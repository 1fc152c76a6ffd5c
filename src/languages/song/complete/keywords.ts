// At the start of a line: the words of the language, as snippets.

import type { Completion } from '../../language.ts';
import { wordText } from '../hover/words.ts';
import { keywords } from '../keywords.ts';
import type { Tree } from '../tree.ts';
import type { Left } from './left.ts';
import { caret, offer } from './offer.ts';

export function completeKeywords({ statements }: Tree, left: Left): readonly Completion[] {
  if (left.before.length > 0 || left.number) return [];
  const written = new Set(statements.map(({ keyword }) => keyword?.text));
  return keywords
    .filter(
      ({ word }) => !((word === 'song' || word === 'master') && written.has(word) && word !== left.prefix),
    )
    .map((keyword, i) =>
      offer(left, caret(left), 'keyword', keyword.word, {
        detail: keyword.doc.split('.')[0]!,
        documentation: wordText(keyword),
        insert: keyword.snippet,
        snippet: true,
        rank: i,
      }),
    );
}
