// What one track plays in a section: the pattern from its first cycle, looped to the section's end.

import { midiOfDegree } from '../music/degree.ts';
import { add, compare, floor, rational, subtract, zero } from '../music/rational.ts';
import type { KeyScale } from '../music/scale.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { cycles, playCycle } from '../pattern/query.ts';
import type { SourceId } from '../song/origin.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';

/** A note before its section has a place: times in bars from the section's start. */
export interface SectionNote {
  readonly start: Rational;
  readonly length: Rational;
  /** A pitch, or a hit. */
  readonly sound: { readonly midi: number } | { readonly hit: string; readonly sample?: number };
  readonly velocity: number;
  readonly id: SourceId;
}

export interface PartFrame {
  /** Length of the section. */
  readonly bars: number;
  /** Where in it the pattern begins, in bars. */
  readonly from?: Rational;
  /** Notes, at most; those in front. */
  readonly most: number;
}

/**
 * The notes that begin in a section, ascending by start, then pitch; what would go on is cut at its end.
 * @param patternOf  the pattern as it sounds in a bar of the section, from 0: meter and key may change
 * @param scaleOf    what degrees of no scale of their own sound in, by bar
 */
export const layOutPart = (
  patternOf: (bar: number) => Pattern,
  scaleOf: (bar: number) => KeyScale,
  { bars, from = zero, most }: PartFrame,
): readonly SectionNote[] => {
  const notes: SectionNote[] = [];
  const end = rational(bars);
  const onsets = onsetReader();
  const firstBar = floor(from);
  for (let cycle = 0; firstBar + cycle < bars && notes.length < most; cycle += 1) {
    const pattern = patternOf(firstBar + cycle);
    const begin = add(onGrid(from, pattern.grid), rational(cycle));
    const scale = scaleOf(firstBar + cycle);
    for (const onset of onsets(pattern, cycle)) addNotes(notes, onset, begin, end, pattern.grid, scale);
  }
  notes.sort(byStartAndPitch);
  return notes.length > most ? notes.slice(0, most) : notes;
};

export const byStartAndPitch = (a: SectionNote, b: SectionNote): number =>
  compare(a.start, b.start) || pitchOf(a) - pitchOf(b);

interface Onset {
  /** Ticks from the start of its cycle. */
  readonly begin: number;
  readonly end: number;
  readonly value: AtomValue;
  readonly velocity: number;
  readonly source: SourceId;
}

/** The notes that begin in a cycle. A pattern that comes round is asked only once for each of its cycles. */
const onsetReader = (): ((pattern: Pattern, cycle: number) => readonly Onset[]) => {
  const known = new Map<Pattern, Map<number, readonly Onset[]>>();
  return (pattern, cycle) => {
    const period = cycles(pattern);
    if (period === undefined) return onsetsIn(pattern, cycle);
    const ofPattern = known.get(pattern) ?? new Map<number, readonly Onset[]>();
    known.set(pattern, ofPattern);
    const turn = cycle % period;
    const onsets = ofPattern.get(turn) ?? onsetsIn(pattern, turn);
    ofPattern.set(turn, onsets);
    return onsets;
  };
};

const onsetsIn = (pattern: Pattern, cycle: number): readonly Onset[] => {
  const onsets: Onset[] = [];
  playCycle(pattern, cycle, (begin, end, from, _to, value, source, velocity) => {
    if (begin === from) onsets.push({ begin, end, value, velocity, source });
  });
  return onsets;
};

const addNotes = (
  notes: SectionNote[],
  onset: Onset,
  cycleStart: Rational,
  sectionEnd: Rational,
  grid: number,
  scale: KeyScale,
): void => {
  // Most cycles begin at a bar line, where plain integers do.
  const start =
    cycleStart.d === 1
      ? rational(cycleStart.n * grid + onset.begin, grid)
      : add(cycleStart, rational(onset.begin, grid));
  // A pattern that begins within a bar has its last cycle cut.
  if (compare(start, sectionEnd) >= 0) return;
  const whole = rational(onset.end - onset.begin, grid);
  const rest = subtract(sectionEnd, start);
  const length = compare(whole, rest) > 0 ? rest : whole;
  const { value, velocity, source: id } = onset;
  switch (value.kind) {
    case 'note':
      notes.push({ start, length, sound: { midi: value.midi }, velocity, id });
      return;
    case 'chord':
      for (const midi of value.midi) notes.push({ start, length, sound: { midi }, velocity, id });
      return;
    case 'degree': {
      const midi = midiOfDegree(scale, value.degree, value.alter);
      notes.push({ start, length, sound: { midi }, velocity, id });
      return;
    }
    case 'hit': {
      const sound = value.sample ? { hit: value.name, sample: value.sample } : { hit: value.name };
      notes.push({ start, length, sound, velocity, id });
    }
  }
};

/** A start that would be beyond exact arithmetic with the pattern's own moments, on the nearest of these. */
const onGrid = (from: Rational, grid: number): Rational =>
  from.d * grid <= finestStart ? from : rational(Math.round((from.n / from.d) * grid), grid);

/** With the longest section, well within safe integers. */
const finestStart = 2 ** 40;

/** Hits have no pitch, and stand before what has. */
const pitchOf = ({ sound }: SectionNote): number => ('midi' in sound ? sound.midi : -1);
