// In the song's header: its words, tonics and scales, meters, the unit of the tempo.

import { commonModes } from '../../../music/scale.ts';
import { tempo } from '../../../vocabulary/mixer.ts';
import type { Completion, Reading } from '../../language.ts';
import { wordText } from '../hover/words.ts';
import { headerWords } from '../keywords.ts';
import { textOf } from '../lower/value.ts';
import type { Block } from '../tree.ts';
import { completePlace, wordsBefore } from './forms.ts';
import type { Left } from './left.ts';
import { caret, offer, offerValues } from './offer.ts';

const tonics = ['C', 'C#', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'];
const meters = ['4/4', '3/4', '6/8', '7/8', '5/4', '12/8', '2/4'];

export function completeHeader({ song }: Reading, block: Block, left: Left): readonly Completion[] {
  const [word, ...values] = left.before.filter(({ kind }) => kind !== ':');
  if (!word) return left.number ? [] : completeWords(block, left);
  const words = (list: readonly string[], detail: string): readonly Completion[] =>
    list.map((label, rank) => offer(left, caret(left), 'value', label, { detail, rank }));
  const place = completePlace(song, left, wordsBefore(left));
  if (place) return place;
  switch (word.text) {
    case 'key':
      return values.length === 0 ? words(tonics, 'tonic') : words(commonModes, 'scale');
    case 'meter':
      return left.number ? [] : words(meters, 'beats over the note that is a beat');
    case 'tempo':
      return offerValues(left, tempo);
    default:
      return [];
  }
}

function completeWords({ entries }: Block, left: Left): readonly Completion[] {
  const written = new Set(
    entries.flatMap(({ head, from }) => (head[0] && from !== left.from ? [textOf(head[0])] : [])),
  );
  return headerWords
    .filter(({ word }) => !written.has(word))
    .map((header, rank) =>
      offer(left, caret(left), 'keyword', header.word, {
        detail: header.doc,
        documentation: wordText(header),
        insert: header.snippet,
        snippet: true,
        rank: rank,
      }),
    );
}
