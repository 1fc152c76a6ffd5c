// Fader and pan of two stereo strips side by side (lanes left, right, left, right), with their meters.

import { BLOCK, QUAD_BYTES, laneAt, reserve } from '../memory';
import { leftToLeft, leftToRight, rightToLeft, rightToRight } from './pan';
import { Settings, setting } from './settings';

@unmanaged
export class StereoFader {
  /** Gain of each lane into itself, and from its neighbour; at the end of the last block and of this one. */
  own: v128;
  other: v128;
  nextOwn: v128;
  nextOther: v128;
  peaks: v128;
  squares: v128;
}

export function newStereoFader(): StereoFader {
  return changetype<StereoFader>(reserve(offsetof<StereoFader>()));
}

/** `lane` is that of the strip's left side. */
export function faderSet(fader: StereoFader, lane: i32, settings: Settings, levelSlot: i32, panSlot: i32): void {
  const level = setting(settings, levelSlot);
  const pan = setting(settings, panSlot);
  const base = laneAt(changetype<usize>(fader), lane);
  store<f32>(base, level * leftToLeft(pan), offsetof<StereoFader>('nextOwn'));
  store<f32>(base + 4, level * rightToRight(pan), offsetof<StereoFader>('nextOwn'));
  store<f32>(base, level * rightToLeft(pan), offsetof<StereoFader>('nextOther'));
  store<f32>(base + 4, level * leftToRight(pan), offsetof<StereoFader>('nextOther'));
}

/** Takes the new gains of the strip at `lane` without a ramp. */
export function faderJump(fader: StereoFader, lane: i32): void {
  const base = laneAt(changetype<usize>(fader), lane);
  store<u64>(base, load<u64>(base, offsetof<StereoFader>('nextOwn')), offsetof<StereoFader>('own'));
  store<u64>(base, load<u64>(base, offsetof<StereoFader>('nextOther')), offsetof<StereoFader>('other'));
}

/** Adds a block of both strips to `mix`, lane by lane. */
export function faderRender(fader: StereoFader, quad: usize, mix: usize): void {
  let own = fader.own;
  let other = fader.other;
  const share = f32x4.splat(1.0 / <f32>BLOCK);
  const ownStep = f32x4.mul(f32x4.sub(fader.nextOwn, own), share);
  const otherStep = f32x4.mul(f32x4.sub(fader.nextOther, other), share);
  let peaks = f32x4.splat(0);
  let squares = f32x4.splat(0);
  for (let i: usize = 0; i < QUAD_BYTES; i += 16) {
    const x = v128.load(quad + i);
    const y = f32x4.add(f32x4.mul(x, own), f32x4.mul(i32x4.shuffle(x, x, 1, 0, 3, 2), other));
    own = f32x4.add(own, ownStep);
    other = f32x4.add(other, otherStep);
    v128.store(mix + i, f32x4.add(v128.load(mix + i), y));
    peaks = f32x4.max(peaks, f32x4.abs(y));
    squares = f32x4.add(squares, f32x4.mul(y, y));
  }
  fader.own = fader.nextOwn;
  fader.other = fader.nextOther;
  fader.peaks = peaks;
  fader.squares = squares;
}

/** Loudest sample of a lane in the last block. */
export function faderPeak(fader: StereoFader, lane: i32): f32 {
  return load<f32>(laneAt(changetype<usize>(fader), lane), offsetof<StereoFader>('peaks'));
}

/** Sum of squares of a lane in the last block. */
export function faderSquares(fader: StereoFader, lane: i32): f32 {
  return load<f32>(laneAt(changetype<usize>(fader), lane), offsetof<StereoFader>('squares'));
}
