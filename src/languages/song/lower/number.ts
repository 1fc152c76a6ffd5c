// A written number to its value in base units: `-6dB`, `2.4kHz`, `1/16`, `3:1`, `8 bars`.

import type { Quantity } from '../../../song/value.ts';
import { type Unit, unitLike, unitNamed } from '../../../vocabulary/units.ts';

export interface WrittenNumber {
  /** The figures alone, as written: `-6`, `3:1`. */
  readonly figures: string;
  /** The unit as written; empty where there is none. */
  readonly unitText: string;
  /** The unit, also where its capitals are others. */
  readonly unit?: Unit;
  /** In base units; of an unknown unit, the figures. Finite. */
  readonly value: number;
  /** Undefined where the unit is unknown. */
  readonly quantity?: Quantity;
}

const shape = /^([+-]?[\d.]+)(?:([:/])([\d.]+))?\s*(.*)$/su;

/** Reads the text of a number token, with its unit if it has one. */
export function readNumber(text: string): WrittenNumber {
  const [, first = '0', sign, second, unitText = ''] = shape.exec(text) ?? [];
  const figures = sign ? `${first}${sign}${second}` : first;
  const plain = sign ? quotient(Number(first), Number(second)) : Number(first);
  if (unitText === '')
    return {
      figures,
      unitText,
      value: finite(plain),
      quantity: sign === '/' ? 'notes' : sign === ':' ? 'ratio' : 'number',
    };
  const unit = unitNamed(unitText) ?? unitLike(unitText);
  if (!unit) return { figures, unitText, value: finite(plain) };
  // 35 * 0.01 is not 0.35, but 35 / 100 is.
  const value = unit.factor < 1 ? plain / Math.round(1 / unit.factor) : plain * unit.factor;
  return { figures, unitText, unit, value: finite(value), quantity: unit.quantity };
}

const quotient = (a: number, b: number): number => (b === 0 ? 0 : a / b);
const finite = (value: number): number =>
  Number.isFinite(value) ? value : Math.sign(value) * Number.MAX_SAFE_INTEGER || 0;
