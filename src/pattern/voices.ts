// Notes changed where they stand: other values and velocities, more voices or none at the same times. Only
// the window that is asked for is visited.

import { lcm } from '../music/rational.ts';
import type { AtomValue } from '../song/pattern.ts';
import { within } from './measures.ts';
import { notesOf, type Played } from './notes.ts';
import type { Pattern } from './pattern.ts';

/** What sounds in the place of a note. */
export interface Voice {
  readonly value: AtomValue;
  readonly velocity: number;
}

/** A note and when it begins: at `tick` of `grid` in `cycle`. */
export interface Moment extends Voice {
  readonly cycle: number;
  readonly tick: number;
  readonly grid: number;
}

export interface VoiceChange {
  /** Cycles after which it repeats. Absent: as the pattern does. */
  readonly period?: number;
  /** Notes for each note, at most. Absent: one. */
  readonly most?: number;
  /** Further ticks of a cycle that moments are counted in. */
  readonly grid?: number;
}

/** Each note as the voices that `make` gives for it. */
export const voiced = (
  of: Pattern,
  { period = of.period, most = 1, grid: further = 1 }: VoiceChange,
  make: (moment: Moment) => readonly Voice[],
): Pattern => {
  if (of.density === 0) return of;
  const grid = within(lcm(of.grid, further));
  return {
    ...of,
    grid,
    period,
    density: of.density * most,
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const unit = width / grid;
      of.play(cycle, start, width, lo, hi, limit, (begin, end, from, to, value, source, velocity) => {
        // A note that sounds on from an earlier cycle is asked about where it began.
        const away = Math.floor((begin - start) / width);
        const tick = (begin - start - away * width) / unit;
        for (const voice of make({ value, velocity, cycle: cycle + away, tick, grid }))
          sink(begin, end, from, to, voice.value, source, voice.velocity);
      });
    },
  };
};

/** The notes for which `keep` holds. */
export const filtered = (of: Pattern, change: VoiceChange, keep: (moment: Moment) => boolean): Pattern =>
  voiced(of, change, (moment) => (keep(moment) ? [moment] : []));

/** What a pattern sounds at the tick of a cycle, in the order of the pattern. */
export const soundingAt = (of: Pattern): ((moment: Moment) => readonly Played[]) => {
  const notes = notesOf(of);
  return ({ cycle, tick, grid }) => {
    const at = (tick / grid) * of.grid;
    const sounds = ({ begin, end }: Played): boolean => begin <= at && at < end;
    return [...notes.heldInto(cycle).filter(sounds), ...notes.begunIn(cycle).filter(sounds)];
  };
};

/** 0 to 1, whatever the gain. */
export const louder = (velocity: number, factor: number): number =>
  Math.min(1, Math.max(0, velocity * factor));

/** The factor of a level in decibels. */
export const gainOf = (decibels: number): number => 10 ** (decibels / 20);
