// What the notes of a take are pulled to, and how far.

import { scaleOf } from '../../music/scale.ts';
import type { Take } from '../../song/material.ts';
import { keyAt } from '../../timeline/keys.ts';
import type { PlacedTake, Timeline } from '../../timeline/timeline.ts';
import { takeParameters } from '../../vocabulary/material.ts';
import type { TakeEdit } from './edits.ts';
import { choiceOf, numberOf } from './material-settings.ts';

/** Undefined where it sounds as it was sung. The key is the one where the take begins; without one, all twelve. */
export function tuneOf({ settings }: Take, { keys }: Timeline, { start }: PlacedTake): TakeEdit['tune'] {
  const to = choiceOf(settings, takeParameters, 'tune');
  const strength = numberOf(settings, takeParameters, 'strength');
  if (to === 'off' || strength <= 0) return undefined;
  const key = to === 'key' ? keyAt(keys, Math.floor(start.n / start.d)) : undefined;
  const classes = (key && scaleOf(key))?.degrees ?? twelve;
  return { classes: [...classes].sort((one, other) => one - other), strength };
}

const twelve: readonly number[] = Array.from({ length: 12 }, (_, index) => index);
