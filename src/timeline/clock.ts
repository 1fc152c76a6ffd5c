// Positions in bars to seconds, over the maps of meter and tempo.

import { type MeterMap, quartersOf, quartersPerBar } from '../music/meter.ts';
import { toNumber } from '../music/rational.ts';
import { secondsAt } from '../music/tempo.ts';
import type { Rational } from '../song/time.ts';
import type { Maps } from './maps.ts';

export interface Clock {
  /** The same for equal maps. */
  readonly name: string;
  /** Seconds from the song's start to a position in bars. */
  at(bars: number): number;
  /** Seconds that a stretch of bars lasts. */
  lasting(start: Rational, length: Rational): number;
}

export const clockOf = ({ meters, tempo }: Pick<Maps, 'meters' | 'tempo'>): Clock => {
  const isSteady = meters.length === 1 && tempo.length === 1;
  const name = JSON.stringify([meters, tempo]);
  if (!isSteady) return mapped(name, meters, tempo);
  // Without changes equal lengths last equally long to the last bit, wherever they start.
  const secondsPerBar = secondsAt(tempo, toNumber(quartersPerBar(meters[0]!.meter)));
  return {
    name,
    at: (bars) => bars * secondsPerBar,
    lasting: (_, length) => (length.n / length.d) * secondsPerBar,
  };
};

const mapped = (name: string, meters: MeterMap, tempo: Maps['tempo']): Clock => {
  const at = (bars: number): number => secondsAt(tempo, quartersOf(meters, bars));
  return {
    name,
    at,
    lasting: (start, length) => {
      const from = start.n / start.d;
      return at(from + length.n / length.d) - at(from);
    },
  };
};
