// Constants of four lanes, read from memory. An engine builds a vector constant anew, in four instructions,
// each time round a loop; one that is loaded is part of the instruction that uses it.

/** Four times the number at `index` of a table of f32 or i32. */
// @ts-ignore: decorator
@inline
export function constant(table: usize, index: i32 = 0): v128 {
  return v128.load32_splat(table + ((<usize>index) << 2));
}

/** The numbers 0, 1, 2, 3, as f32 and as i32. */
export const COUNT = memory.data<f32>([0.0, 1.0, 2.0, 3.0], 16);
export const WHOLE_COUNT = memory.data<i32>([0, 1, 2, 3], 16);

export const HALF = memory.data<f32>([0.5]);
export const ONE = memory.data<f32>([1.0]);
export const FOUR = memory.data<f32>([4.0]);
