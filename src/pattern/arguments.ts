// What is written in a transform's parentheses, read against its parameters: exact values, or what is
// wrong in a producer's words. Patterns and transforms among them are read, and evaluated elsewhere.

import { type Bar, barsOfBeats, barsOfNotes, quartersPerBar } from '../music/meter.ts';
import { readNote } from '../music/pitch.ts';
import { fromNumber, rational, toNumber } from '../music/rational.ts';
import { nearest } from '../song/nearest.ts';
import type { SourceId } from '../song/origin.ts';
import type { PatternExpression, Argument as Written } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';
import type { Measure, Name, Quantity, Value } from '../song/value.ts';
import { limits } from './mini/limits.ts';
import { expected, inUnit, signature } from './signature.ts';
import type {
  Applied,
  NumberParameter,
  Parameter,
  ReadArgument,
  TextParameter,
  TimeParameter,
  Transform,
} from './transforms/transform.ts';
import { transformNamed, transforms } from './transforms.ts';

export { signature } from './signature.ts';

/** What of the song the reading of arguments depends on. */
export interface ArgumentContext {
  readonly meter: Bar;
  /** The song's first tempo, for times in seconds. */
  readonly bpm: number;
}

export type TransformReading =
  | ({ readonly ok: true } & Applied)
  | { readonly ok: false; readonly problem: TransformProblem };

export interface TransformProblem {
  readonly id: SourceId;
  readonly message: string;
  /** What to write in its place, where that can be said. */
  readonly instead?: string;
}

/** A transform by its name with its arguments; `id` is the whole expression, for what is missing from it. */
export const readTransform = (
  name: Name,
  values: readonly Written[],
  id: SourceId,
  context: ArgumentContext,
): TransformReading => {
  const transform = transformNamed(name.name);
  if (!transform) return wrong(unknown(name.id, name.name));
  return readArguments(transform, values, id, context, 0);
};

/** A transform with its first pattern in its brackets: `cat(a, b)`. `of` is that pattern. */
export const readCall = (
  name: Name,
  values: readonly Written[],
  id: SourceId,
  context: ArgumentContext,
): TransformReading | ({ readonly ok: true; readonly of: PatternExpression } & Applied) => {
  const transform = transformNamed(name.name);
  if (!transform) return wrong(unknown(name.id, name.name));
  if (!transform.standsAlone)
    return wrong({
      id: name.id,
      message: `${transform.name} stands behind a pattern and a dot: ${transform.example}.`,
    });
  const [first, ...rest] = values;
  const of = first && patternIn(first);
  if (!of)
    return wrong({
      id: first?.id ?? id,
      message: `${transform.name} puts patterns together, and none stands here. Write names or mini-notation: ${transform.name}(verse_a, "c4 e4").`,
    });
  // One pattern alone is that pattern, as a list of one is read in any order.
  if (rest.length === 0)
    return {
      ok: true,
      of,
      transform,
      given: transform.parameters.map(() => ({ kind: 'patterns', patterns: [] })),
    };
  const reading = readArguments(transform, rest, id, context, 0);
  return reading.ok ? { ...reading, of } : reading;
};

/** Transforms within transforms: every(2, every(3, ...)). */
const deepest = 16;

const readArguments = (
  transform: Transform,
  values: readonly Written[],
  id: SourceId,
  context: ArgumentContext,
  depth: number,
): TransformReading => {
  const { parameters } = transform;
  if (depth > deepest)
    return wrong({ id, message: `Transforms stand at most ${deepest} deep in one another.` });
  const last = parameters.at(-1);
  const takesSeveral = last?.kind === 'pattern' && last.several === true;
  const extra = takesSeveral ? undefined : values[parameters.length];
  if (extra)
    return wrong({
      id: extra.id,
      message: `${signature(transform)} takes no more than that. Leave this out.`,
    });
  const given: ReadArgument[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const value = values[index];
    const argument = value
      ? takesSeveral && parameter === last
        ? readSeveral(values.slice(index), parameter, transform)
        : read(value, parameter, transform, context, depth)
      : leftOut(parameter, context);
    if (!argument)
      return wrong({
        id,
        message: `${transform.name} needs ${parameter.name}: ${parameter.doc}. Write it like ${transform.example}.`,
      });
    if ('message' in argument) return wrong(argument);
    given.push(argument);
  }
  return { ok: true, transform, given };
};

/** What holds where nothing is written; undefined where something must be. */
const leftOut = (parameter: Parameter, { meter, bpm }: ArgumentContext): ReadArgument | undefined => {
  switch (parameter.kind) {
    case 'number':
      return parameter.default && known(parameter.default.value);
    case 'time': {
      if (parameter.optional !== undefined) return known(undefined);
      const { value = 0, quantity = 'bars' } = parameter.default ?? {};
      return parameter.default && known(inBars(value, quantity, meter, bpm));
    }
    case 'choice':
      return parameter.default === undefined ? undefined : known(parameter.default);
    case 'text':
      return parameter.optional === undefined ? undefined : known(undefined);
    case 'range':
      return known({ low: readNote(parameter.default[0])!.midi, high: readNote(parameter.default[1])!.midi });
    default:
      return undefined;
  }
};

const read = (
  value: Written,
  parameter: Parameter,
  transform: Transform,
  context: ArgumentContext,
  depth: number,
): ReadArgument | TransformProblem => {
  switch (parameter.kind) {
    case 'number':
      return readNumber(value, parameter, transform);
    case 'time':
      return readTime(value, parameter, transform, context);
    case 'interval':
      return readInterval(value, parameter, transform);
    case 'choice':
      return readChoice(value, parameter, transform);
    case 'text':
      return readText(value, parameter, transform);
    case 'range':
      return readRange(value, parameter, transform);
    case 'pattern':
      return readPattern(value, parameter, transform);
    case 'transform':
      return readNested(value, context, depth);
  }
};

const readNumber = (
  value: Written,
  parameter: NumberParameter,
  transform: Transform,
): ReadArgument | TransformProblem => {
  if (value.kind !== 'measure' || !isMeant(value, parameter)) return mismatch(value, parameter, transform);
  const { min, max } = parameter;
  if (value.value >= min && value.value <= max) return known(value.value);
  return {
    id: value.id,
    message: `${parameter.name} of ${transform.name} goes from ${inUnit(min, parameter)} to ${inUnit(max, parameter)}. Write a number between.`,
  };
};

const isMeant = (value: Measure, { quantities, whole }: NumberParameter): boolean =>
  quantities.includes(value.quantity) &&
  Number.isFinite(value.value) &&
  (!whole || Number.isInteger(value.value));

const longestTime = 1024;

const readTime = (
  value: Written,
  parameter: TimeParameter,
  transform: Transform,
  { meter, bpm }: ArgumentContext,
): ReadArgument | TransformProblem => {
  const bars = value.kind === 'measure' ? inBars(value.value, value.quantity, meter, bpm) : undefined;
  if (!bars) {
    return {
      id: value.id,
      message: `${transform.name} takes a time here: 1/16, 1 beat, 2 bars or 20ms, up to ${longestTime} bars.`,
    };
  }
  const shortest = rational(1, limits.count);
  if (parameter.positive && toNumber(bars) < toNumber(shortest)) {
    return {
      id: value.id,
      message: `${parameter.name} of ${transform.name} is a length: at least 1/${limits.count} of a bar. Write a longer one.`,
    };
  }
  return known(bars);
};

/** Parts of a bar that a time in seconds is rounded to: less than a tenth of a millisecond. */
const grains = 2 ** 15;

const inBars = (value: number, quantity: Quantity, meter: Bar, bpm: number): Rational | undefined => {
  if (!(Math.abs(value) <= longestTime)) return undefined;
  const exact = fromNumber(value);
  switch (quantity) {
    case 'bars':
      return exact;
    case 'beats':
      return barsOfBeats(exact, meter);
    case 'notes':
      return barsOfNotes(exact, meter);
    case 'seconds': {
      const bars = value / secondsPerBar(meter, bpm);
      return Math.abs(bars) <= longestTime ? rational(Math.round(bars * grains), grains) : undefined;
    }
    default:
      return undefined;
  }
};

/** Seconds of a bar at the song's first tempo. */
export const secondsPerBar = (meter: Bar, bpm: number): number =>
  (toNumber(quartersPerBar(meter)) * 60) / bpm;

const mostSemitones = 60;

const readInterval = (
  value: Written,
  parameter: Parameter,
  transform: Transform,
): ReadArgument | TransformProblem => {
  if (value.kind !== 'measure' || !Number.isFinite(value.value)) return mismatch(value, parameter, transform);
  const { quantity, value: by } = value;
  const isSteps = quantity === 'number' && Number.isInteger(by);
  const semitones = quantity === 'semitones' ? by : quantity === 'cents' ? by / 100 : undefined;
  if (!isSteps && semitones === undefined) return mismatch(value, parameter, transform);
  if (Math.abs(semitones ?? by) > mostSemitones) {
    return {
      id: value.id,
      message: `${transform.name} goes from -${mostSemitones} to +${mostSemitones}. Write a number between.`,
    };
  }
  return known(semitones === undefined ? { steps: by } : { semitones });
};

const readChoice = (
  value: Written,
  parameter: Parameter & { kind: 'choice' },
  transform: Transform,
): ReadArgument | TransformProblem => {
  const written = value.kind === 'word' ? value.value : undefined;
  if (written !== undefined && parameter.choices.includes(written)) return known(written);
  const close = written === undefined ? undefined : nearest(written, parameter.choices);
  const message = `${parameter.name} of ${transform.name} is ${expected(parameter)}.`;
  return close
    ? { id: value.id, message: `${message} Did you mean ${close}?`, instead: close }
    : { id: value.id, message };
};

const readText = (
  value: Written,
  parameter: TextParameter,
  transform: Transform,
): ReadArgument | TransformProblem => {
  if (value.kind !== 'word') return mismatch(value, parameter, transform);
  const reading = parameter.read(value.value);
  return 'meaning' in reading ? known(reading.meaning) : { id: value.id, ...reading };
};

const readRange = (
  value: Written,
  parameter: Parameter,
  transform: Transform,
): ReadArgument | TransformProblem => {
  if (value.kind !== 'range') return mismatch(value, parameter, transform);
  const [low, high] = [noteIn(value.low), noteIn(value.high)];
  if (low === undefined || high === undefined) return mismatch(value, parameter, transform);
  // An octave holds every chord in some position; less may hold none.
  if (high - low >= 12) return known({ low, high });
  return {
    id: value.id,
    message: `${parameter.name} of ${transform.name} is at least an octave wide, the low end first: c3..c5.`,
  };
};

/** As with the range of an instrument, capitals are read too: `C3..C5`. */
const noteIn = (value: Value): number | undefined =>
  value.kind === 'word' ? readNote(value.value.toLowerCase())?.midi : undefined;

const readSeveral = (
  values: readonly Written[],
  parameter: Parameter & { kind: 'pattern' },
  transform: Transform,
): ReadArgument | TransformProblem => {
  const patterns: ReadArgument[] = [];
  for (const value of values) {
    const pattern = readPattern(value, parameter, transform);
    if ('message' in pattern) return pattern;
    patterns.push(pattern);
  }
  return { kind: 'patterns', patterns };
};

const readPattern = (
  value: Written,
  parameter: Parameter & { kind: 'pattern' },
  transform: Transform,
): ReadArgument | TransformProblem => {
  const expression = patternIn(value);
  if (expression) return { kind: 'pattern', expression };
  const isNumber =
    value.kind === 'measure' && (value.quantity === 'number' || value.quantity === 'semitones');
  if (!parameter.numbers || !isNumber) return mismatch(value, parameter, transform);
  if (Math.abs(value.value) <= mostSemitones) return { kind: 'constant', number: value.value, id: value.id };
  return {
    id: value.id,
    message: `${transform.name} goes from -${mostSemitones} to +${mostSemitones}. Write a number between.`,
  };
};

const patternIn = (value: Written): PatternExpression | undefined => {
  if (value.kind === 'pattern') return value.expression;
  if (value.kind !== 'word') return undefined;
  return { kind: 'name', name: { name: value.value, id: value.id }, id: value.id };
};

const readNested = (
  value: Written,
  context: ArgumentContext,
  depth: number,
): ReadArgument | TransformProblem => {
  if (value.kind !== 'word' && value.kind !== 'transform')
    return {
      id: value.id,
      message: 'A transform stands here, such as rev or fast(2), without a pattern in front.',
    };
  const name = value.kind === 'word' ? { name: value.value, id: value.id } : value.transform;
  const transform = transformNamed(name.name);
  if (!transform) return unknown(name.id, name.name);
  const values = value.kind === 'transform' ? value.arguments : [];
  const reading = readArguments(transform, values, value.id, context, depth + 1);
  if (!reading.ok) return reading.problem;
  return { kind: 'transform', applied: { transform, given: reading.given }, id: value.id };
};

const unknown = (id: SourceId, written: string): TransformProblem => {
  const names = transforms.map(({ name }) => name);
  const close = nearest(written, names);
  const message = `There is no transform "${written}". ${close ? `Did you mean ${close}?` : `There are ${names.join(', ')}.`}`;
  return close ? { id, message, instead: close } : { id, message };
};

const mismatch = (value: Written, parameter: Parameter, transform: Transform): TransformProblem => ({
  id: value.id,
  message: `${transform.name} takes ${expected(parameter)} here: ${parameter.doc}. Write it like ${transform.example}.`,
});

const known = (value: unknown): ReadArgument => ({ kind: 'value', value });

const wrong = (problem: TransformProblem): TransformReading & { ok: false } => ({ ok: false, problem });
