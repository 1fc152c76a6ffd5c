// How hard the notes of a pattern are played, as a person writes it behind the notation: one velocity for
// all of them, and accents for those that differ. What else stands behind it is not touched.

import { equal, rational } from '../../music/rational.ts';
import type { Mini } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { parseMini } from '../mini/parse.ts';
import { type Roll, rollOf } from './roll.ts';
import { type Stretch, type WrittenNote, writeBar } from './write.ts';

/** What the notation plays that says nothing of it. */
const usual = 0.8;
/** More groups than this nobody reads. */
const mostAccents = 4;
const mostGainDb = 24;

interface Accent {
  readonly where: Mini;
  readonly byDb: number;
}

export interface WrittenVelocities {
  readonly base: number;
  readonly accents: readonly Accent[];
  /** Characters behind the notation that say them. */
  readonly length: number;
}

const velocityCall = /^\.velocity\(\s*(\d+(?:\.\d+)?)%\s*\)/;
const accentCall = /^\.accent\(\s*"([^"]*)"\s*(?:,\s*([+-]?\d+(?:\.\d+)?)dB\s*)?\)/;
const accentDb = 3;

/** What of `behind`, the text behind a notation, says how hard its notes are played. */
export const readVelocities = (behind: string): WrittenVelocities => {
  const all = velocityCall.exec(behind);
  let [base, length] = [all ? Number(all[1]) / 100 : usual, all ? all[0].length : 0];
  const accents: Accent[] = [];
  for (
    let found = accentCall.exec(behind.slice(length));
    found;
    found = accentCall.exec(behind.slice(length))
  ) {
    const where = parseMini(found[1]!);
    if (where.problems.length > 0) break;
    accents.push({ where: where.mini, byDb: found[2] === undefined ? accentDb : Number(found[2]) });
    length += found[0].length;
  }
  base = Math.min(1, base);
  return { base, accents, length };
};

/** How hard each note of a roll is played, 0 to 1, in the order of its notes. */
export const velocitiesOf = ({ notes }: Roll, { base, accents }: WrittenVelocities): readonly number[] => {
  const places = accents.map(({ where, byDb }) => ({ isOn: onsOf(where), factor: 10 ** (byDb / 20) }));
  return notes.map(({ begin }) =>
    places.reduce(
      (velocity, { isOn, factor }) => (isOn(begin) ? Math.min(1, velocity * factor) : velocity),
      base,
    ),
  );
};

/** Whether something but a 0 sounds in a pattern at a time in bars. */
const onsOf = (where: Mini): ((at: Rational) => boolean) => {
  const reading = rollOf(where);
  if (!reading.ok) return () => false;
  const { bars, notes } = reading.roll;
  const ons = notes.filter(({ value }) => value.kind !== 'degree' || value.degree !== 0);
  return ({ n, d }) => {
    const at = rational(((n % (bars * d)) + bars * d) % (bars * d), d);
    const [place, small] = [at.n / at.d, 1e-9];
    return ons.some(({ begin, end }) => begin.n / begin.d <= place + small && place + small < end.n / end.d);
  };
};

export type VelocityResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/**
 * What stands behind the notation when the notes that begin at `begins` are played at `velocity`.
 * @param velocity  0 to 1; told in whole percent
 * @param beats     of a bar
 */
export const writeVelocity = (
  mini: Mini,
  before: WrittenVelocities,
  begins: readonly Rational[],
  velocity: number,
  beats: number,
): VelocityResult => {
  const percent = Math.round(velocity * 100);
  if (percent < 1) return refuse('A note at 0% is a rest: take the note out.');
  const reading = rollOf(mini);
  if (!reading.ok) return reading;
  const { roll } = reading;
  const now = velocitiesOf(roll, before).map((one) => Math.round(one * 100));
  const wanted = roll.notes.map(({ begin }, index) =>
    begins.some((at) => equal(at, begin)) ? Math.min(100, percent) : now[index]!,
  );
  const base = commonest(wanted, Math.round(before.base * 100));
  const others = [...new Set(wanted)].filter((one) => one !== base).sort((a, b) => b - a);
  if (others.length > mostAccents)
    return refuse(
      `The notes of this pattern would have ${others.length + 1} velocities, and behind a pattern ${mostAccents + 1} can be read. Give one of them the velocity of another, or write the pattern as two.`,
    );
  const accents = others.map((level) => {
    const on = roll.notes.filter((_, index) => wanted[index] === level);
    return { level, where: maskOf(roll, on, beats), by: decibels(base, level) };
  });
  const far = accents.find(({ by }) => by === undefined);
  if (far)
    return refuse(`From ${base}% to ${far.level}% is more than ${mostGainDb} dB: write the pattern as two.`);
  const said = base === usual * 100 ? '' : `.velocity(${base}%)`;
  return { ok: true, text: said + accents.map(({ where, by }) => `.accent("${where}", ${by}dB)`).join('') };
};

/** The velocity of the most notes; of those that are as many, the one that stands there, then the loudest. */
const commonest = (levels: readonly number[], written: number): number => {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const rank = (level: number): number => (level === written ? 101 : level);
  return [...counts].sort((a, b) => b[1] - a[1] || rank(b[0]) - rank(a[0]))[0]?.[0] ?? usual * 100;
};

/** The shortest number of decibels that leads from one percentage to another, to the percent. */
const decibels = (from: number, to: number): string | undefined => {
  const exact = 20 * Math.log10(to / from);
  if (exact > mostGainDb || exact < -60) return undefined;
  for (const digits of [0, 1, 2]) {
    const by = Number(exact.toFixed(digits));
    if (Math.round(from * 10 ** (by / 20)) === to) return `${by > 0 ? '+' : ''}${by}`;
  }
  return exact.toFixed(3);
};

/** A pattern of ones where the notes begin, and rests. */
const maskOf = ({ bars, notes }: Roll, on: Roll['notes'], beats: number): string => {
  const begins = [...new Set(notes.map(({ begin }) => begin.n / begin.d))].sort((a, b) => a - b);
  const ticks = notes.reduce((least, { begin, end }) => common(common(least, begin.d), end.d), 48);
  const ones = [...new Map(on.map((note) => [note.begin.n / note.begin.d, note])).values()].map(
    ({ begin, end }): WrittenNote => {
      const at = begin.n / begin.d;
      // No longer than to the next note, which may not be one of them, nor over the bar line.
      const next = Math.min(begins.find((one) => one > at) ?? bars, end.n / end.d, Math.floor(at) + 1);
      return { begin: Math.round(at * ticks), end: Math.round(next * ticks), word: '1' };
    },
  );
  const written = Array.from({ length: bars }, (_, bar) => {
    const stretch: Stretch = { from: bar * ticks, to: (bar + 1) * ticks, tied: true };
    const here = ones.filter(({ begin, end }) => begin < stretch.to && end > stretch.from);
    return writeBar(here, stretch, beats) ?? '~';
  });
  return repeated(written).join(' | ');
};

/** A mask comes round: what is said twice is said once. */
const repeated = (bars: readonly string[]): readonly string[] => {
  for (let length = 1; length < bars.length; length++)
    if (bars.length % length === 0 && bars.every((bar, index) => bar === bars[index % length]))
      return bars.slice(0, length);
  return bars;
};

const common = (a: number, b: number): number => (a * b) / divisor(a, b);
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

const refuse = (reason: string): VelocityResult & { readonly ok: false } => ({ ok: false, reason });
