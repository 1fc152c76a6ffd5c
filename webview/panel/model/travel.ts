// How a parameter travels on its control: by ratio, in steps, or slowly at first; and its value as the song writes it
// and as a person types it. Pure.

import {
  type ChoiceParameter,
  choiceNumber,
  type NumberParameter,
} from '../../../src/vocabulary/parameter.ts';
import { unitLike } from '../../../src/vocabulary/units.ts';
import { written } from '../../../src/vocabulary/written.ts';
import { clamp } from './fader-law.ts';
import { readPan } from './words.ts';

/** @returns where a value stands on its way, 0 to 1 */
export function placeOn({ min, max, curve, quantity }: NumberParameter, value: number): number {
  const held = clamp(value, min, max);
  if (curve === 'logarithmic' && min > 0) return Math.log(held / min) / Math.log(max / min);
  const share = (held - min) / (max - min);
  // Short times matter most: half the way is for the first eighth.
  return quantity === 'seconds' ? Math.cbrt(share) : share;
}

/** @returns the value at a place, as finely as a hand can mean it */
export function valueOn(parameter: NumberParameter, place: number): number {
  const { min, max, curve, quantity } = parameter;
  const at = clamp(place, 0, 1);
  const value =
    curve === 'logarithmic' && min > 0
      ? min * (max / min) ** at
      : min + (max - min) * (quantity === 'seconds' ? at ** 3 : at);
  return rounded(parameter, value);
}

/** A value as finely as a song writes one. */
export function rounded({ min, max, quantity }: NumberParameter, value: number): number {
  return clamp(Number(stepped(quantity, value, max).toPrecision(6)), min, max);
}

function stepped(quantity: NumberParameter['quantity'], value: number, max: number): number {
  switch (quantity) {
    case 'decibels':
    case 'dbtp':
    case 'lufs':
    case 'lu':
      return Math.round(value * 10) / 10;
    case 'pan':
      return Math.round(value * 100) / 100;
    case 'cents':
      return Math.round(value);
    case 'ratio':
      return max <= 1 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10;
    default:
      return Number(value.toPrecision(3));
  }
}

/** As the song writes it: `2.4kHz`, `sawtooth`. */
export const writtenSetting = (parameter: NumberParameter | ChoiceParameter, value: number): string =>
  parameter.kind === 'number'
    ? written(rounded(parameter, value), parameter.quantity)
    : wordOf(parameter, value);

/** The word for a number of the core; those with a number behind them too. */
function wordOf({ choices, default: rest }: ChoiceParameter, value: number): string {
  const word = choices[value % choices.length];
  const count = Math.floor(value / choices.length);
  return word === undefined ? rest : count > 0 ? `${word}${count}` : word;
}

/** For a screen reader: signs and units as words that are read. */
export const spokenSetting = (parameter: NumberParameter | ChoiceParameter, value: number): string =>
  spokenWritten(writtenSetting(parameter, value));

/** `-2.5dB` as `minus 2.5 dB`. */
export const spokenWritten = (text: string): string =>
  text.replace(/^-/, 'minus ').replace(/([\d.])(dBTP|dB|kHz|Hz|ms|s|st|ct)$/, '$1 $2');

/**
 * What a person types: a number with or without a unit, with a comma or a point, a side, a word.
 * @param shown  the value as it is shown: a number without a unit has that one's
 * @returns      undefined where it is no value of the parameter
 */
export function readTyped(
  parameter: NumberParameter | ChoiceParameter,
  text: string,
  shown: string,
): number | undefined {
  const typed = text.trim().replaceAll(/[−–]/g, '-');
  if (parameter.kind === 'choice') return choiceNumber(parameter, typed.toLowerCase());
  const { quantity, min, max } = parameter;
  if (quantity === 'pan') return readPan(typed);
  const match = /^([+-]?\s*(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*(k|%|:1|[a-z]*)$/i.exec(typed);
  if (!match) return undefined;
  const number = Number(match[1]!.replaceAll(/\s/g, '').replace(',', '.'));
  const unit = match[2] === '' ? (/[a-z%:].*$/i.exec(shown.trim())?.[0] ?? '') : match[2]!;
  const value = number * factorOf(unit, quantity);
  return Number.isFinite(value) ? clamp(value, min, max) : undefined;
}

function factorOf(unit: string, quantity: NumberParameter['quantity']): number {
  if (unit === '' || unit === ':1') return 1;
  if (unit.toLowerCase() === 'k') return 1000;
  const known = unitLike(unit);
  // A ceiling typed in dB means dBTP: nobody says the letters.
  const fits = known?.quantity === quantity || (quantity === 'dbtp' && known?.quantity === 'decibels');
  return known && fits ? known.factor : Number.NaN;
}
