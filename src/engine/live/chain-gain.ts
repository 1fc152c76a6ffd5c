// What the settings of a strip's effects make of its loudness, where their curve tells it without rendering: makeup gain,
// an equaliser's bands, a distortion's drive. Pure; effects that are not named here count as if they changed nothing.

import { effects } from '../../vocabulary/effects.ts';
import { effectSlots } from '../../vocabulary/layout.ts';
import type { InsertProgram } from '../program.ts';

type Values = (slot: string) => number;

/** Amplitude at which a curve that bends is read: that of a part at a usual level before its fader. */
const usualAmplitude = 0.2;

/** Gain of power, from the settings in dB and in shares. */
const powerOf: Readonly<Record<string, (value: Values) => number>> = {
  Compressor: (value) => ofDb(value('makeup')),
  EQ3: (value) => (ofDb(value('low')) + ofDb(value('mid')) + ofDb(value('high'))) / 3,
  Distortion: (value) => {
    // Tone.js's curve, as assembly/effects/distortion.ts has it.
    const drive = 100 * value('distortion');
    const bent = ((3 + drive) * 20 * (Math.PI / 180)) / (Math.PI + drive * usualAmplitude);
    const wet = value('wet');
    return (wet * bent + 1 - wet) ** 2;
  },
};

/** By how much a chain raises power, over one that does nothing. */
export const chainPower = (inserts: readonly InsertProgram[]): number =>
  inserts.reduce((power, { effect, parameters }) => {
    const type = effects[effect];
    const of = type && powerOf[type.name];
    if (!of) return power;
    const slots = effectSlots(type);
    return power * of((slot) => parameters[slots.indexOf(slot)] ?? 0);
  }, 1);

const ofDb = (db: number): number => 10 ** (db / 10);
