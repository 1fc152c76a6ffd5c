// One thing to play as a node of the tree: a note, a chord, a hit with its sample, a degree; and ranges of
// them. What makes no sense is told, and is a rest of the same length.

import { noteName } from '../../music/pitch.ts';
import type { Range } from '../../song/origin.ts';
import type { AtomValue, MiniNode } from '../../song/pattern.ts';
import { type AtomReading, readChordAtom, readDegree, readNoteOrHit } from './atom.ts';
import { limits } from './limits.ts';
import { numberLeaf } from './numbers.ts';
import type { Reader } from './reader.ts';
import type { Token } from './scan.ts';

/** The node of a word or a number just taken, with what belongs to it; undefined where the token is neither. */
export const atomOf = (source: Reader, token: Token): MiniNode | undefined => {
  if (token.kind !== 'note' && token.kind !== 'chord' && token.kind !== 'number') return undefined;
  if (source.numbers) return numberLeaf(source, token, source.numbers);
  if (noChord.includes(token.text)) return { kind: 'rest', at: { from: token.from, to: token.to } };
  const reading = readings[token.kind](token.text);
  const sample = sampleBehind(source, token, reading);
  const at = { from: token.from, to: source.previousEnd };
  if (reading.ok) {
    const value = sample === undefined ? reading.value : ({ ...reading.value, sample } as AtomValue);
    const index = source.place(at);
    if (reading.isSound) source.sounds.push({ name: token.text, atom: index });
    return { kind: 'atom', at, index, value };
  }
  source.problem(token.from, token.to, reading.message, reading.instead);
  return { kind: 'rest', at };
};

/** How a chart says that no chord is played. */
const noChord: readonly string[] = ['N.C.', 'NC'];

const readings = { note: readNoteOrHit, chord: readChordAtom, number: readDegree } as const;

/** The number of `:3`, right behind a hit. Behind anything else, and without a number, it is told. */
const sampleBehind = (source: Reader, token: Token, reading: AtomReading): number | undefined => {
  const colon = source.token;
  if (colon.text !== ':' || colon.from !== token.to) return undefined;
  source.next();
  const number = source.token.kind === 'number' && source.token.from === colon.to ? source.next() : undefined;
  const sample = Number(number?.text);
  if (reading.ok && reading.value.kind !== 'hit')
    source.problem(
      colon.from,
      source.previousEnd,
      `Only drum hits have numbered samples (bd:3); ${token.text} has none. Leave this out.`,
    );
  else if (Number.isInteger(sample) && sample >= 0 && sample <= limits.sample) return sample;
  else
    source.problem(
      colon.from,
      source.previousEnd,
      `: takes the number of a sample, 0 to ${limits.sample}: ${token.text}:3.`,
    );
  return undefined;
};

/** Whether a range goes on from the step just read. */
export const startsRange = (source: Reader): boolean =>
  source.token.text === '..' && source.token.kind === 'sign';

/** The steps behind the first one of a range, up to its end: `0 .. 4` has 1, 2, 3 and 4. */
export const rangeFrom = (source: Reader, first: MiniNode): readonly MiniNode[] => {
  const sign = source.next();
  const { kind } = source.token;
  const isAtom = kind === 'note' || kind === 'chord' || kind === 'number';
  const last = isAtom ? atomOf(source, source.next()) : undefined;
  const [from, to] = [rungOf(first), last && rungOf(last)];
  if (last && from && to && from.of === to.of) {
    const [direction, steps] = [Math.sign(to.at - from.at), Math.abs(to.at - from.at)];
    if (steps === 0) return [];
    const between = Array.from({ length: steps - 1 }, (_, index): MiniNode => {
      const value = from.of(from.at + direction * (index + 1), [from.name, to.name]);
      return { kind: 'atom', at: rangeOf(sign), index: source.place(sign), value };
    });
    // The atoms of a text are numbered as they stand in it; the last was read first.
    return [...between, last];
  }
  // A word that makes no sense has been told of itself.
  if (first.kind !== 'rest' && last?.kind !== 'rest')
    source.problem(
      first.at.from,
      source.previousEnd,
      'A range stands between two degrees or two notes: 0 .. 4 or c4 .. g4.',
    );
  return last ? [last] : [];
};

/** A place on a ladder of values: the degrees of a scale, or all the notes there are. */
interface Rung {
  readonly of: (at: number, names: readonly string[]) => AtomValue;
  readonly at: number;
  readonly name: string;
}

const rungOf = (node: MiniNode): Rung | undefined => {
  if (node.kind !== 'atom') return undefined;
  const { value } = node;
  if (value.kind === 'degree' && value.alter === 0)
    return { of: degreeAt, at: value.degree, name: value.name };
  return value.kind === 'note' ? { of: noteAt, at: value.midi, name: value.name } : undefined;
};

const degreeAt = (degree: number): AtomValue => ({ kind: 'degree', degree, alter: 0, name: `${degree}` });

/** Black keys are spelled as the ends of the range are. */
const noteAt = (midi: number, names: readonly string[]): AtomValue => {
  const isFlat = names.some((name) => /^[a-g]b/.test(name));
  return { kind: 'note', midi, name: noteName(midi, isFlat ? 'flats' : 'sharps') };
};

const rangeOf = ({ from, to }: Range): Range => ({ from, to });
