// The piano roll of the pattern that stands at a place in the text, and the edits of gestures on it.

import type { EditResult, Reading } from '../languages/language.ts';
import { midiOfDegree, plainScale } from '../music/degree.ts';
import { noteName } from '../music/pitch.ts';
import { rational } from '../music/rational.ts';
import { scaleOf, spelledIn } from '../music/scale.ts';
import { editRoll, type RollEdit } from '../pattern/roll/edit.ts';
import { type RollNote, rollOf } from '../pattern/roll/roll.ts';
import type { BarTime, GestureNote, PanelRoll, RollNoteView } from '../protocol/gestures.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import { eachExpression } from '../song/walk.ts';
import { placeOf } from './panel-problems.ts';
import { type Behind, rollVelocities, transformsAround, velocityEdits } from './roll-velocity.ts';

/** The roll of the mini-notation around `offset`; undefined where there is none. */
export function rollAt(reading: Reading, offset: number): PanelRoll | undefined {
  const found = miniAt(reading, offset);
  if (!found) return undefined;
  const { mini, place, name, firstAtom } = found;
  const { song } = reading;
  const common = {
    name,
    ...place,
    beats: song.meter.beats,
    ...pitchesOf(song),
  };
  const roll = rollOf(mini);
  if (!roll.ok) return { ...common, bars: 1, notes: [], locked: roll.reason };
  const locked = isWritten(reading, found) ? undefined : computed;
  const { velocities, locked: velocityLocked } = rollVelocities(reading, found, roll.roll);
  return {
    ...common,
    bars: roll.roll.bars,
    notes: roll.roll.notes.map((note, index) => noteView(reading, note, firstAtom, velocities[index]!)),
    ...(locked !== undefined && { locked }),
    ...((locked ?? velocityLocked) !== undefined && { velocityLocked: (locked ?? velocityLocked)! }),
  };
}

/** The edits of the text that make a gesture on the roll of the pattern that is written at `from`. */
export function rollEdits(reading: Reading, from: number, edits: readonly GestureNote[]): EditResult {
  const found = miniAt(reading, from);
  if (!found || found.place.from !== from)
    return { ok: false, reason: 'This pattern is not in the song any more.' };
  if (!isWritten(reading, found)) return { ok: false, reason: computed };
  const result = editRoll(found.mini, edits.flatMap(rollEdit), reading.song.meter.beats);
  if (!result.ok) return result;
  return {
    ok: true,
    edits: result.edits.map(({ range, text }) => ({
      range: { from: from + range.from, to: from + range.to },
      text,
    })),
  };
}

/** The edit that plays the notes at those times of the pattern written at `from` so hard. */
export function velocitiesAt(
  reading: Reading,
  from: number,
  begins: readonly BarTime[],
  velocity: number,
): EditResult {
  const found = miniAt(reading, from);
  if (!found || found.place.from !== from)
    return { ok: false, reason: 'This pattern is not in the song any more.' };
  if (!isWritten(reading, found)) return { ok: false, reason: computed };
  return velocityEdits(reading, found, begins, velocity);
}

const pitchesOf = ({ key }: Song): Pick<PanelRoll, 'names' | 'scale'> => {
  const scale = key && scaleOf(key);
  return {
    names: Array.from({ length: 128 }, (_, midi) => (scale ? spelledIn(midi, scale) : noteName(midi))),
    scale: scale ? scale.degrees : [],
  };
};

const computed = 'This pattern is put together by code, and not written out: edit the code.';

type MiniExpression = PatternExpression & { readonly kind: 'mini' };

interface Found extends Behind, Pick<MiniExpression, 'mini' | 'firstAtom'> {
  readonly name: string;
}

function miniAt(reading: Reading, offset: number): Found | undefined {
  const { song, text } = reading.base ?? reading;
  let found: Found | undefined;
  const look = (expression: PatternExpression, name: string): void =>
    eachExpression(expression, (inner) => {
      if (found || inner.kind !== 'mini') return;
      const whole = placeOf(reading, inner.id);
      if (offset < whole.from || offset > whole.to || whole.to <= whole.from) return;
      // A chart has no quotes.
      const quote = /["'`]/.test(text[whole.from] ?? '') ? 1 : 0;
      const from = whole.from + quote;
      const place = { from, to: from + inner.mini.text.length };
      const transforms = transformsAround(expression, inner.id) ?? [];
      found = { mini: inner.mini, firstAtom: inner.firstAtom, place, name, transforms };
    });
  for (const { name, expression } of named(song)) look(expression, name);
  return found;
}

const named = (song: Song): readonly { readonly name: string; readonly expression: PatternExpression }[] => [
  ...[...song.patterns, ...song.progressions].map(({ name, expression }) => ({
    name: name.name,
    expression,
  })),
  ...song.sections.flatMap((section) =>
    section.parts.map(({ track, expression }) => ({
      name: `${track.name} in ${section.name.name}`,
      expression,
    })),
  ),
];

/** Whether the text says the notation as it is: no escapes, nothing put together. */
const isWritten = ({ text }: Reading, { mini, place }: Found): boolean =>
  text.slice(place.from, place.to) === mini.text;

function noteView(reading: Reading, note: RollNote, firstAtom: number, velocity: number): RollNoteView {
  const scale = (reading.song.key && scaleOf(reading.song.key)) ?? plainScale;
  const { value, begin, end, word, atom } = note;
  const midi =
    value.kind === 'note'
      ? [value.midi]
      : value.kind === 'chord'
        ? value.midi
        : value.kind === 'degree'
          ? [midiOfDegree(scale, value.degree, value.alter)]
          : [];
  return {
    begin: [begin.n, begin.d],
    end: [end.n, end.d],
    word,
    midi,
    velocity,
    ...(value.kind === 'hit' && { hit: value.name }),
    ...placeOf(reading, firstAtom + atom),
  };
}

const time = ([n, d]: BarTime): ReturnType<typeof rational> => rational(n, d);

function rollEdit({ note, to }: GestureNote): readonly RollEdit[] {
  const at = note && { begin: time(note.begin), word: note.word };
  const wanted = to && { begin: time(to.begin), end: time(to.end), word: to.word };
  if (at && wanted) return [{ do: 'change', note: at, ...wanted }];
  if (at) return [{ do: 'delete', note: at }];
  return wanted ? [{ do: 'add', ...wanted }] : [];
}
