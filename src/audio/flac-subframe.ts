// One channel of a FLAC frame: a constant, plain samples, or a prediction from the samples before with what
// it missed, written in Rice codes.

import type { BitReader } from './flac-bits.ts';

/** Fills the first `length` of `out`; false where what stands there is none. */
export function readSubframe(reader: BitReader, out: Float64Array, length: number, bits: number): boolean {
  if (reader.read(1) !== 0) return false;
  const kind = reader.read(6);
  const wasted = reader.read(1) === 1 ? reader.readUnary() + 1 : 0;
  const width = bits - wasted;
  if (width < 1 || wasted < 0) return false;
  if (!readKind(reader, out, length, { kind, width })) return false;
  if (wasted > 0) for (let i = 0; i < length; i++) out[i]! *= 2 ** wasted;
  return true;
}

function readKind(
  reader: BitReader,
  out: Float64Array,
  length: number,
  { kind, width }: { readonly kind: number; readonly width: number },
): boolean {
  if (kind === 0) {
    out.fill(reader.readSigned(width), 0, length);
    return true;
  }
  if (kind === 1) {
    for (let i = 0; i < length; i++) out[i] = reader.readSigned(width);
    return true;
  }
  if (kind >= 8 && kind <= 12)
    return predicted(reader, out, { length, width, order: kind - 8, isFixed: true });
  return kind >= 32 && predicted(reader, out, { length, width, order: kind - 31, isFixed: false });
}

/** The predictions that every decoder knows, of order 0 to 4: the nearest sample first. */
const fixed: readonly (readonly number[])[] = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

interface Prediction {
  readonly length: number;
  readonly width: number;
  readonly order: number;
  readonly isFixed: boolean;
}

function predicted(
  reader: BitReader,
  out: Float64Array,
  { length, width, order, isFixed }: Prediction,
): boolean {
  if (order > length) return false;
  for (let i = 0; i < order; i++) out[i] = reader.readSigned(width);
  let weights = fixed[order];
  let shift = 0;
  if (!isFixed) {
    const precision = reader.read(4) + 1;
    shift = reader.readSigned(5);
    if (precision === 16 || shift < 0) return false;
    weights = Array.from({ length: order }, () => reader.readSigned(precision));
  }
  return (
    weights !== undefined && readResidual(reader, out, length, order) && addUp(out, length, weights, shift)
  );
}

function addUp(out: Float64Array, length: number, weights: readonly number[], shift: number): boolean {
  const scale = 2 ** shift;
  const order = weights.length;
  for (let i = order; i < length; i++) {
    // Sums stay under 2^53, so that doubles hold them exactly; only the shift rounds, downwards.
    let sum = 0;
    for (let back = 0; back < order; back++) sum += weights[back]! * out[i - 1 - back]!;
    out[i]! += shift === 0 ? sum : Math.floor(sum / scale);
  }
  return true;
}

/** What the prediction missed, in parts that each have their own Rice parameter. */
function readResidual(reader: BitReader, out: Float64Array, length: number, order: number): boolean {
  const method = reader.read(2);
  if (method > 1) return false;
  const parameterBits = method === 0 ? 4 : 5;
  const parts = 1 << reader.read(4);
  const partLength = length / parts;
  if (!Number.isInteger(partLength) || partLength < order) return false;
  for (let part = 0, i = order; part < parts; part++) {
    const end = (part + 1) * partLength;
    const parameter = reader.read(parameterBits);
    if (parameter === (1 << parameterBits) - 1) {
      const bits = reader.read(5);
      for (; i < end; i++) out[i] = bits === 0 ? 0 : reader.readSigned(bits);
      continue;
    }
    const scale = 2 ** parameter;
    for (; i < end; i++) {
      const high = reader.readUnary();
      if (high < 0) return false;
      const folded = high * scale + reader.read(parameter);
      out[i] = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    }
  }
  return true;
}
