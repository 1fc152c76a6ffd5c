// What a song sets, as the numbers of the core's parameter blocks: defaults filled in, held to their ranges,
// choices as indices, note values as seconds.

import type { Insert } from '../song/song.ts';
import type { Measure, Setting, Value } from '../song/value.ts';
import type { EffectType } from '../vocabulary/effects/effect.ts';
import type { InstrumentType } from '../vocabulary/instruments/instrument.ts';
import {
  effectsOn,
  isBuiltIn,
  type StripKind,
  slotDefault,
  stripHead,
  stripSlots,
} from '../vocabulary/layout.ts';
import { level, panLaw } from '../vocabulary/mixer.ts';
import {
  choiceNumber,
  type ListParameter,
  listNumbers,
  type NumberParameter,
  type Parameter,
} from '../vocabulary/parameter.ts';

/** Linear gain of a level; 1 where the song says nothing, 0 at the fader's lowest. */
export function gainOf(measure: Measure | undefined): number {
  const decibels = measure?.value ?? level.default;
  if (!(decibels > level.min)) return 0;
  return 10 ** (Math.min(level.max, decibels) / 20);
}

/** The power of a pan law: see `stripHead`. */
export const lawOf = (measure: Measure | undefined): number =>
  Math.min(panLaw.max, Math.max(panLaw.min, measure?.value ?? panLaw.default)) / equalPowerDb;

/** The law that every other is a power of, as people call it. */
const equalPowerDb = -3;

/** An instrument's parameter block, in the order of the vocabulary. */
export const instrumentValues = (type: InstrumentType, settings: readonly Setting[]): Float32Array =>
  Float32Array.from(
    type.parameters.flatMap((parameter) =>
      parameter.kind === 'list'
        ? listOf(parameter, settings)
        : [valueOf(parameter, settings, quarterSecondsUnused)],
    ),
  );

/** The numbers written, and zeros in the slots behind them. */
function listOf(parameter: ListParameter, settings: readonly Setting[]): readonly number[] {
  const written = settings.findLast(({ path }) => path === parameter.path)?.value;
  const numbers = written?.kind === 'word' ? listNumbers(parameter, written.value) : [];
  return Array.from({ length: parameter.most }, (_, index) => numbers[index] ?? 0);
}

// No parameter of an instrument, or of what a strip has built in, takes note values.
const quarterSecondsUnused = 0.5;

/**
 * A strip's block, in the order of `stripSlots`.
 * @param head  level as a linear gain, pan from -1 to 1, open 0 or 1, law from 1 to 2
 */
export function stripValues(
  kind: StripKind,
  head: Readonly<Record<(typeof stripHead)[number], number>>,
  inserts: readonly Insert[],
): Float32Array {
  const values: number[] = stripHead.map((name) => head[name]);
  for (const effect of effectsOn(kind).filter((one) => isBuiltIn(one, kind))) {
    const insert = inserts.findLast(({ effect: { name } }) => name === effect.name);
    for (const parameter of effect.parameters)
      values.push(valueOf(parameter, insert?.settings ?? [], quarterSecondsUnused));
  }
  if (values.length !== stripSlots(kind).length) throw new Error(`the ${kind} strip and its layout differ`);
  return Float32Array.from(values);
}

/** An effect's parameter block. @param bpm  the tempo that note values follow: that at the song's start */
export const effectValues = (effect: EffectType, settings: readonly Setting[], bpm: number): Float32Array =>
  Float32Array.from(effect.parameters, (parameter) => valueOf(parameter, settings, 60 / bpm));

function valueOf(parameter: Parameter, settings: readonly Setting[], quarterSeconds: number): number {
  const written = settings.findLast(({ path }) => path === parameter.path)?.value;
  const value = written && valueWritten(parameter, written, quarterSeconds);
  return value ?? slotDefault(parameter);
}

/** What was written, or undefined where it is not of that parameter's kind. */
export function valueWritten(
  parameter: Parameter,
  written: Value,
  quarterSeconds: number,
): number | undefined {
  if (parameter.kind === 'choice') return choiceNumber(parameter, String(written.value));
  // A list has slots of its own: see listOf.
  if (parameter.kind === 'list') return undefined;
  if (written.kind !== 'measure' || !Number.isFinite(written.value)) return undefined;
  return Math.min(parameter.max, Math.max(parameter.min, inUnitOf(parameter, written, quarterSeconds)));
}

function inUnitOf(parameter: NumberParameter, { value, quantity }: Measure, quarterSeconds: number): number {
  // A note value is a fraction of a whole note, which lasts four quarters.
  if (quantity === 'notes' && parameter.quantity === 'seconds') return value * 4 * quarterSeconds;
  return value;
}
