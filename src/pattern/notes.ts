// Whole notes of a pattern, cycle by cycle, and patterns made by changing them. What transforms are made of
// that look at notes rather than at time: where windows and ticks stop, and lists of notes begin.
//
// A note belongs to the cycle in which it begins. What is made of the notes of a cycle is made once and
// kept, so that a chain of transforms costs its sum, however far each of them looks around.

import { gcd } from '../music/rational.ts';
import type { SourceId } from '../song/origin.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Pattern } from './pattern.ts';

/** A note in ticks from the start of a cycle; `begin` < `end`. */
export interface Played {
  readonly begin: number;
  readonly end: number;
  readonly value: AtomValue;
  readonly source: SourceId;
  /** 0 to 1. */
  readonly velocity: number;
}

export interface Notes {
  /** The notes that begin in a cycle, in time; those that begin together in the pattern's order. */
  begunIn(cycle: number): readonly Played[];
  /** The notes that sound on into a cycle from before it: their begins are negative. */
  heldInto(cycle: number): readonly Played[];
}

/** The notes of a pattern, in ticks of its grid. */
export const notesOf = (of: Pattern): Notes => {
  const known = readers.get(of);
  if (known) return known;
  const cycles = remembered((cycle) => {
    const begun: Played[] = [];
    const held: Played[] = [];
    const sink = (
      begin: number,
      end: number,
      from: number,
      _to: number,
      value: AtomValue,
      source: SourceId,
      velocity: number,
    ): void => {
      // A long note may come in parts; only its first part, or the one at the cycle's start, stands for it.
      if (begin === from) begun.push({ begin, end, value, source, velocity });
      else if (from === 0) held.push({ begin, end, value, source, velocity });
    };
    of.play(cycle, 0, of.grid, 0, of.grid, Number.POSITIVE_INFINITY, sink);
    return { begun: inTime(begun), held };
  }, of.period);
  const notes: Notes = {
    begunIn: (cycle) => cycles(cycle).begun,
    heldInto: (cycle) => cycles(cycle).held,
  };
  readers.set(of, notes);
  return notes;
};

const readers = new WeakMap<Pattern, Notes>();

/** The period of what never comes round: as good as infinite, and still an integer. */
export const endless = Number.MAX_SAFE_INTEGER;

export interface Change {
  /** Ticks in a cycle of the result: a multiple of the pattern's. Absent: the same. */
  readonly grid?: number;
  /** Cycles after which it repeats. Absent: as the pattern does. */
  readonly period?: number;
  /** About how many notes begin in a cycle of the result, at most. Absent: as many. */
  readonly density?: number;
  /** Longest stretch of any note. Absent: as in the pattern. */
  readonly extent?: number;
  /** Whole cycles that a result may sound before the begin of its note, or behind its end. */
  readonly reach: number;
  /** The first of the cycles whose notes may still be heard in a cycle. Absent: `reach` says it. */
  readonly firstHeardIn?: (cycle: number) => number;
}

/**
 * A pattern in which each cycle's notes are replaced by others.
 * @param make  what becomes of the notes that begin in a cycle: in ticks of the result's grid, from the
 *              start of that cycle, as the notes given are. Called once for each cycle of the period.
 */
export const remade = (
  of: Pattern,
  {
    grid = of.grid,
    period = of.period,
    density = of.density,
    extent = of.extent,
    reach,
    firstHeardIn,
  }: Change,
  make: (notes: readonly Played[], cycle: number) => readonly Played[],
): Pattern => {
  if (of.density === 0) return of;
  const notes = notesOf(of);
  const finer = grid / of.grid;
  const made = remembered((cycle) => make(scaled(notes.begunIn(cycle), finer), cycle), period);

  /** The cycles whose notes can be heard in a cycle, ascending. */
  const sources = (cycle: number): readonly number[] => {
    const found: number[] = [];
    const first = firstHeardIn?.(cycle) ?? cycle - reach;
    for (const { begin } of notes.heldInto(first)) {
      const from = first + Math.floor(begin / of.grid);
      if (!found.includes(from)) found.push(from);
    }
    found.sort((a, b) => a - b);
    for (let near = first; near <= cycle + reach; near += 1) found.push(near);
    return found;
  };

  return {
    grid,
    period,
    extent,
    density,
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const unit = width / grid;
      for (const from of sources(cycle)) {
        const origin = start + (from - cycle) * width;
        for (const note of made(from)) {
          const begin = origin + note.begin * unit;
          if (begin >= hi) continue;
          const end = Math.min(origin + note.end * unit, limit);
          if (end <= lo || end <= begin) continue;
          sink(begin, end, Math.max(begin, lo), Math.min(end, hi), note.value, note.source, note.velocity);
        }
      }
    },
  };
};

/** A pattern in which each note is replaced by others, or by none. */
export const eachNote = (
  of: Pattern,
  change: Change,
  make: (note: Played, cycle: number, index: number) => readonly Played[],
): Pattern => remade(of, change, (notes, cycle) => notes.flatMap((note, index) => make(note, cycle, index)));

/** A fraction in lowest terms of a tick in its cycle: the same on whatever grid it is counted. */
export const momentOf = (tick: number, grid: number): { readonly n: number; readonly d: number } => {
  const within = ((tick % grid) + grid) % grid;
  const common = gcd(within, grid);
  return { n: within / common, d: grid / common };
};

/** Groups of what begins together, each in the given order; the notes are in time. */
export const together = (notes: readonly Played[]): readonly (readonly Played[])[] => {
  const groups: Played[][] = [];
  for (const note of notes) {
    const last = groups.at(-1);
    if (last && last[0]!.begin === note.begin) last.push(note);
    else groups.push([note]);
  }
  return groups;
};

/** The same notes on a grid so many times as fine. */
export const scaled = (notes: readonly Played[], finer: number): readonly Played[] =>
  finer === 1 ? notes : notes.map((note) => ({ ...note, begin: note.begin * finer, end: note.end * finer }));

/** In the order of their begins; those that begin together stay as they are. */
export const inTime = (notes: readonly Played[]): readonly Played[] => {
  const isInTime = notes.every(({ begin }, index) => index === 0 || notes[index - 1]!.begin <= begin);
  return isInTime ? notes : [...notes].sort((a, b) => a.begin - b.begin);
};

/** What takes longer to come round never does. */
const longestPeriod = 10_000;

/** Notes that are kept at most, of all cycles of one pattern. */
const mostKept = 1 << 18;

/** What comes round is found again under the same cycle; what does not is forgotten when it becomes too much. */
const remembered = <Result extends readonly Played[] | { readonly begun: readonly Played[] }>(
  find: (cycle: number) => Result,
  period: number,
): ((cycle: number) => Result) => {
  const known = new Map<number, Result>();
  let kept = 0;
  return (cycle) => {
    const place = period <= longestPeriod ? ((cycle % period) + period) % period : cycle;
    const before = known.get(place);
    if (before) return before;
    const found = find(place);
    kept += 8 + ('begun' in found ? found.begun.length : found.length);
    if (kept > mostKept) {
      known.clear();
      kept = 0;
    }
    known.set(place, found);
    return found;
  };
};
