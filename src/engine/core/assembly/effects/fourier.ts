// The fast Fourier transform of complex numbers, whose real and imaginary parts lie apart. For sizes that are
// powers of two; roots of unity are worked out once, in double precision. Radix 2, four butterflies at a time.
// Forwards the numbers come in order and go out shuffled, backwards the other way round: what is multiplied in
// between need not be in order.

import { reserve } from '../memory';

/** The largest size. */
export const LARGEST: i32 = 4096;

/** Roots of unity of the largest size: cosines, then sines; those of a smaller size stand apart, one after another. */
let cosines: usize = 0;
let sines: usize = 0;

/** Each size has its half of roots, side by side: those of size n from place n/2 on. */
export function fourierInit(): void {
  if (cosines != 0) return;
  cosines = reserve(<usize>LARGEST << 2);
  sines = reserve(<usize>LARGEST << 2);
  for (let half = 1; half < LARGEST; half <<= 1) {
    for (let k = 0; k < half; k++) {
      const angle = NativeMath.PI * <f64>k / <f64>half;
      store<f32>(cosines + (<usize>(half + k) << 2), <f32>NativeMath.cos(angle));
      store<f32>(sines + (<usize>(half + k) << 2), <f32>-NativeMath.sin(angle));
    }
  }
}

/** In place: decimation in frequency. */
export function forwards(real: usize, imaginary: usize, size: i32): void {
  for (let half = size >> 1; half >= 4; half >>= 1) {
    const bytes = <usize>half << 2;
    for (let from: usize = 0; from < (<usize>size << 2); from += bytes << 1) {
      for (let k: usize = 0; k < bytes; k += 16) {
        const c = v128.load(cosines + bytes + k);
        const s = v128.load(sines + bytes + k);
        const at = from + k;
        const ar = v128.load(real + at);
        const ai = v128.load(imaginary + at);
        const br = v128.load(real + at + bytes);
        const bi = v128.load(imaginary + at + bytes);
        const dr = f32x4.sub(ar, br);
        const di = f32x4.sub(ai, bi);
        v128.store(real + at, f32x4.add(ar, br));
        v128.store(imaginary + at, f32x4.add(ai, bi));
        v128.store(real + at + bytes, f32x4.sub(f32x4.mul(dr, c), f32x4.mul(di, s)));
        v128.store(imaginary + at + bytes, f32x4.add(f32x4.mul(dr, s), f32x4.mul(di, c)));
      }
    }
  }
  for (let half = 2; half >= 1; half >>= 1) stepForwards(real, imaginary, size, half);
}

function stepForwards(real: usize, imaginary: usize, size: i32, half: i32): void {
  for (let from = 0; from < size; from += half << 1) {
    for (let k = 0; k < half; k++) {
      const c = load<f32>(cosines + (<usize>(half + k) << 2));
      const s = load<f32>(sines + (<usize>(half + k) << 2));
      const a = <usize>(from + k) << 2;
      const b = <usize>(from + k + half) << 2;
      const dr = load<f32>(real + a) - load<f32>(real + b);
      const di = load<f32>(imaginary + a) - load<f32>(imaginary + b);
      store<f32>(real + a, load<f32>(real + a) + load<f32>(real + b));
      store<f32>(imaginary + a, load<f32>(imaginary + a) + load<f32>(imaginary + b));
      store<f32>(real + b, dr * c - di * s);
      store<f32>(imaginary + b, dr * s + di * c);
    }
  }
}

/** In place: decimation in time; the sum is not divided by the size. */
export function backwards(real: usize, imaginary: usize, size: i32): void {
  for (let half = 1; half <= 2; half <<= 1) stepBackwards(real, imaginary, size, half);
  for (let half = 4; half < size; half <<= 1) {
    const bytes = <usize>half << 2;
    for (let from: usize = 0; from < (<usize>size << 2); from += bytes << 1) {
      for (let k: usize = 0; k < bytes; k += 16) {
        const c = v128.load(cosines + bytes + k);
        const s = v128.load(sines + bytes + k);
        const at = from + k;
        const br = v128.load(real + at + bytes);
        const bi = v128.load(imaginary + at + bytes);
        // The roots turn the other way.
        const tr = f32x4.add(f32x4.mul(br, c), f32x4.mul(bi, s));
        const ti = f32x4.sub(f32x4.mul(bi, c), f32x4.mul(br, s));
        const ar = v128.load(real + at);
        const ai = v128.load(imaginary + at);
        v128.store(real + at, f32x4.add(ar, tr));
        v128.store(imaginary + at, f32x4.add(ai, ti));
        v128.store(real + at + bytes, f32x4.sub(ar, tr));
        v128.store(imaginary + at + bytes, f32x4.sub(ai, ti));
      }
    }
  }
}

function stepBackwards(real: usize, imaginary: usize, size: i32, half: i32): void {
  for (let from = 0; from < size; from += half << 1) {
    for (let k = 0; k < half; k++) {
      const c = load<f32>(cosines + (<usize>(half + k) << 2));
      const s = load<f32>(sines + (<usize>(half + k) << 2));
      const a = <usize>(from + k) << 2;
      const b = <usize>(from + k + half) << 2;
      const tr = load<f32>(real + b) * c + load<f32>(imaginary + b) * s;
      const ti = load<f32>(imaginary + b) * c - load<f32>(real + b) * s;
      store<f32>(real + b, load<f32>(real + a) - tr);
      store<f32>(imaginary + b, load<f32>(imaginary + a) - ti);
      store<f32>(real + a, load<f32>(real + a) + tr);
      store<f32>(imaginary + a, load<f32>(imaginary + a) + ti);
    }
  }
}
