// The music of a name, an expression or an atom, queried for its first bars: what hovers show of it.

import type { HoverSubject } from '../languages/language.ts';
import { midiOfDegree, plainScale } from '../music/degree.ts';
import { type KeyScale, scaleOf } from '../music/scale.ts';
import { evaluator } from '../pattern/expression.ts';
import { cycles, type PatternEvent, query } from '../pattern/query.ts';
import type { SourceId } from '../song/origin.ts';
import type { AtomValue, PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import { eachExpression } from '../song/walk.ts';
import { written } from '../vocabulary/written.ts';
import type { OpenSong } from './documents.ts';
import type { Roll } from './roll.ts';

/** More bars than that are too small to be seen, more notes than that are a grey block. */
const [mostBars, mostNotes] = [8, 400];

/** The notes of the first bars; undefined where it is not known, or silent. */
export const notesOfMusic = (
  open: OpenSong,
  about: Extract<HoverSubject, { kind: 'music' | 'expression' }>,
): Roll | undefined => {
  const { song } = open.linked();
  const expression = about.kind === 'music' ? musicNamed(song, about.name) : expressionOf(song, about.id);
  if (!expression) return undefined;
  const { bars, events } = firstBars(song, expression);
  const scale = (song.key && scaleOf(song.key)) ?? plainScale;
  const notes = events.slice(0, mostNotes).flatMap(({ begin, end, value, velocity }) =>
    soundsOf(value, scale).map((what) => ({
      start: begin.n / begin.d,
      length: end.n / end.d - begin.n / begin.d,
      what,
      velocity,
    })),
  );
  return notes.length > 0 ? { bars, beatsPerBar: song.meter.beats, notes } : undefined;
};

/** `beat 2.5, 1/4 of a bar, 536ms`: where an atom sounds first, and how long; empty where it does not. */
export const noteOfAtom = (open: OpenSong, id: SourceId): string => {
  const { song } = open.linked();
  const expression = find(
    song,
    (one) => one.kind === 'mini' && one.firstAtom <= id && id < one.firstAtom + one.mini.atoms,
  );
  const event = expression && firstBars(song, expression).events.find(({ source }) => source === id);
  if (!event) return '';
  const { begin, end } = event;
  const bar = Math.floor(begin.n / begin.d);
  const beat = (begin.n / begin.d - bar) * song.meter.beats + 1;
  const length = end.n / end.d - begin.n / begin.d;
  const seconds = (length * (240 / song.meter.unit) * song.meter.beats) / song.tempo.value;
  const share = length === 1 ? 'a whole bar' : `${written(length, 'notes')} of a bar`;
  return `bar ${bar + 1}, beat ${Number(beat.toFixed(2))}, ${share}, ${written(seconds, 'seconds')}`;
};

const firstBars = (
  song: Song,
  expression: PatternExpression,
): { readonly bars: number; readonly events: readonly PatternEvent[] } => {
  const pattern = evaluator(song)(expression);
  const bars = Math.max(1, Math.min(mostBars, cycles(pattern) ?? mostBars));
  const events = query(pattern, { n: 0, d: 1 }, { n: bars, d: 1 }).filter(
    // A note over a bar line is told of in each bar.
    ({ begin, from }) => begin.n === from.n && begin.d === from.d,
  );
  return { bars, events };
};

const soundsOf = (value: AtomValue, scale: KeyScale): readonly (number | string)[] => {
  switch (value.kind) {
    case 'note':
      return [value.midi];
    case 'chord':
      return value.midi;
    case 'degree':
      return [midiOfDegree(scale, value.degree, value.alter)];
    case 'hit':
      return [value.name];
  }
};

const musicNamed = ({ patterns, progressions }: Song, name: string): PatternExpression | undefined =>
  [...patterns, ...progressions].find((pattern) => pattern.name.name === name)?.expression;

const expressionOf = (song: Song, id: SourceId): PatternExpression | undefined =>
  find(song, (expression) => expression.id === id);

const find = (
  { patterns, progressions, sections }: Song,
  isIt: (expression: PatternExpression) => boolean,
): PatternExpression | undefined => {
  let found: PatternExpression | undefined;
  for (const { expression } of [...patterns, ...progressions, ...sections.flatMap(({ parts }) => parts)])
    eachExpression(expression, (inner) => {
      if (!found && isIt(inner)) found = inner;
    });
  return found;
};
