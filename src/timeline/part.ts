// What one track plays in a section: the pattern from its first cycle, looped to the section's end.

import { compare, rational } from '../music/rational.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { cycles, playCycle } from '../pattern/query.ts';
import type { SourceId } from '../song/origin.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';

/** A note before its section has a place: times in bars from the section's start. */
export interface SectionNote {
  readonly start: Rational;
  readonly length: Rational;
  /** Both absent, or one of them. */
  readonly sound: { readonly midi: number } | { readonly hit: string };
  readonly velocity: number;
  readonly id: SourceId;
}

/** The notes that begin in `bars` bars of the pattern, ascending by start, then pitch; at most `most`, those in front. */
export const layOutPart = (pattern: Pattern, bars: number, most: number): readonly SectionNote[] => {
  const notes: SectionNote[] = [];
  const onsetsOf = onsetReader(pattern);
  for (let cycle = 0; cycle < bars && notes.length < most; cycle += 1) {
    for (const onset of onsetsOf(cycle)) addNotes(notes, onset, cycle, bars, pattern.grid);
  }
  notes.sort(byStartAndPitch);
  return notes.length > most ? notes.slice(0, most) : notes;
};

/** Two parts of one track in a section sound together. */
export const merged = (
  first: readonly SectionNote[] | undefined,
  second: readonly SectionNote[],
): readonly SectionNote[] => (first ? [...first, ...second].sort(byStartAndPitch) : second);

interface Onset {
  /** Ticks from the start of its cycle. */
  readonly begin: number;
  readonly end: number;
  readonly value: AtomValue;
  readonly velocity: number;
  readonly source: SourceId;
}

/** The notes that begin in a cycle. A pattern that comes round is asked only once for each of its cycles. */
const onsetReader = (pattern: Pattern): ((cycle: number) => readonly Onset[]) => {
  const period = cycles(pattern) ?? Number.POSITIVE_INFINITY;
  const known: (readonly Onset[])[] = [];
  return (cycle) => {
    if (cycle >= period) return known[cycle % period]!;
    const onsets: Onset[] = [];
    playCycle(pattern, cycle, (begin, end, from, _to, value, source, velocity) => {
      if (begin === from) onsets.push({ begin, end, value, velocity, source });
    });
    if (period !== Number.POSITIVE_INFINITY) known.push(onsets);
    return onsets;
  };
};

const addNotes = (notes: SectionNote[], onset: Onset, cycle: number, bars: number, grid: number): void => {
  const start = rational(cycle * grid + onset.begin, grid);
  const length = rational(Math.min(onset.end, (bars - cycle) * grid) - onset.begin, grid);
  const { value, velocity, source: id } = onset;
  switch (value.kind) {
    case 'note':
      notes.push({ start, length, sound: { midi: value.midi }, velocity, id });
      return;
    case 'chord':
      for (const midi of value.midi) notes.push({ start, length, sound: { midi }, velocity, id });
      return;
    case 'hit':
      notes.push({ start, length, sound: { hit: value.name }, velocity, id });
  }
};

const byStartAndPitch = (a: SectionNote, b: SectionNote): number =>
  compare(a.start, b.start) || pitchOf(a) - pitchOf(b);

/** Hits have no pitch, and stand before what has. */
const pitchOf = ({ sound }: SectionNote): number => ('midi' in sound ? sound.midi : -1);
