// Ties: notes that go on through a hold, or into a tied note of the same pitch, over bar lines too.
// A hold and a tied note are notes of a kind until `tied` joins them to what has sounded before. It asks the
// pattern only for the moment before and the moment behind, so that any window can be asked for.

import type { AtomValue } from '../song/pattern.ts';
import { atom, type Pattern } from './pattern.ts';

/** `_`: stands for whatever has just sounded. Meaningful inside of `tied` only. */
const held: AtomValue = { kind: 'hit', name: '_' };

/** Values that are tied to the same before them. */
const tiedValues = new WeakSet<AtomValue>();

export const hold: Pattern = atom(held, 0, 0);

/** A note that goes on with the same pitch, where that has just sounded. */
export const tiedAtom = (value: AtomValue, source: number, velocity: number): Pattern => {
  const own = { ...value };
  tiedValues.add(own);
  return atom(own, source, velocity);
};

/** Notes tied in one chain: more bars than any note is held. */
const longestChain = 512;

interface Sounding {
  readonly begin: number;
  readonly end: number;
  readonly value: AtomValue;
  readonly source: number;
  readonly velocity: number;
}

/** The pattern with its holds and tied notes joined to the notes before them. */
export const tied = (of: Pattern): Pattern => ({
  ...of,
  play: (cycle, start, width, lo, hi, limit, sink) => {
    const unit = width / of.grid;
    const starting = new Map<number, readonly Sounding[]>();
    const ending = new Map<number, readonly Sounding[]>();

    /** What sounds for the one tick from `tick`, in whatever cycle that lies. */
    const soundingAt = (tick: number): readonly Sounding[] => {
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
      return found;
    };

    const tiesFrom = (tick: number): readonly Sounding[] => {
      const known = starting.get(tick);
      if (known) return known;
      const found = soundingAt(tick).filter(({ begin, value }) => begin === tick && isTie(value));
      starting.set(tick, found);
      return found;
    };

    /** Where a note that would end at `tick` ends with what is tied to it. */
    const endOf = (tick: number, value: AtomValue): number => {
      let end = tick;
      for (let link = 0; link < longestChain; link += 1) {
        const next = tiesFrom(end).find((tie) => goesOn(value, tie.value));
        if (!next) break;
        end = next.end;
      }
      return end;
    };

    /** The notes that sound up to `tick`, each from where it truly began. */
    const notesUpTo = (tick: number, depth: number): readonly Sounding[] => {
      const known = ending.get(tick);
      if (known) return known;
      const found: Sounding[] = [];
      for (const one of soundingAt(tick - unit)) {
        if (one.end === tick) found.push(...(isTie(one.value) ? begunBefore(one, depth) : [one]));
      }
      ending.set(tick, found);
      return found;
    };

    /** What a tie goes on with: the notes before it, else itself where it has a pitch of its own. */
    const begunBefore = (tie: Sounding, depth: number): readonly Sounding[] => {
      const before =
        depth < longestChain
          ? notesUpTo(tie.begin, depth + 1).filter(({ value }) => goesOn(value, tie.value))
          : [];
      return before.length > 0 || tie.value === held ? before : [tie];
    };

    of.play(
      cycle,
      start,
      width,
      lo,
      hi,
      Number.POSITIVE_INFINITY,
      (begin, end, from, to, value, source, velocity) => {
        const notes = isTie(value)
          ? begunBefore({ begin, end, value, source, velocity }, 0)
          : [{ begin, end, value, source, velocity }];
        for (const note of notes)
          sink(
            note.begin,
            Math.min(endOf(end, note.value), limit),
            from,
            to,
            note.value,
            note.source,
            note.velocity,
          );
      },
    );
  },
});

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
