// Reading between the samples of a table: four places at once, each by a straight line to its neighbour.

/**
 * Four samples of tables in memory.
 * @param table         address that the offsets count from
 * @param offsets       of the sample before each place, in bytes; the one after it must be there too
 * @param fractions     how far past that sample each place lies, 0 to 1
 */
// @ts-ignore: decorator
@inline
export function readPairs(table: usize, offsets: v128, fractions: v128): v128 {
  // WebAssembly has no gather: two neighbours a lane are one 64-bit load.
  let first = v128.load64_zero(table + <usize>i32x4.extract_lane(offsets, 0));
  first = v128.load_lane<u64>(table + <usize>i32x4.extract_lane(offsets, 1), first, 1);
  let second = v128.load64_zero(table + <usize>i32x4.extract_lane(offsets, 2));
  second = v128.load_lane<u64>(table + <usize>i32x4.extract_lane(offsets, 3), second, 1);
  const here = v128.shuffle<i32>(first, second, 0, 2, 4, 6);
  const next = v128.shuffle<i32>(first, second, 1, 3, 5, 7);
  return f32x4.add(here, f32x4.mul(fractions, f32x4.sub(next, here)));
}
