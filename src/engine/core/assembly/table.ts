// Reading between the samples of a table: four places at once, each by a straight line to its neighbour.

/**
 * Four samples of tables in memory.
 * @param table         address that the offsets count from
 * @param offsets       of the sample before each place, in bytes; the one after it must be there too
 * @param places        whose lowest `fractionBits` say how far past that sample each place lies
 */
// @ts-ignore: decorator
@inline
export function readPairs(table: usize, offsets: v128, places: v128, fractionBits: i32): v128 {
  // WebAssembly has no gather: two neighbours a lane are one 64-bit load.
  let first = v128.load64_zero(table + <usize>i32x4.extract_lane(offsets, 0));
  first = v128.load_lane<u64>(table + <usize>i32x4.extract_lane(offsets, 1), first, 1);
  let second = v128.load64_zero(table + <usize>i32x4.extract_lane(offsets, 2));
  second = v128.load_lane<u64>(table + <usize>i32x4.extract_lane(offsets, 3), second, 1);
  const here = v128.shuffle<i32>(first, second, 0, 2, 4, 6);
  const next = v128.shuffle<i32>(first, second, 1, 3, 5, 7);
  const fraction = f32x4.mul(
    f32x4.convert_i32x4_s(v128.and(places, i32x4.splat((1 << fractionBits) - 1))),
    f32x4.splat(<f32>1.0 / <f32>(1 << fractionBits)),
  );
  return f32x4.add(here, f32x4.mul(fraction, f32x4.sub(next, here)));
}
