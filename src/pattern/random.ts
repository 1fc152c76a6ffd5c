// Patterns with chance in them: notes left out, one of several played, what is made only when it plays.

import type { Rational } from '../song/time.ts';
import { drawAt, drawOfNote, isWithin, pickOf } from './chance.ts';
import { commonGrid } from './measures.ts';
import { type Pattern, silence } from './pattern.ts';

/** Nothing that draws ever comes round: as good as infinite, and still an integer. */
const neverRound = Number.MAX_SAFE_INTEGER;

/** Each note is left out with the chance `drop`; notes that begin together share one draw. */
export const thinned = (of: Pattern, seed: number, drop: Rational): Pattern => {
  if (of.density === 0 || drop.n === 0) return of;
  if (drop.n >= drop.d) return silence;
  return {
    ...of,
    period: neverRound,
    play: (cycle, start, width, lo, hi, limit, sink) =>
      of.play(cycle, start, width, lo, hi, limit, (begin, end, from, to, value, source, velocity) => {
        if (isWithin(drawOfNote(seed, of.grid, cycle, start, width, begin), drop)) return;
        sink(begin, end, from, to, value, source, velocity);
      }),
  };
};

/** One of them in each cycle; the cycle's end cuts its notes, as another may follow. */
export const oneOf = (choices: readonly Pattern[], seed: number): Pattern => {
  if (choices.every((choice) => choice.density === 0)) return silence;
  return {
    grid: commonGrid(choices),
    period: neverRound,
    extent: choices.reduce((most, choice) => Math.max(most, choice.extent), 1),
    density: choices.reduce((most, choice) => Math.max(most, choice.density), 0),
    play: (cycle, start, width, lo, hi, limit, sink) =>
      choices[pickOf(drawAt(seed, cycle), choices.length)]!.play(
        cycle,
        start,
        width,
        lo,
        hi,
        Math.min(limit, start + width),
        sink,
      ),
  };
};

/** A pattern of the measures of `like`, made when it first plays. */
export const madeLater = (like: Pattern, make: () => Pattern): Pattern => {
  if (like.density === 0) return silence;
  let made: Pattern | undefined;
  return {
    ...like,
    play: (cycle, start, width, lo, hi, limit, sink) => {
      made ??= make();
      made.play(cycle, start, width, lo, hi, limit, sink);
    },
  };
};
