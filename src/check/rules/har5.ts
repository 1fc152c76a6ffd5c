// HAR5: two voices that move in parallel fifths or octaves.

import { inKey } from '../../music/scale.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { Fix } from '../../song/problem.ts';
import { scaleIn } from '../keys-of.ts';
import { isPitched, type PitchedNote } from '../part-sums.ts';
import { endOf, playersOf, startOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const har5: Rule = {
  id: 'HAR5',
  tier: 'timeline',
  severity: 'information',
  isOptional: true,
  title: 'Parallel fifths or octaves',
  why: `Voices that move together in fifths or octaves melt into one, and a choir of four has three voices left. In a chorale
that is a fault, in rock it is a power chord: so this is looked at only where the profile \`chorale\` asks for it, or the song by
name. Each track is a voice; told of are two voices that start two notes together twice in a row, a fifth or an octave apart both times,
both moving in one direction.`,
  examples: {
    fires: `song "Three Voices" { tempo 72bpm, key C major }
checks { profile: chorale }
instrument choir = Synth { }
track soprano { instrument: choir }
track bass { instrument: choir }
section verse 2 bars { soprano: "g4 a4 | b4 c5", bass: "c3 d3 | g3 c3" }
arrange verse
`,
    silent: `song "Four Voices" { tempo 72bpm, key C major }
checks { profile: chorale }
instrument choir = Synth { }
track soprano { instrument: choir }
track bass { instrument: choir }
section verse 2 bars { soprano: "g4 f4 | d4 e4", bass: "c3 d3 | g3 c3" }
arrange verse
`,
  },
  check: (context) => {
    const voices = playersOf(context)
      .filter(({ isDrum }) => !isDrum)
      .map(({ name, notes }): Voice => ({ name, line: notes.filter(isPitched) }));
    return voices.flatMap((upper, place) =>
      voices.slice(place + 1).flatMap((lower) => parallels(upper, lower, voices, context)),
    );
  },
};

interface Voice {
  readonly name: string;
  readonly line: readonly PitchedNote[];
}

interface Move {
  readonly from: PitchedNote;
  readonly to: PitchedNote;
}

/** The moves of a line, by when the second note begins. */
const movesOf = (line: readonly PitchedNote[]): ReadonlyMap<string, Move> => {
  const moves = new Map<string, Move>();
  for (const [place, to] of line.entries()) {
    const from = line[place - 1];
    if (from && startOf(to) - endOf(from) < 1 / 8) moves.set(`${to.start.n}/${to.start.d}`, { from, to });
  }
  return moves;
};

const parallels = (
  one: Voice,
  other: Voice,
  voices: readonly Voice[],
  context: CheckContext,
): readonly Finding[] => {
  const others = movesOf(other.line);
  return [...movesOf(one.line)].flatMap(([at, move]): readonly Finding[] => {
    const along = others.get(at);
    const interval = along && parallel(move, along);
    if (!along || interval === undefined) return [];
    // The inner voice is the one that has room: the later track.
    const scale = scaleIn(context.timeline, Math.floor(startOf(along.to)));
    const named = (note: PitchedNote): string =>
      inProse(spelledFrom(note.midi, context.index.atoms.get(note.id), scale));
    const fixes = revoiced(other, along, voices, context);
    return [
      {
        id: along.to.id,
        also: [move.to.id],
        message: `${one.name} and ${other.name} move in parallel ${interval === 7 ? 'fifths' : 'octaves'}: ${named(move.from)} to ${named(move.to)} over ${named(along.from)} to ${named(along.to)} (bar ${Math.floor(startOf(along.to)) + 1}). Let one of them move the other way.`,
        ...(fixes.length > 0 ? { fixes } : {}),
      },
    ];
  });
};

/** 7 for fifths, 0 for octaves; undefined for what is neither. */
const parallel = (
  one: { readonly from: { readonly midi: number }; readonly to: { readonly midi: number } },
  other: { readonly from: { readonly midi: number }; readonly to: { readonly midi: number } },
): number | undefined => {
  const before = Math.abs(one.from.midi - other.from.midi) % 12;
  const after = Math.abs(one.to.midi - other.to.midi) % 12;
  const sameWay = (one.to.midi - one.from.midi) * (other.to.midi - other.from.midi) > 0;
  return sameWay && before === after && (after === 7 || after === 0) ? after : undefined;
};

/** The nearest note of the key with which the voice is parallel to no other, there or at its next note. */
const revoiced = (
  voice: Voice,
  { from, to }: Move,
  voices: readonly Voice[],
  context: CheckContext,
): readonly Fix[] => {
  const atom = context.index.atoms.get(to.id);
  if (atom?.kind !== 'note') return [];
  const scale = scaleIn(context.timeline, Math.floor(startOf(to)));
  const next = voice.line[voice.line.indexOf(to) + 1];
  const here = `${to.start.n}/${to.start.d}`;
  const there = next ? `${next.start.n}/${next.start.d}` : '';
  const others = voices.filter((one) => one !== voice).map(({ line }) => movesOf(line));
  const sounding = others.flatMap((moves) => moves.get(here)?.to.midi ?? []);
  const step = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5].find((by) => {
    const midi = to.midi + by;
    if (scale && !inKey(midi, scale)) return false;
    if (sounding.some((pitch) => [1, 2, 6, 10, 11].includes(Math.abs(pitch - midi) % 12))) return false;
    return others.every((moves) => {
      const [now, then] = [moves.get(here), moves.get(there)];
      const isClean = !now || parallel(now, { from, to: { midi } }) === undefined;
      return isClean && (!then || !next || parallel(then, { from: { midi }, to: next }) === undefined);
    });
  });
  if (step === undefined) return [];
  const text = spelledFrom(atom.midi + step, atom, scale);
  return [{ title: `Change ${voice.name} to ${text}`, changes: [{ do: 'replace', id: to.id, text }] }];
};
