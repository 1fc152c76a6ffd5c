// Ties: notes that go on through a hold, or into a tied note of the same pitch, over bar lines too.
// A hold and a tied note are notes of a kind until `tied` joins them to what has sounded before. It asks the
// pattern only for the moment before and the moment behind, so that any window can be asked for.

import type { AtomValue } from '../song/pattern.ts';
import { atom, type Pattern } from './pattern.ts';
import { cycles } from './query.ts';

/** `_`: stands for whatever has just sounded. Meaningful inside of `tied` only. */
const held: AtomValue = { kind: 'hit', name: '_' };

/** The source of a hold. */
const noAtom = -1;

/** Values that are tied to the same before them. */
const tiedValues = new WeakSet<AtomValue>();

export const hold: Pattern = atom(held, noAtom, 0);

/** A note that goes on with the same pitch, where that has just sounded. */
export const tiedAtom = (value: AtomValue, source: number, velocity: number): Pattern => {
  const own = { ...value };
  tiedValues.add(own);
  return atom(own, source, velocity);
};

interface Sounding {
  readonly begin: number;
  readonly end: number;
  readonly value: AtomValue;
  readonly source: number;
  readonly velocity: number;
}

/**
 * The pattern with its holds and tied notes joined to the notes before them. Ties never reach back over the
 * place where the pattern comes round: each time it begins anew, as it does at the start of a section. In a
 * pattern that never comes round, by chance, that is so every 64 cycles.
 */
export const tied = (of: Pattern): Pattern => {
  const round = cycles(of) ?? 64;
  return {
    ...of,
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const { heardThrough, endOf, isBegun } = ties(of, round, cycle, start, width);
      const told = new Set<string>();
      of.play(
        cycle,
        start,
        width,
        lo,
        hi,
        Number.POSITIVE_INFINITY,
        (begin, end, from, to, value, source, velocity) => {
          const one = { begin, end, value, source, velocity };
          if (from > begin && !isBegun(one)) return;
          for (const note of isTie(value) ? heardThrough(one) : [one]) {
            if (note !== one) {
              // Two ties that are alike are heard once.
              const key = `${from} ${note.begin} ${note.source}`;
              if (told.has(key)) continue;
              told.add(key);
            }
            const last = Math.min(endOf(note), limit);
            sink(note.begin, last, from, to, note.value, note.source, note.velocity);
          }
        },
      );
    },
  };
};

/** Moments looked at for one answer: more ties than stand in a row in any music. */
const mostMoments = 8192;

/** What is joined to what around one cycle, which is laid out from `start` over `width` ticks. */
const ties = (of: Pattern, round: number, cycle: number, start: number, width: number) => {
  const unit = width / of.grid;
  const sounding = new Map<number, readonly Sounding[]>();
  const notesEnding = new Map<number, readonly Sounding[]>();
  const ends = new Map<string, number>();

  /** What sounds for the one tick from `tick`, in whatever cycle that lies. */
  const soundingAt = (tick: number): readonly Sounding[] => {
    const known = sounding.get(tick);
    if (known) return known;
    const away = Math.floor((tick - start) / width);
    const found: Sounding[] = [];
    of.play(
      cycle + away,
      start + away * width,
      width,
      tick,
      tick + unit,
      Number.POSITIVE_INFINITY,
      (begin, end, _from, _to, value, source, velocity) =>
        found.push({ begin, end, value, source, velocity }),
    );
    sounding.set(tick, found);
    return found;
  };

  const comesRound = (tick: number): boolean => {
    const away = (tick - start) / width;
    return Number.isInteger(away) && (cycle + away) % round === 0;
  };

  /** Where the longest tie from `tick` that the note goes on with ends. */
  const tieBehind = (tick: number, value: AtomValue): number | undefined => {
    if (comesRound(tick)) return undefined;
    let longest: number | undefined;
    for (const tie of soundingAt(tick)) {
      if (tie.begin !== tick || !isTie(tie.value) || !goesOn(value, tie.value)) continue;
      if (tie.end > (longest ?? tick)) longest = tie.end;
    }
    return longest;
  };

  /** Where a note ends with all that is tied to it. */
  const endOf = ({ end, source, value }: Sounding): number => {
    const known = ends.get(`${end} ${source}`);
    if (known !== undefined) return known;
    let last = end;
    for (let moment = 0; moment < mostMoments; moment += 1) {
      const next = tieBehind(last, value);
      if (next === undefined) break;
      last = next;
    }
    ends.set(`${end} ${source}`, last);
    return last;
  };

  /** Whether a note is heard to begin where it says: of a step that goes on in its next turn, only the end would be. */
  const isBegun = ({ begin, end, source }: Sounding): boolean =>
    soundingAt(begin).some((one) => one.begin === begin && one.end === end && one.source === source);

  /** What ends at `tick`, as written. */
  const endingAt = (tick: number): readonly Sounding[] =>
    soundingAt(tick - unit).filter((one) => one.end === tick && isBegun(one));

  /** The notes that sound up to `tick`, each once, from where it truly began. Earlier moments are found first. */
  const notesUpTo = (tick: number): readonly Sounding[] => {
    const open = [tick];
    for (let moment = 0; open.length > 0; moment += 1) {
      const now = open.at(-1)!;
      const ending = notesEnding.has(now) || moment > mostMoments ? [] : endingAt(now);
      const earlier = ending
        .filter(({ begin, value }) => isTie(value) && !comesRound(begin) && !notesEnding.has(begin))
        .map(({ begin }) => begin);
      if (earlier.length > 0) open.push(...new Set(earlier));
      else {
        if (!notesEnding.has(now)) notesEnding.set(now, throughAll(ending));
        open.pop();
      }
    }
    return notesEnding.get(tick)!;
  };

  const throughAll = (ending: readonly Sounding[]): readonly Sounding[] => {
    const notes = new Map<string, Sounding>();
    for (const one of ending)
      for (const note of isTie(one.value) ? goingOn(one, notesEnding.get(one.begin)) : [one])
        notes.set(`${note.begin} ${note.source}`, note);
    return [...notes.values()];
  };

  /** What sounds while a tie does: the notes before it that go on, else itself where it has a pitch of its own. */
  const goingOn = (tie: Sounding, before: readonly Sounding[] = []): readonly Sounding[] => {
    const same = comesRound(tie.begin) ? [] : before.filter(({ value }) => goesOn(value, tie.value));
    if (same.length === 0) return tie.value === held ? [] : [tie];
    // A shorter tie of two at once changes nothing.
    return same.filter(({ value }) => tieBehind(tie.begin, value) === tie.end);
  };

  const heardThrough = (tie: Sounding): readonly Sounding[] =>
    goingOn(tie, comesRound(tie.begin) ? [] : notesUpTo(tie.begin));

  return { heardThrough, endOf, isBegun };
};

const isTie = (value: AtomValue): boolean => value === held || tiedValues.has(value);

const goesOn = (value: AtomValue, tie: AtomValue): boolean => {
  if (tie === held) return true;
  switch (value.kind) {
    case 'note':
      return tie.kind === 'note' && tie.midi === value.midi;
    case 'chord':
      return tie.kind === 'chord' && tie.symbol === value.symbol;
    case 'degree':
      return tie.kind === 'degree' && tie.degree === value.degree && tie.alter === value.alter;
    case 'hit':
      return tie.kind === 'hit' && tie.name === value.name && tie.sample === value.sample;
  }
};
