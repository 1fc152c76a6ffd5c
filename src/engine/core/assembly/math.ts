// The core's own maths: the same bits on every machine, one sample at a time or four side by side.
// Polynomials in f32, fitted to the figures given; only + - * / and bit moves, so nothing is left to a host.
// A function and its four-lane twin do the same operations in the same order.

import { constant, HALF, ONE } from './constants';

const LOG2_E: f32 = 1.4426950408889634;

/** 2^x, relative error under 2e-7; x is held to -126..127, NaN gives 2^-126. */
// @ts-ignore: decorator
@inline
export function exp2(x: f32): f32 {
  const held = x > -126.0 ? min<f32>(x, 127.0) : <f32>-126.0;
  const whole = nearest<f32>(held);
  const rest = held - whole;
  const power: f32 =
    1.0 + rest * (0.69314698 + rest * (0.24022242 + rest * (0.05550734 + rest * (0.00967151 + rest * 0.00132647))));
  return power * reinterpret<f32>((<i32>whole + 127) << 23);
}

const EXP2_SERIES = memory.data<f32>([1.0, 0.69314698, 0.24022242, 0.05550734, 0.00967151, 0.00132647]);
const EXP2_ENDS = memory.data<f32>([-126.0, 127.0]);
const FLOAT_BIAS = memory.data<i32>([127]);

/** exp2 of four. */
// @ts-ignore: decorator
@inline
export function exp2x4(x: v128): v128 {
  const held = f32x4.pmin(constant(EXP2_ENDS, 1), f32x4.pmax(constant(EXP2_ENDS), x));
  const whole = f32x4.nearest(held);
  const rest = f32x4.sub(held, whole);
  let power = f32x4.add(constant(EXP2_SERIES, 4), f32x4.mul(rest, constant(EXP2_SERIES, 5)));
  power = f32x4.add(constant(EXP2_SERIES, 3), f32x4.mul(rest, power));
  power = f32x4.add(constant(EXP2_SERIES, 2), f32x4.mul(rest, power));
  power = f32x4.add(constant(EXP2_SERIES, 1), f32x4.mul(rest, power));
  power = f32x4.add(constant(EXP2_SERIES), f32x4.mul(rest, power));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), constant(FLOAT_BIAS)), 23);
  return f32x4.mul(power, scale);
}

/** log2 x, absolute error under 3e-7 near 1; for x > 0, below 2^-126 gives -126. */
// @ts-ignore: decorator
@inline
export function log2(x: f32): f32 {
  const held = x > <f32>1.1754944e-38 ? x : <f32>1.1754944e-38;
  const bits = reinterpret<i32>(held);
  // The mantissa is taken from 0.707 to 1.414, so that the series stays short and log2 1 is 0.
  const exponent = (bits - 0x3f3504f3) >> 23;
  const mantissa = reinterpret<f32>(bits - (exponent << 23));
  const t = (mantissa - 1.0) / (mantissa + 1.0);
  const t2 = t * t;
  const series: f32 = t * (2.885390082 + t2 * (0.9617966939 + t2 * (0.5770780164 + t2 * (0.4121985831 + t2 * 0.3205988980))));
  return <f32>exponent + series;
}

const LOG2_SERIES = memory.data<f32>([2.885390082, 0.9617966939, 0.5770780164, 0.4121985831, 0.320598898]);
const LEAST_FLOAT = memory.data<f32>([1.1754944e-38]);
const ROOT_OF_HALF_BITS = memory.data<i32>([0x3f3504f3]);

/** log2 of four. */
// @ts-ignore: decorator
@inline
export function log2x4(x: v128): v128 {
  const held = f32x4.pmax(constant(LEAST_FLOAT), x);
  const exponent = i32x4.shr_s(i32x4.sub(held, constant(ROOT_OF_HALF_BITS)), 23);
  const mantissa = i32x4.sub(held, i32x4.shl(exponent, 23));
  const one = constant(ONE);
  const t = f32x4.div(f32x4.sub(mantissa, one), f32x4.add(mantissa, one));
  const t2 = f32x4.mul(t, t);
  let series = f32x4.add(constant(LOG2_SERIES, 3), f32x4.mul(t2, constant(LOG2_SERIES, 4)));
  series = f32x4.add(constant(LOG2_SERIES, 2), f32x4.mul(t2, series));
  series = f32x4.add(constant(LOG2_SERIES, 1), f32x4.mul(t2, series));
  series = f32x4.add(constant(LOG2_SERIES), f32x4.mul(t2, series));
  return f32x4.add(f32x4.convert_i32x4_s(exponent), f32x4.mul(t, series));
}

/** e^x. */
// @ts-ignore: decorator
@inline
export function exp(x: f32): f32 {
  return exp2(x * LOG2_E);
}

/** Linear gain of `db` decibels. */
// @ts-ignore: decorator
@inline
export function decibelsToGain(db: f32): f32 {
  return exp2(db * 0.1660964047443681);
}

/** Decibels of a linear gain; -758 for silence. */
// @ts-ignore: decorator
@inline
export function gainToDecibels(gain: f32): f32 {
  return log2(gain) * 6.020599913279624;
}

/** sin(2 pi phase / 2^32): a phase is a whole turn in 32 bits, so it wraps by itself. Error under 2e-7. */
// @ts-ignore: decorator
@inline
export function sinOfPhase(phase: u32): f32 {
  // Half turns from the crest; how far that is from a quarter turn is an angle within the quarter turns.
  const x: f32 = 0.5 - abs<f32>(<f32>(<i32>(phase - 0x40000000)) * <f32>4.656612873077393e-10);
  const x2 = x * x;
  return x * (3.14159258 + x2 * (-5.16770688 + x2 * (2.55003137 + x2 * (-0.598045105 + x2 * 0.077219975))));
}

const SINE_SERIES = memory.data<f32>([3.14159258, -5.16770688, 2.55003137, -0.598045105, 0.077219975]);
const QUARTER_TURN = memory.data<i32>([0x40000000]);
const HALF_TURNS_OF_PHASE = memory.data<f32>([4.656612873077393e-10]);
const WITHOUT_SIGN = memory.data<i32>([0x7fffffff]);

/** Four samples of a triangle from -0.5 to 0.5 that passes 0 upwards at phase 0. */
// @ts-ignore: decorator
@inline
export function triangleOfPhasex4(phases: v128): v128 {
  const fromCrest = f32x4.convert_i32x4_s(i32x4.sub(phases, constant(QUARTER_TURN)));
  return f32x4.sub(constant(HALF), absx4(f32x4.mul(fromCrest, constant(HALF_TURNS_OF_PHASE))));
}

/** Four without their signs. */
// @ts-ignore: decorator
@inline
export function absx4(x: v128): v128 {
  return v128.and(x, constant(WITHOUT_SIGN));
}

/** sinOfPhase of four. */
// @ts-ignore: decorator
@inline
export function sinOfPhasex4(phases: v128): v128 {
  const x = triangleOfPhasex4(phases);
  const x2 = f32x4.mul(x, x);
  let series = f32x4.add(constant(SINE_SERIES, 3), f32x4.mul(x2, constant(SINE_SERIES, 4)));
  series = f32x4.add(constant(SINE_SERIES, 2), f32x4.mul(x2, series));
  series = f32x4.add(constant(SINE_SERIES, 1), f32x4.mul(x2, series));
  series = f32x4.add(constant(SINE_SERIES), f32x4.mul(x2, series));
  return f32x4.mul(x, series);
}

/** sin(2 pi turns), for any turns up to 2^23. */
// @ts-ignore: decorator
@inline
export function sinOfTurns(turns: f32): f32 {
  const x = turns - nearest<f32>(turns);
  return sinOfPhase(<u32><i64>(x * 4294967296.0));
}

/** cos(2 pi turns). */
// @ts-ignore: decorator
@inline
export function cosOfTurns(turns: f32): f32 {
  return sinOfTurns(turns + 0.25);
}

/** tan(pi x) for 0 <= x < 0.5: the bilinear transform's frequency law, x being frequency over rate. */
// @ts-ignore: decorator
@inline
export function tanOfHalfTurns(x: f32): f32 {
  return sinOfTurns(x * 0.5) / sinOfTurns(0.25 - x * 0.5);
}

/** tanh x, absolute error under 2e-7. */
// @ts-ignore: decorator
@inline
export function tanh(x: f32): f32 {
  return 1.0 - 2.0 / (exp2(x * 2.8853900817779268) + 1.0);
}

/** tanh of four. */
// @ts-ignore: decorator
@inline
export function tanhx4(x: v128): v128 {
  const grown = exp2x4(f32x4.mul(x, f32x4.splat(2.8853900817779268)));
  const one = f32x4.splat(1.0);
  return f32x4.sub(one, f32x4.div(f32x4.splat(2.0), f32x4.add(grown, one)));
}

/** `x` within low..high; NaN gives `low`. */
// @ts-ignore: decorator
@inline
export function within(x: f32, low: f32, high: f32): f32 {
  return x > low ? min<f32>(x, high) : low;
}

/** Well-mixed bits of a number: chance that depends on nothing but its seed. */
// @ts-ignore: decorator
@inline
export function mixBits(seed: u32): u32 {
  let x = seed + 0x9e3779b9;
  x = (x ^ (x >>> 16)) * 0x85ebca6b;
  x = (x ^ (x >>> 13)) * 0xc2b2ae35;
  return x ^ (x >>> 16);
}
