// What bends or multiplies waves makes partials that no table can leave out. So it is made at twice, four or eight
// times the rate, and brought down here through filters that are 104 dB down where partials would come back.
// The filters are elliptic halfbands of two branches of allpasses (Valenzuela and Constantinides): they ring for a
// few samples and delay nothing, so a note still starts on its sample.

/** Most samples to one. */
export const MOST_TIMES: i32 = 8;
/** Frames that a buffer of such samples holds: a block, and what four-lane loops write past its end. */
export const WIDE_BYTES: i32 = (128 * MOST_TIMES + 16) << 2;
/** Bytes of what the filters remember. */
export const DECIMATOR_BYTES: i32 = 11 * 16;

// Pairs: what multiplies the older of two samples, and the newer.
const STEEP = memory.data<f32>([
  0.139361825, 0.037365117, 0.436261827, 0.281346011, 0.71706543, 0.584461171, 0.944304069, 0.834582044,
], 16);
const GENTLE = memory.data<f32>([0.162760725, 0.040029398, 0.737696381, 0.381249563], 16);

const above = memory.data(WIDE_BYTES, 16);
const between = memory.data(WIDE_BYTES, 16);

/**
 * Brings `frames` x `times` samples down to `frames`.
 * @param state  DECIMATOR_BYTES of a voice's own, zeroed at its start
 * @param times  2, 4 or 8
 */
export function decimate(state: usize, wide: usize, out: usize, frames: i32, times: i32): void {
  let from = wide;
  if (times == 8) {
    halveGently(state + 8 * 16, from, above, frames * 4);
    from = above;
  }
  if (times >= 4) {
    halveGently(state + 5 * 16, from, between, frames * 2);
    from = between;
  }
  halveSteeply(state, from, out, frames);
}

/** Spreads `frames` samples in place so that each stands `times` times, times `factor`. */
export function spread(at: usize, frames: i32, times: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let i = (frames + 3) & ~3; i > 0; i -= 4) {
    const four = f32x4.mul(factors, v128.load(at + ((i - 4) << 2)));
    const to = at + (((i - 4) * times) << 2);
    if (times == 2) {
      v128.store(to, v128.shuffle<i32>(four, four, 0, 0, 1, 1));
      v128.store(to, v128.shuffle<i32>(four, four, 2, 2, 3, 3), 16);
    } else {
      repeat(to, v128.shuffle<i32>(four, four, 0, 0, 0, 0), times);
      repeat(to + (times << 2), v128.shuffle<i32>(four, four, 1, 1, 1, 1), times);
      repeat(to + (times << 3), v128.shuffle<i32>(four, four, 2, 2, 2, 2), times);
      repeat(to + times * 12, v128.shuffle<i32>(four, four, 3, 3, 3, 3), times);
    }
  }
}

// @ts-ignore: decorator
@inline
function repeat(to: usize, alike: v128, times: i32): void {
  v128.store(to, alike);
  if (times == 8) v128.store(to, alike, 16);
}

// @ts-ignore: decorator
@inline
function pair(table: usize, index: i32): v128 {
  return v128.load64_zero(table + (<usize>index << 3));
}

// An allpass of both branches: what comes out now, from what came in and went out before.
// @ts-ignore: decorator
@inline
function pass(share: v128, now: v128, inBefore: v128, outBefore: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.sub(now, outBefore), share), inBefore);
}

function halveSteeply(state: usize, wide: usize, out: usize, frames: i32): void {
  const a = pair(STEEP, 0);
  const b = pair(STEEP, 1);
  const c = pair(STEEP, 2);
  const d = pair(STEEP, 3);
  let x = v128.load(state);
  let y = v128.load(state, 16);
  let z = v128.load(state, 32);
  let u = v128.load(state, 48);
  let v = v128.load(state, 64);
  for (let i = 0; i < frames; i++) {
    const now = v128.load64_zero(wide + (<usize>i << 3));
    const first = pass(a, now, x, y);
    const second = pass(b, first, y, z);
    const third = pass(c, second, z, u);
    const fourth = pass(d, third, u, v);
    x = now;
    y = first;
    z = second;
    u = third;
    v = fourth;
    store<f32>(out + (<usize>i << 2), 0.5 * (f32x4.extract_lane(fourth, 0) + f32x4.extract_lane(fourth, 1)));
  }
  v128.store(state, x);
  v128.store(state, y, 16);
  v128.store(state, z, 32);
  v128.store(state, u, 48);
  v128.store(state, v, 64);
}

function halveGently(state: usize, wide: usize, out: usize, frames: i32): void {
  const a = pair(GENTLE, 0);
  const b = pair(GENTLE, 1);
  let x = v128.load(state);
  let y = v128.load(state, 16);
  let z = v128.load(state, 32);
  for (let i = 0; i < frames; i++) {
    const now = v128.load64_zero(wide + (<usize>i << 3));
    const first = pass(a, now, x, y);
    const second = pass(b, first, y, z);
    x = now;
    y = first;
    z = second;
    store<f32>(out + (<usize>i << 2), 0.5 * (f32x4.extract_lane(second, 0) + f32x4.extract_lane(second, 1)));
  }
  v128.store(state, x);
  v128.store(state, y, 16);
  v128.store(state, z, 32);
}

/** How far partials may reach, in turns a sample, at so many times the rate: nobody hears what comes back above 20 kHz. */
// @ts-ignore: decorator
@inline
export function limitAt(times: i32, sampleRate: f32): f32 {
  return <f32>times - HEARD / sampleRate;
}

const HEARD: f32 = 20000.0;
