// In a section: the tracks that do not play yet, and behind the colon what they can play.

import type { Completion, Reading } from '../../language.ts';
import { instrumentInWords } from '../in-words.ts';
import { textOf } from '../lower/value.ts';
import type { Block } from '../tree.ts';
import { propertyBefore } from './instrument.ts';
import type { Left } from './left.ts';
import { caret, offer } from './offer.ts';
import { completePatterns } from './patterns.ts';

export function completePart(reading: Reading, { entries }: Block, left: Left): readonly Completion[] {
  if (left.call || propertyBefore(left) !== undefined) return completePatterns(reading, left);
  if (left.number || left.before.length > 0) return [];
  const { song } = reading;
  const playing = new Set(
    entries.flatMap(({ head, from }) => (head[0] && from !== left.from ? [textOf(head[0])] : [])),
  );
  return song.tracks
    .filter(({ name }) => !playing.has(name.name))
    .map((track, rank) => {
      const instrument = song.instruments.find((one) => one.name.name === track.instrument?.name);
      return offer(left, caret(left), 'track', track.name.name, {
        detail: instrument ? instrumentInWords(instrument) : '',
        insert: `${track.name.name}: `,
        rank,
      });
    });
}
