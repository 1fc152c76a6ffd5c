// Rice codes of FLAC: what a predictor leaves is small, and small numbers take few bits. A block is cut into equal
// partitions, each with the parameter that suits it.

import type { BitWriter } from './flac-bit-writer.ts';

/** How a residual is cut, and what that takes. */
export interface RicePlan {
  /** The block is cut into 2 to the power of this. */
  readonly partitionOrder: number;
  readonly parameters: readonly number[];
  readonly bits: number;
}

const deepest = 6;
/** Over this a parameter takes five bits and not four. */
const mostOfFour = 14;
const mostOfFive = 30;

/** 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4. */
const folded = (value: number): number => (value >= 0 ? value * 2 : -value * 2 - 1);

/**
 * @param residual  of the whole block; its first `order` are not written
 * @param length    of the block
 */
export function planRice(residual: Float64Array, order: number, length: number): RicePlan {
  let partitionOrder = 0;
  while (
    partitionOrder < deepest &&
    length % 2 ** (partitionOrder + 1) === 0 &&
    length / 2 ** (partitionOrder + 1) > order
  )
    partitionOrder++;
  let sums = sumsOf(residual, order, length, 2 ** partitionOrder);
  let best: RicePlan | undefined;
  for (; partitionOrder >= 0; partitionOrder--) {
    const plan = planOf(sums, partitionOrder, order, length);
    if (!best || plan.bits < best.bits) best = plan;
    sums = Array.from({ length: sums.length >> 1 }, (_, index) => sums[2 * index]! + sums[2 * index + 1]!);
  }
  return best!;
}

function sumsOf(residual: Float64Array, order: number, length: number, parts: number): readonly number[] {
  const each = length / parts;
  return Array.from({ length: parts }, (_, part) => {
    let sum = 0;
    for (let i = Math.max(order, part * each); i < (part + 1) * each; i++) sum += folded(residual[i]!);
    return sum;
  });
}

function planOf(sums: readonly number[], partitionOrder: number, order: number, length: number): RicePlan {
  const each = length / sums.length;
  let bits = 6;
  const parameters = sums.map((sum, part) => {
    const count = each - (part === 0 ? order : 0);
    // The mean tells where the best lies, to within one.
    const near = count > 0 ? Math.max(0, Math.floor(Math.log2(Math.max(1, sum / count)))) : 0;
    let [parameter, least] = [0, Number.POSITIVE_INFINITY];
    for (let k = Math.max(0, near - 1); k <= Math.min(mostOfFive, near + 1); k++) {
      const taken = count * (k + 1) + sum / 2 ** k;
      if (taken < least) [parameter, least] = [k, taken];
    }
    bits += least;
    return parameter;
  });
  bits += sums.length * (Math.max(...parameters) > mostOfFour ? 5 : 4);
  return { partitionOrder, parameters, bits };
}

export function writeRice(
  out: BitWriter,
  residual: Float64Array,
  order: number,
  length: number,
  { partitionOrder, parameters }: RicePlan,
): void {
  const isWide = parameters.some((parameter) => parameter > mostOfFour);
  out.write(isWide ? 1 : 0, 2);
  out.write(partitionOrder, 4);
  const each = length / parameters.length;
  for (const [part, parameter] of parameters.entries()) {
    out.write(parameter, isWide ? 5 : 4);
    for (let i = Math.max(order, part * each); i < (part + 1) * each; i++) {
      const value = folded(residual[i]!);
      out.unary(Math.floor(value / 2 ** parameter));
      out.write(value, parameter);
    }
  }
}
