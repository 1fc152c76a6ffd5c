// Swing: of each two notes of a grid the second comes late, and what lies around it gives way, so that
// nothing overtakes. Tuplets stand where they are written: they have their own feel.

import { type Bar, barsOfNotes } from '../music/meter.ts';
import { add, compare, floor, fromNumber, multiply, rational, subtract } from '../music/rational.ts';
import type { Swing } from '../song/place.ts';
import type { Rational } from '../song/time.ts';
import type { SectionNote } from './part.ts';

/** A position in bars to where it sounds. */
export type Feel = (bars: Rational) => Rational;

/**
 * The feel of a swing. Pairs are counted from each bar line; what is left of a bar of odd length is straight.
 * @param meterOf  the meter of a bar, from 0, in the bars that positions count in
 */
export const feelOf = (swing: Swing, meterOf: (bar: number) => Bar): Feel | undefined => {
  const isSwung = swing.amount.value > 0 && swing.amount.value < 1 && swing.amount.value !== 0.5;
  if (!isSwung || !(swing.of.value > 0 && swing.of.value <= 1)) return undefined;
  const amount = fromNumber(swing.amount.value, finestAmount);
  const pair = multiply(fromNumber(swing.of.value, finestNote), rational(2));
  const known = new Map<string, Rational>();
  return (bars) => {
    // Downbeats stay, and are most of what comes by.
    if (bars.d === 1) return bars;
    const bar = floor(bars);
    const meter = meterOf(bar);
    const share = subtract(bars, rational(bar));
    const key = `${share.n}/${share.d} ${meter.beats}/${meter.unit}`;
    let moved = known.get(key);
    if (!moved) {
      moved = swungIn(share, barsOfNotes(pair, meter), amount);
      known.set(key, moved);
    }
    return add(moved, rational(bar));
  };
};

/** Notes as they swing, starts and ends alike, so that what touched goes on touching. */
export const swung = (notes: readonly SectionNote[], feel: Feel): readonly SectionNote[] =>
  notes.map((note) => {
    const start = feel(note.start);
    const length = subtract(feel(add(note.start, note.length)), start);
    // A tuplet may end before its neighbour has come: then the note keeps its length.
    return { ...note, start, length: length.n > 0 ? length : note.length };
  });

/** Finer ones are no swing that anyone writes, and would not fit exact arithmetic with the finest patterns. */
const finestAmount = 1000;
const finestNote = 128;
/** A position finer than this is taken at the nearest such step: swung, it would be beyond exact arithmetic. */
const finestPosition = 2 ** 20;

const half = rational(1, 2);
const two = rational(2);

const swungIn = (written: Rational, pair: Rational, amount: Rational): Rational => {
  const share =
    written.d > finestPosition
      ? rational(Math.round((written.n / written.d) * finestPosition), finestPosition)
      : written;
  const pairs = multiply(share, rational(pair.d, pair.n));
  const whole = rational(floor(pairs));
  const within = subtract(pairs, whole);
  const isLeftOver = compare(multiply(add(whole, rational(1)), pair), rational(1)) > 0;
  if (within.n === 0 || isLeftOver || isTuplet(within)) return written;
  const moved =
    compare(within, half) < 0
      ? multiply(multiply(within, two), amount)
      : add(amount, multiply(multiply(subtract(within, half), two), subtract(rational(1), amount)));
  return multiply(add(whole, moved), pair);
};

/** Thirds, fifths and the like of a pair; a humanized note has a larger odd part, and swings. */
const isTuplet = ({ d }: Rational): boolean => {
  let odd = d;
  while (odd % 2 === 0) odd /= 2;
  return odd > 1 && odd < 16;
};
