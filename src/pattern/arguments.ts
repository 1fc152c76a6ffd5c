// What is written in a transform's parentheses, read against its parameters: exact values, or what is
// wrong in a producer's words.

import { type Bar, barsOfBeats, barsOfNotes } from '../music/meter.ts';
import { fromNumber } from '../music/rational.ts';
import { nearest } from '../song/nearest.ts';
import type { SourceId } from '../song/origin.ts';
import type { Argument as Written } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';
import type { Measure, Name, Quantity } from '../song/value.ts';
import type { Argument, NumberParameter, Parameter, Transform } from './transforms/transform.ts';
import { transformNamed, transforms } from './transforms.ts';

export type TransformReading =
  | { readonly ok: true; readonly transform: Transform; readonly given: readonly Argument[] }
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
  meter: Bar,
): TransformReading => {
  const transform = transformNamed(name.name);
  if (!transform) return wrong(unknown(name.id, name.name));
  const { parameters } = transform;
  const extra = values[parameters.length];
  if (extra)
    return wrong({
      id: extra.id,
      message: `${signature(transform)} takes no more than that. Leave this out.`,
    });
  const given: Argument[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const value = values[index];
    if (!value)
      return wrong({
        id,
        message: `${transform.name} needs ${parameter.name}: ${parameter.doc}. Write it like ${transform.example}.`,
      });
    const argument = read(value, parameter, transform, meter);
    if ('message' in argument) return wrong(argument);
    given.push(argument);
  }
  return { ok: true, transform, given };
};

/** How it is called: `every(bars, transform)`. */
export const signature = ({ name, parameters }: Transform): string =>
  parameters.length === 0 ? name : `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;

const read = (
  value: Written,
  parameter: Parameter,
  transform: Transform,
  meter: Bar,
): Argument | TransformProblem => {
  if (parameter.kind === 'transform') return readWord(value);
  if (value.kind !== 'measure') return mismatch(value, parameter, transform);
  if (parameter.kind === 'number') return readNumber(value, parameter, transform);
  const bars = inBars(value.value, value.quantity, meter);
  return (
    bars ?? {
      id: value.id,
      message: `${transform.name} takes a time here: 1/16, 1 beat or 2 bars, up to ${longestShift} bars.`,
    }
  );
};

const readNumber = (
  value: Measure,
  parameter: NumberParameter,
  transform: Transform,
): Argument | TransformProblem => {
  const isMeant = parameter.quantities.includes(value.quantity) && Number.isFinite(value.value);
  if (!isMeant || (parameter.whole && !Number.isInteger(value.value)))
    return mismatch(value, parameter, transform);
  if (value.value < parameter.min || value.value > parameter.max) {
    return {
      id: value.id,
      message: `${transform.name} goes from ${inUnit(parameter.min, parameter)} to ${inUnit(parameter.max, parameter)}. Write a number between.`,
    };
  }
  return fromNumber(value.value);
};

const readWord = (value: Written): Argument | TransformProblem => {
  if (value.kind !== 'word')
    return { id: value.id, message: 'A transform stands here by its name, such as rev.' };
  const transform = transformNamed(value.value);
  if (!transform) return unknown(value.id, value.value);
  if (transform.parameters.length === 0) return transform;
  return {
    id: value.id,
    message: `${signature(transform)} needs more than its name, which cannot be written here yet. Use one that stands alone, such as rev.`,
  };
};

const longestShift = 1024;

const inBars = (value: number, quantity: Quantity, meter: Bar): Rational | undefined => {
  if (!(Math.abs(value) <= longestShift)) return undefined;
  const exact = fromNumber(value);
  switch (quantity) {
    case 'bars':
      return exact;
    case 'beats':
      return barsOfBeats(exact, meter);
    case 'notes':
      return barsOfNotes(exact, meter);
    default:
      return undefined;
  }
};

const unknown = (id: SourceId, written: string): TransformProblem => {
  const close = nearest(
    written,
    transforms.map(({ name }) => name),
  );
  const message = `There is no transform "${written}". ${close ? `Did you mean ${close}?` : `There are ${transforms.map(({ name }) => name).join(', ')}.`}`;
  return close ? { id, message, instead: close } : { id, message };
};

const mismatch = (value: Written, parameter: Parameter, transform: Transform): TransformProblem => {
  const isWhole = parameter.kind === 'number' && parameter.whole;
  return {
    id: value.id,
    message: `${transform.name} takes ${isWhole ? 'a whole number' : 'a number'} here: ${parameter.doc}. Write it like ${transform.example}.`,
  };
};

/** A limit as it would be written. */
const inUnit = (value: number, { quantities }: NumberParameter): string => {
  if (quantities[0] === 'ratio') return `${value * 100}%`;
  if (quantities[0] === 'semitones') return `${value}st`;
  return value > 0 && value < 1 ? `1/${Math.round(1 / value)}` : `${value}`;
};

const wrong = (problem: TransformProblem): TransformReading => ({ ok: false, problem });
