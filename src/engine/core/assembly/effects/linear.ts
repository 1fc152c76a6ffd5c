// A linear filter of four states or fewer, four samples at a time. What a filter remembers makes each sample
// wait for the one before it: some 16 cycles a sample, however many lanes a vector has. But what four samples
// in a row become is a sum of parts, one for each state and for each of the samples, and so is what the states
// are after them: only that sum waits, once in four samples. It took an EQ3 from 5.2 to 1.2 ns a sample of a side.
//
// Who uses it writes one step of its filter down, in f64 and in signals: each is a sum of the states and of x, what
// comes in. From that the parts are worked out. States move by differences, which stay exact where a cutoff is low.

/** Of each state, then of each sample: what the four samples become by it, and by what it moves the states. */
export const LINEAR_BYTES: usize = 16 * 16;
/** Bytes of the states of one side. */
export const STATES_BYTES: usize = 16;
/** A signal: f64 shares of the four states, and of x. */
export const SIGNAL_BYTES: i32 = 5 * 8;

const OF_STATES: usize = 0;
const OF_SAMPLES: usize = 64;
const STATES_OF_STATES: usize = 128;
const STATES_OF_SAMPLES: usize = 192;
const X: i32 = 4;

/** What comes in. */
export const input = memory.data<f64>([0, 0, 0, 0, 1], 16);
/** What the states are after the step. */
const nexts = memory.data(4 * SIGNAL_BYTES, 16);
/** States and x as numbers, while one part is followed. */
const numbers = memory.data(SIGNAL_BYTES, 16);
const nextNumbers = memory.data(SIGNAL_BYTES, 16);
const band = memory.data(SIGNAL_BYTES, 16);
const low = memory.data(SIGNAL_BYTES, 16);

/** A filter without states: before its step is written down. */
export function linearBegin(): void {
  memory.fill(nexts, 0, 4 * SIGNAL_BYTES);
}

/** Makes a signal `share` of another, or of nothing with 0. */
export function linearTake(to: usize, from: usize, share: f64): void {
  for (let i: usize = 0; i < <usize>SIGNAL_BYTES; i += 8) store<f64>(to + i, share * load<f64>(from + i));
}

/** Adds `share` of a signal to another. */
export function linearAdd(to: usize, from: usize, share: f64): void {
  for (let i: usize = 0; i < <usize>SIGNAL_BYTES; i += 8) store<f64>(to + i, load<f64>(to + i) + share * load<f64>(from + i));
}

// @ts-ignore: decorator
@inline
function addState(to: usize, state: i32, share: f64): void {
  const at = to + (<usize>state << 3);
  store<f64>(at, load<f64>(at) + share);
}

// @ts-ignore: decorator
@inline
function nextOf(state: i32): usize {
  return nexts + <usize>(state * SIGNAL_BYTES);
}

/** `to` is `from` through a one-pole low-pass of the trapezoidal rule: y = s + g (x - s), s' = s + 2 g (x - s). */
export function linearPole(state: i32, g: f64, from: usize, to: usize): void {
  linearTake(to, from, g);
  addState(to, state, 1 - g);
  linearTake(nextOf(state), from, 2 * g);
  addState(nextOf(state), state, 1 - 2 * g);
}

/**
 * `to` is `from` through a trapezoidal state-variable filter; both may be the same.
 * @param state       the first of its two
 * @param g, damping  its tangent, and 1/Q
 * @param mixInput, mixBand, mixLow  how much of each comes out
 */
export function linearStateVariable(
  state: i32, g: f64, damping: f64, mixInput: f64, mixBand: f64, mixLow: f64, from: usize, to: usize,
): void {
  const a1 = 1 / (1 + g * (g + damping));
  const a2 = g * a1;
  const a3 = g * a2;
  linearTake(band, from, a2);
  addState(band, state, a1);
  addState(band, state + 1, -a2);
  linearTake(low, from, a3);
  addState(low, state, a2);
  addState(low, state + 1, 1 - a3);
  linearTake(nextOf(state), band, 2);
  addState(nextOf(state), state, -1);
  linearTake(nextOf(state + 1), low, 2);
  addState(nextOf(state + 1), state + 1, -1);
  linearTake(to, from, mixInput);
  linearAdd(to, band, mixBand);
  linearAdd(to, low, mixLow);
}

/** The step is written down, and `output` comes out: works its parts out, each by itself through four samples. */
export function linearSet(linear: usize, output: usize): void {
  for (let part = 0; part < 4; part++) {
    const at = <usize>part << 4;
    follow(output, part, -1, linear + OF_STATES + at, linear + STATES_OF_STATES + at);
    follow(output, -1, part, linear + OF_SAMPLES + at, linear + STATES_OF_SAMPLES + at);
  }
}

/** From one state at 1, or with one of the samples at 1: what comes out, and by what the states move. */
function follow(output: usize, state: i32, sample: i32, out: usize, moved: usize): void {
  memory.fill(numbers, 0, SIGNAL_BYTES);
  if (state >= 0) store<f64>(numbers + (<usize>state << 3), 1);
  for (let n = 0; n < 4; n++) {
    store<f64>(numbers + (<usize>X << 3), n == sample ? 1 : 0);
    store<f32>(out + (<usize>n << 2), <f32>valueOf(output));
    for (let i = 0; i < 4; i++) store<f64>(nextNumbers + (<usize>i << 3), valueOf(nextOf(i)));
    memory.copy(numbers, nextNumbers, 32);
  }
  for (let i = 0; i < 4; i++) {
    const from: f64 = i == state ? 1 : 0;
    store<f32>(moved + (<usize>i << 2), <f32>(load<f64>(numbers + (<usize>i << 3)) - from));
  }
}

function valueOf(signal: usize): f64 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < <usize>SIGNAL_BYTES; i += 8) sum += load<f64>(signal + i) * load<f64>(numbers + i);
  return sum;
}

/** Filters a block of one side in place; its states stand at `held`. For a filter of one or two states. */
export function linearTwo(linear: usize, held: usize, block: usize): void {
  run(linear, held, block, false);
}

/** linearTwo for one of three or four states. */
export function linearFour(linear: usize, held: usize, block: usize): void {
  run(linear, held, block, true);
}

// @ts-ignore: decorator
@inline
function run(linear: usize, held: usize, block: usize, four: bool): void {
  const y0 = v128.load(linear, OF_STATES);
  const y1 = v128.load(linear, OF_STATES + 16);
  const y2 = v128.load(linear, OF_STATES + 32);
  const y3 = v128.load(linear, OF_STATES + 48);
  const yx0 = v128.load(linear, OF_SAMPLES);
  const yx1 = v128.load(linear, OF_SAMPLES + 16);
  const yx2 = v128.load(linear, OF_SAMPLES + 32);
  const yx3 = v128.load(linear, OF_SAMPLES + 48);
  const s0 = v128.load(linear, STATES_OF_STATES);
  const s1 = v128.load(linear, STATES_OF_STATES + 16);
  const s2 = v128.load(linear, STATES_OF_STATES + 32);
  const s3 = v128.load(linear, STATES_OF_STATES + 48);
  const sx0 = v128.load(linear, STATES_OF_SAMPLES);
  const sx1 = v128.load(linear, STATES_OF_SAMPLES + 16);
  const sx2 = v128.load(linear, STATES_OF_SAMPLES + 32);
  const sx3 = v128.load(linear, STATES_OF_SAMPLES + 48);
  let s = v128.load(held);
  for (let at = block, end = block + 512; at < end; at += 16) {
    const a = v128.load32_splat(at);
    const b = v128.load32_splat(at, 4);
    const c = v128.load32_splat(at, 8);
    const d = v128.load32_splat(at, 12);
    const first = i32x4.shuffle(s, s, 0, 0, 0, 0);
    const second = i32x4.shuffle(s, s, 1, 1, 1, 1);
    let y = f32x4.add(f32x4.mul(y0, first), f32x4.mul(y1, second));
    let moved = f32x4.add(f32x4.mul(s0, first), f32x4.mul(s1, second));
    if (four) {
      const third = i32x4.shuffle(s, s, 2, 2, 2, 2);
      const fourth = i32x4.shuffle(s, s, 3, 3, 3, 3);
      y = f32x4.add(y, f32x4.add(f32x4.mul(y2, third), f32x4.mul(y3, fourth)));
      moved = f32x4.add(moved, f32x4.add(f32x4.mul(s2, third), f32x4.mul(s3, fourth)));
    }
    const fromInput = f32x4.add(
      f32x4.add(f32x4.mul(yx0, a), f32x4.mul(yx1, b)), f32x4.add(f32x4.mul(yx2, c), f32x4.mul(yx3, d)),
    );
    const entering = f32x4.add(
      f32x4.add(f32x4.mul(sx0, a), f32x4.mul(sx1, b)), f32x4.add(f32x4.mul(sx2, c), f32x4.mul(sx3, d)),
    );
    v128.store(at, f32x4.add(y, fromInput));
    s = f32x4.add(s, f32x4.add(moved, entering));
  }
  v128.store(held, s);
}
