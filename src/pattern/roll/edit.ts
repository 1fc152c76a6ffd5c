// Changes on the piano roll to mini-notation: the steps that a change touches are written anew, the others
// keep their characters. Whatever is written is read again and played against what was asked for, so that
// a change is made exactly or refused with its reason.

import { add, compare, equal, rational } from '../../music/rational.ts';
import { differenceOf } from '../../song/difference.ts';
import type { TextEdit } from '../../song/origin.ts';
import type { Mini } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { parseMini } from '../mini/parse.ts';
import { rewrites } from './rewrite.ts';
import { type Roll, type RollNote, rollOf } from './roll.ts';

/** A note of the roll as it stood before the gesture. */
export interface NoteAt {
  readonly begin: Rational;
  readonly word: string;
}

export type RollEdit =
  | { readonly do: 'add'; readonly begin: Rational; readonly end: Rational; readonly word: string }
  | { readonly do: 'delete'; readonly note: NoteAt }
  | {
      readonly do: 'change';
      readonly note: NoteAt;
      readonly begin: Rational;
      readonly end: Rational;
      readonly word: string;
    };

export type RollResult =
  /** The one edit inside the mini-notation; no edit where nothing changes. */
  | { readonly ok: true; readonly text: string; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/**
 * A gesture on the roll: all of its changes, or none and why.
 * @param beats  of a bar, which is how a new bar is cut where nothing else says
 */
export const editRoll = (mini: Mini, edits: readonly RollEdit[], beats = 4): RollResult => {
  const before = rollOf(mini);
  if (!before.ok) return before;
  let now = mini;
  for (const edit of edits.flatMap(inSteps)) {
    const next = editOne(now, edit, beats, before.roll.bars);
    if (!next.ok) return next;
    now = next.mini;
  }
  const edited = differenceOf(mini.text, now.text);
  return { ok: true, text: now.text, edits: edited ? [edited] : [] };
};

/** A note that goes somewhere else is taken out here and put in there: what lies between is not touched. */
const inSteps = (edit: RollEdit): readonly RollEdit[] => {
  if (edit.do !== 'change') return [edit];
  const isApart = compare(edit.begin, edit.note.begin) !== 0;
  return isApart
    ? [
        { do: 'delete', note: edit.note },
        { do: 'add', begin: edit.begin, end: edit.end, word: edit.word },
      ]
    : [edit];
};

type Step = { readonly ok: true; readonly mini: Mini } | { readonly ok: false; readonly reason: string };

/** A grid finer than this is not one that a hand places notes on. */
const finest = 1024;

/** @param over  bars of the roll before the gesture: what one of its steps made alike repeats within them */
const editOne = (mini: Mini, edit: RollEdit, beats: number, over: number): Step => {
  const before = rollOf(mini);
  if (!before.ok) return before;
  const { bars, notes } = unrolled(before.roll, over);
  const found = edit.do === 'add' ? undefined : notes.find((note) => isAt(note, edit.note));
  if (edit.do !== 'add' && !found) return refuse('This note is not in the pattern any more.');
  const fresh = edit.do === 'delete' ? undefined : readNote(edit, bars);
  if (fresh && 'reason' in fresh) return refuse(fresh.reason);
  const kept = notes.filter((note) => note !== found);
  const wanted = fresh ? [...kept, { ...fresh, atom: found?.atom ?? -1 }] : kept;
  for (const text of rewrites(mini, { bars, kept, gone: found, fresh, beats })) {
    const reading = parseMini(text);
    if (reading.problems.length === 0 && plays(reading.mini, wanted, bars))
      return { ok: true, mini: reading.mini };
  }
  return refuse(
    'Mini-notation has no way to write this exactly beside what is there: notes that begin together and end apart, or lie across a group. Make them voices of their own, with a comma between.',
  );
};

const unrolled = ({ bars, notes }: Roll, over: number): Roll => {
  if (over % bars !== 0) return { bars, notes };
  const turns = Array.from({ length: over / bars }, (_, turn) => rational(turn * bars));
  return {
    bars: over,
    notes: turns.flatMap((later) =>
      notes.map((note) => ({ ...note, begin: add(note.begin, later), end: add(note.end, later) })),
    ),
  };
};

const isAt = (note: RollNote, { begin, word }: NoteAt): boolean =>
  equal(note.begin, begin) && note.word === word;

type Fresh = Omit<RollNote, 'atom'>;

/** A note as a gesture asks for it, with what its word plays. */
const readNote = (
  { begin, end, word }: { readonly begin: Rational; readonly end: Rational; readonly word: string },
  bars: number,
): Fresh | { readonly reason: string } => {
  const { mini, problems } = parseMini(word);
  const value =
    mini.root.kind === 'sequence' && mini.root.steps.length === 1 ? mini.root.steps[0]!.node : mini.root;
  if (problems.length > 0 || value.kind !== 'atom')
    return { reason: problems[0]?.message ?? `"${word}" is not one note.` };
  if (compare(begin, end) >= 0) return { reason: 'A note ends after it begins.' };
  if (begin.n < 0 || compare(end, rational(bars)) > 0)
    return {
      reason: `The pattern is ${bars} ${bars === 1 ? 'bar' : 'bars'} long; this note would lie outside. Write a further bar line first: \`| ~\`.`,
    };
  if (begin.d > finest || end.d > finest)
    return { reason: `A note lies on a grid of at most ${finest} steps a bar.` };
  return { begin, end, word, value: value.value };
};

/** Whether a text plays those notes over so many bars, and then begins anew. */
const plays = (mini: Mini, wanted: readonly RollNote[], bars: number): boolean => {
  const reading = rollOf(mini);
  if (!reading.ok || bars % reading.roll.bars !== 0) return false;
  const { roll } = reading;
  const keyOf = ({ begin, end, value }: RollNote, later: number): string =>
    `${add(begin, rational(later)).n}/${begin.d} ${add(end, rational(later)).n}/${end.d} ${JSON.stringify(soundOf(value))}`;
  const played: string[] = [];
  for (let later = 0; later < bars; later += roll.bars)
    for (const note of roll.notes) played.push(keyOf(note, later));
  const asked = wanted.map((note) => keyOf(note, 0));
  return played.length === asked.length && played.sort().join('\n') === asked.sort().join('\n');
};

/** How it is spelled does not matter, nor how a chord is called. */
const soundOf = (value: RollNote['value']): unknown =>
  value.kind === 'note' ? value.midi : value.kind === 'chord' ? value.midi : value;

const refuse = (reason: string): Step & { readonly ok: false } => ({ ok: false, reason });
