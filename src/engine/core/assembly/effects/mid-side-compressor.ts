// MidSideCompressor: what both sides share, and what they do not, each through a compressor of its own.

import {
  MID_SIDE_COMPRESSOR_MID_THRESHOLD, MID_SIDE_COMPRESSOR_MID_RATIO, MID_SIDE_COMPRESSOR_MID_ATTACK,
  MID_SIDE_COMPRESSOR_MID_RELEASE, MID_SIDE_COMPRESSOR_MID_KNEE, MID_SIDE_COMPRESSOR_MID_GAIN,
  MID_SIDE_COMPRESSOR_SIDE_THRESHOLD,
} from '../generated/layout';
import { COMPRESSION_BYTES, Compression, compress, compressionSet, takeReduction } from './compression';
import { moveLeft, moveRight } from './scratch';
import { valueAt } from './values';

const ROOT_OF_HALF: f32 = 0.7071067811865476;

export function midSideCompressorBytes(): usize {
  return 2 * COMPRESSION_BYTES;
}

export function midSideCompressorMake(at: usize): void {
  changetype<Compression>(at).gain = 1;
  changetype<Compression>(at + COMPRESSION_BYTES).gain = 1;
}

export function midSideCompressorSet(at: usize, values: usize, jump: bool): void {
  setLaw(at, values, jump);
  // The slots of the sides follow those of the middle in the same order.
  setLaw(at + COMPRESSION_BYTES, values + (MID_SIDE_COMPRESSOR_SIDE_THRESHOLD << 2), jump);
}

function setLaw(at: usize, values: usize, jump: bool): void {
  compressionSet(
    changetype<Compression>(at),
    valueAt(values, MID_SIDE_COMPRESSOR_MID_THRESHOLD),
    valueAt(values, MID_SIDE_COMPRESSOR_MID_RATIO),
    valueAt(values, MID_SIDE_COMPRESSOR_MID_KNEE),
    valueAt(values, MID_SIDE_COMPRESSOR_MID_ATTACK),
    valueAt(values, MID_SIDE_COMPRESSOR_MID_RELEASE),
    valueAt(values, MID_SIDE_COMPRESSOR_MID_GAIN),
    jump,
  );
}

/** Most dB that either was turned down since the last call. */
export function midSideCompressorReduction(at: usize): f32 {
  return max<f32>(takeReduction(changetype<Compression>(at)), takeReduction(changetype<Compression>(at + COMPRESSION_BYTES)));
}

export function midSideCompressorRender(at: usize, left: usize, right: usize, key: usize): void {
  turnPlane(left, right, moveLeft, moveRight);
  compress(changetype<Compression>(at), moveLeft, moveLeft, moveLeft, 0);
  compress(changetype<Compression>(at + COMPRESSION_BYTES), moveRight, moveRight, moveRight, 0);
  turnPlane(moveLeft, moveRight, left, right);
}

/** Left and right to middle and sides, and back: it is its own way back. */
function turnPlane(one: usize, other: usize, sum: usize, difference: usize): void {
  const share = f32x4.splat(ROOT_OF_HALF);
  for (let i: usize = 0; i < 512; i += 16) {
    const a = f32x4.mul(v128.load(one + i), share);
    const b = f32x4.mul(v128.load(other + i), share);
    v128.store(sum + i, f32x4.add(a, b));
    v128.store(difference + i, f32x4.sub(a, b));
  }
}
