// Parts of a song in a few words: what outline, hover and completion say of them.

import { displayNote } from '../../music/pitch.ts';
import type { PatternExpression } from '../../song/pattern.ts';
import type { Instrument, Pattern, Section, Song } from '../../song/song.ts';
import { written } from '../../vocabulary/written.ts';
import { polySynth } from './lower/instrument.ts';

/** `PolySynth(FMSynth)`, with the range that the song gives it. */
export function instrumentInWords({ type, polyphonic, range }: Instrument): string {
  const name = polyphonic ? `${polySynth}(${type.name})` : type.name;
  return range ? `${name}, ${displayNote(range.low)} to ${displayNote(range.high)}` : name;
}

/** `8 bars`. */
export const sectionInWords = (section: Section): string => written(section.bars.value, 'bars');

/** The pattern that a name stands for: a pattern or a progression. */
export const patternNamed = ({ patterns, progressions }: Song, name: string): Pattern | undefined =>
  patterns.find((pattern) => pattern.name.name === name) ??
  progressions.find((pattern) => pattern.name.name === name);

/** `4 bars, 12 notes`, of the mini-notation below the transforms; undefined where it is a name or silence. */
export function patternInWords(expression: PatternExpression): string | undefined {
  if (expression.kind === 'transform') return patternInWords(expression.of);
  if (expression.kind !== 'mini') return undefined;
  const { root, atoms } = expression.mini;
  const bars = root.kind === 'bars' ? root.bars.length : 1;
  return `${written(bars, 'bars')}, ${atoms} ${atoms === 1 ? 'event' : 'events'} written`;
}
