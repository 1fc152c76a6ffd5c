// Compressor: both sides are turned down alike, for the louder of them, so that the picture stays in place.

import {
  COMPRESSOR_ATTACK, COMPRESSOR_KNEE, COMPRESSOR_MAKEUP, COMPRESSOR_RATIO, COMPRESSOR_RELEASE, COMPRESSOR_THRESHOLD,
} from '../generated/layout';
import { COMPRESSION_BYTES, Compression, compress, compressionSet, takeReduction } from './compression';
import { valueAt } from './values';

export function compressorBytes(): usize {
  return COMPRESSION_BYTES;
}

export function compressorMake(at: usize): void {
  changetype<Compression>(at).gain = 1;
}

export function compressorSet(at: usize, values: usize, jump: bool): void {
  compressionSet(
    changetype<Compression>(at),
    valueAt(values, COMPRESSOR_THRESHOLD),
    valueAt(values, COMPRESSOR_RATIO),
    valueAt(values, COMPRESSOR_KNEE),
    valueAt(values, COMPRESSOR_ATTACK),
    valueAt(values, COMPRESSOR_RELEASE),
    valueAt(values, COMPRESSOR_MAKEUP),
    jump,
  );
}

/** Most dB that it turned down since the last call. */
export function compressorReduction(at: usize): f32 {
  return takeReduction(changetype<Compression>(at));
}

/** `key`, where there is one, is listened to instead of what goes through. */
export function compressorRender(at: usize, left: usize, right: usize, key: usize): void {
  compress(changetype<Compression>(at), key ? key : left, key ? key : right ? right : left, left, right);
}
