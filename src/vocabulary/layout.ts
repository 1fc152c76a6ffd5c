// The core's parameter blocks, derived from the table: where each parameter lies, in f32 slots.
// The build writes the same numbers as AssemblyScript constants, so neither side can drift.

import type { EffectType } from './effects/effect.ts';
import { effects } from './effects.ts';
import type { InstrumentType } from './instruments/instrument.ts';
import type { Parameter } from './parameter.ts';

export type StripKind = EffectType['on'][number];

/** First slots of every strip block: fader and pan, as the song has them. */
export const stripHead = ['level', 'pan'] as const;

/** Effects a strip of that kind has, in the order of the signal. */
export const effectsOn = (kind: StripKind): readonly EffectType[] =>
  effects.filter((effect) => effect.on.includes(kind));

/**
 * Slot names of a strip block: `level` (linear gain, 0 when muted), `pan` (-1..1), then for each of its
 * effects `Name.on` (0 or 1) and `Name.parameter`.
 */
export const stripSlots = (kind: StripKind): readonly string[] => [
  ...stripHead,
  ...effectsOn(kind).flatMap((effect) => [
    `${effect.name}.on`,
    ...effect.parameters.map(({ path }) => `${effect.name}.${path}`),
  ]),
];

/** Slot of a parameter in an instrument's block: its place in the vocabulary's list. */
export const instrumentSlots = (instrument: InstrumentType): readonly string[] =>
  instrument.parameters.map(({ path }) => path);

/** A parameter's default as the core takes it: base units, or the index of the choice. */
export const slotDefault = (parameter: Parameter): number =>
  parameter.kind === 'number' ? parameter.default : parameter.choices.indexOf(parameter.default);
