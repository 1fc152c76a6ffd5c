// How hard the notes of the roll are played, and the edit that plays some of them harder or softer: written
// behind the notation, where the text says it for all of its notes.

import type { EditResult, Reading } from '../languages/language.ts';
import { rational } from '../music/rational.ts';
import type { Roll } from '../pattern/roll/roll.ts';
import {
  readVelocities,
  velocitiesOf,
  type WrittenVelocities,
  writeVelocity,
} from '../pattern/roll/velocity.ts';
import type { BarTime } from '../protocol/gestures.ts';
import type { Range } from '../song/origin.ts';
import type { Mini, PatternExpression } from '../song/pattern.ts';

/** A notation in the text, with the transforms that stand behind it, the nearest first. */
export interface Behind {
  readonly mini: Mini;
  /** Without quotes. */
  readonly place: Range;
  readonly transforms: readonly string[];
}

/** In the order of the notes; with why they can't be changed, where they can't. */
export function rollVelocities(
  reading: Reading,
  found: Behind,
  roll: Roll,
): { readonly velocities: readonly number[]; readonly locked?: string } {
  const written = writtenBehind(reading, found);
  const locked = lockOf(reading, found, written);
  return { velocities: velocitiesOf(roll, written), ...(locked !== undefined && { locked }) };
}

export function velocityEdits(
  reading: Reading,
  found: Behind,
  begins: readonly BarTime[],
  velocity: number,
): EditResult {
  const written = writtenBehind(reading, found);
  const locked = lockOf(reading, found, written);
  if (locked !== undefined) return { ok: false, reason: locked };
  const times = begins.map(([n, d]) => rational(n, d));
  const result = writeVelocity(found.mini, written, times, velocity, reading.song.meter.beats);
  if (!result.ok) return result;
  const from = found.place.to + 1;
  const range = { from, to: from + written.length };
  const isSame = reading.text.slice(range.from, range.to) === result.text;
  return { ok: true, edits: isSame ? [] : [{ range, text: result.text }] };
}

/** The names of the transforms around an expression, from the inside out; undefined where it is not in there. */
export function transformsAround(within: PatternExpression, id: number): readonly string[] | undefined {
  if (within.id === id && within.kind === 'mini') return [];
  if (within.kind === 'transform') {
    const inside = transformsAround(within.of, id);
    if (inside) return [...inside, within.transform.name];
  }
  if (within.kind !== 'transform' && within.kind !== 'call') return undefined;
  for (const argument of within.arguments) {
    const inside = argument.kind === 'pattern' ? transformsAround(argument.expression, id) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

const isQuote = (sign: string | undefined): boolean => sign === '"' || sign === "'";

const writtenBehind = ({ text }: Reading, { place }: Behind): WrittenVelocities =>
  readVelocities(isQuote(text[place.to]) ? text.slice(place.to + 1) : '');

function lockOf(
  { text, base }: Reading,
  { place, transforms }: Behind,
  { accents, length }: WrittenVelocities,
): string | undefined {
  if (base)
    return 'In a program, write the velocity yourself behind the pattern: .velocity(60%) or .accent("1 0 0 1").';
  if (!isQuote(text[place.to]))
    return 'A chart of chords has one velocity: name it as a pattern, and write .velocity(60%) behind it.';
  const isSaid = text.startsWith('.velocity(', place.to + 1) && length > 0;
  const others = transforms.slice(accents.length + (isSaid ? 1 : 0));
  return others.includes('velocity')
    ? 'A .velocity(...) farther on plays all of these notes alike: change it there.'
    : undefined;
}
