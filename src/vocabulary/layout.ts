// The core's parameter blocks, derived from the table: where each parameter lies, in f32 slots.
// The build writes the same numbers as AssemblyScript constants, so neither side can drift.

import type { EffectType } from './effects/effect.ts';
import { limiter } from './effects/limiter.ts';
import { effects } from './effects.ts';
import type { InstrumentType } from './instruments/instrument.ts';
import { choiceNumber, type Parameter } from './parameter.ts';

export type StripKind = EffectType['on'][number];

/**
 * First slots of every strip block: `level` (linear gain), `pan` (-1..1), `open`, which is 0 where the
 * strip is muted and 1 elsewhere and closes the sends before the fader too, and `law`: the power that the gains of
 * equal power are raised to, 1 for a pan law of -3 dB and 2 for one of -6 dB.
 */
export const stripHead = ['level', 'pan', 'open', 'law'] as const;

/** Effects a strip of that kind may have. */
export const effectsOn = (kind: StripKind): readonly EffectType[] =>
  effects.filter((effect) => effect.on.includes(kind));

/** Whether an effect of a strip is a part of the strip itself: the master's limiter always stands at its end. */
export const isBuiltIn = (effect: EffectType, kind: StripKind): boolean =>
  kind === 'master' && effect === limiter;

/** Slot names of a strip block: its head, and for the master the parameters of its limiter. */
export const stripSlots = (kind: StripKind): readonly string[] => [
  ...stripHead,
  ...(kind === 'master' ? limiter.parameters.map(({ path }) => `${limiter.name}.${path}`) : []),
];

/** Slots of an instrument's block: a parameter's is its place in the vocabulary; a list at the end has many. */
export const instrumentSlots = (instrument: InstrumentType): readonly string[] =>
  instrument.parameters.flatMap((parameter) =>
    parameter.kind === 'list'
      ? Array.from({ length: parameter.most }, (_, index) =>
          index === 0 ? parameter.path : `${parameter.path}.${index}`,
        )
      : [parameter.path],
  );

/** Slot of a parameter in an effect's block: the same. */
export const effectSlots = (effect: EffectType): readonly string[] =>
  effect.parameters.map(({ path }) => path);

/** A parameter's default as the core takes it: base units, or the number of the choice; a list has none. */
export const slotDefault = (parameter: Parameter): number =>
  parameter.kind === 'number'
    ? parameter.default
    : parameter.kind === 'list'
      ? 0
      : (choiceNumber(parameter, parameter.default) ?? 0);
