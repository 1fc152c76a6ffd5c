// A value of an effect's parameter block.

/** Of the slot that the generated layout names. */
// @ts-ignore: decorator
@inline
export function valueAt(values: usize, slot: i32): f32 {
  return load<f32>(values + (<usize>slot << 2));
}

/** A choice or a whole number of that slot, held to 0..most. */
// @ts-ignore: decorator
@inline
export function wholeAt(values: usize, slot: i32, most: i32): i32 {
  const value = valueAt(values, slot);
  return value > 0 ? min<i32>(<i32>nearest<f32>(min<f32>(value, 1e6)), most) : 0;
}
