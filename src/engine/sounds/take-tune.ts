// What the notes of a take are pulled to, and how far.

import { scaleOf } from '../../music/scale.ts';
import type { Take } from '../../song/material.ts';
import type { Key } from '../../song/place.ts';
import { keyAt } from '../../timeline/keys.ts';
import type { PlacedTake, Timeline } from '../../timeline/timeline.ts';
import { takeParameters } from '../../vocabulary/material.ts';
import type { TakeEdit } from './edits.ts';
import { choiceOf, numberOf } from './material-settings.ts';

/** What is pulled, and where it lies. */
export interface TunedPart {
  /** Seconds of the part. */
  readonly length: number;
  /** Moments of the song as seconds of the part. */
  partAt(songSeconds: number): number;
  readonly isReversed: boolean;
  /** It goes round: no moment of the part is one moment of the song. */
  readonly loops: boolean;
}

/**
 * Undefined where it sounds as it was sung. Each note is pulled to the key that holds where it begins, those of a loop
 * to the one where the loop does; where there is no key, to the nearest of all twelve.
 */
export function tuneOf(
  { settings }: Take,
  { keys, barSeconds }: Timeline,
  { start }: PlacedTake,
  part: TunedPart,
): TakeEdit['tune'] {
  const to = choiceOf(settings, takeParameters, 'tune');
  const strength = numberOf(settings, takeParameters, 'strength');
  if (to === 'off' || strength <= 0) return undefined;
  const bar = Math.floor(start.n / start.d);
  const first = to === 'key' ? keyAt(keys, bar) : undefined;
  if (to !== 'key' || part.loops) return { classes: classesOf(first), strength };
  const changes = keys
    .filter((one) => one.bar > bar && barSeconds[one.bar] !== undefined)
    .map(({ bar: at, key }) => ({ from: part.partAt(barSeconds[at]!), classes: classesOf(key) }))
    .filter(({ from }) => from > 0 && from < part.length);
  const spans = part.isReversed
    ? turned([{ from: 0, classes: classesOf(first) }, ...changes], part.length)
    : [{ from: 0, classes: classesOf(first) }, ...changes];
  const [begin, ...later] = spans;
  return { classes: begin!.classes, strength, ...(later.length > 0 && { later }) };
}

type Span = NonNullable<NonNullable<TakeEdit['tune']>['later']>[number];

/** What plays backwards meets its last key first. */
const turned = (spans: readonly Span[], length: number): readonly Span[] =>
  spans
    .map(({ classes }, index) => ({ from: length - (spans[index + 1]?.from ?? length), classes }))
    .reverse();

const classesOf = (key: Key | undefined): readonly number[] =>
  [...((key && scaleOf(key))?.degrees ?? twelve)].sort((one, other) => one - other);

const twelve: readonly number[] = Array.from({ length: 12 }, (_, index) => index);
