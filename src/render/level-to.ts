// How much a bounce is turned up or down to be as loud as the place where it goes plays it. Its true peak
// stays under that place's ceiling: where it would not, the bounce is less loud, and says so.

import { targetSounds } from '../check/figures.ts';
import { deliveryTargetNamed } from '../vocabulary/delivery.ts';
import type { BounceFigures } from './bounce-meter.ts';

export interface Levelling {
  readonly gainDb: number;
  /** LUFS that were aimed at. */
  readonly aimed: number;
  /** Whether the ceiling for peaks kept it from being as loud as that. */
  readonly heldBack: boolean;
}

/** Undefined for silence, and for a place that turns nothing up or down. */
export const levelTo = (
  target: string,
  { loudness, truePeakDb }: Pick<BounceFigures, 'loudness' | 'truePeakDb'>,
): Levelling | undefined => {
  const sound = targetSounds[deliveryTargetNamed(target)?.name ?? ''];
  if (sound?.loudness === undefined || !Number.isFinite(loudness)) return undefined;
  const wanted = sound.loudness - loudness;
  const most = sound.ceiling - truePeakDb;
  return { gainDb: Math.min(wanted, most), aimed: sound.loudness, heldBack: most < wanted - 0.05 };
};
