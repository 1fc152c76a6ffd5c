// The last step of a bounce: float samples become whole numbers, with dither.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { chunkFrames } from '../../../src/engine/offline/render.ts';
import { type Bits, sampleFormat } from '../../../src/render/sample-format.ts';
import { coreModule } from '../listen.ts';

/** Left and right in turn, as numbers of so many bits. */
function numbersOf(bits: Bits, left: Float32Array, right: Float32Array, from = 0): Int32Array {
  const format = sampleFormat(bits, coreModule(), from);
  const numbers: number[] = [];
  for (let at = 0; at < left.length; at += chunkFrames) {
    const { data } = format.encode(left.subarray(at, at + chunkFrames), right.subarray(at, at + chunkFrames));
    for (let i = 0; i < data.length; i += format.bytes)
      numbers.push(Buffer.from(data.buffer, data.byteOffset).readIntLE(i, format.bytes));
  }
  return Int32Array.from(numbers);
}

const side = (numbers: Int32Array, which: 0 | 1): Int32Array => numbers.filter((_, i) => (i & 1) === which);

const mean = (numbers: ArrayLike<number>): number =>
  Array.from(numbers).reduce((sum, number) => sum + number, 0) / numbers.length;

suite('Samples in a file', () => {
  const frames = 60_000;

  for (const bits of ['16', '24'] as const) {
    const step = 2 ** (1 - Number(bits));

    test(`of ${bits} bits keep on the whole what lies between two steps`, () => {
      const quiet = new Float32Array(frames).fill(0.3 * step);
      const numbers = numbersOf(bits, quiet, new Float32Array(frames));
      assert.ok(Math.abs(mean(side(numbers, 0)) - 0.3) < 0.01, `${mean(side(numbers, 0))}`);
      assert.ok(Math.abs(mean(side(numbers, 1))) < 0.01);
      // The noise of a triangle of two steps and of rounding: a quarter of a step in power, whatever the sound.
      for (const which of [0, 1] as const) {
        const own = side(numbers, which);
        const due = which === 0 ? 0.3 : 0;
        const power = mean(Float64Array.from(own, (number) => (number - due) ** 2));
        assert.ok(power < 0.36, `${power}`);
      }
    });

    test(`of ${bits} bits have another chance on each side and at each place`, () => {
      const silence = new Float32Array(frames);
      const numbers = numbersOf(bits, silence, silence);
      const [left, right] = [side(numbers, 0), side(numbers, 1)];
      const together = (one: Int32Array, other: Int32Array): number =>
        Math.abs(mean(one.map((number, i) => number * other[i]!))) / 0.25;
      assert.ok(together(left, right) < 0.03);
      assert.ok(together(left.subarray(1), left) < 0.03);
      assert.ok(together(left.subarray(2), left) < 0.03);
    });

    test(`of ${bits} bits go no further than full scale`, () => {
      const most = 2 ** (Number(bits) - 1);
      const loud = numbersOf(bits, Float32Array.of(1, -1, 3, -3), Float32Array.of(1e9, -1e9, 0.5, -0.5));
      assert.deepEqual([...loud.subarray(4, 6)], [most - 1, loud[5]]);
      for (const number of loud) assert.ok(number >= -most && number < most);
    });
  }

  test('are those of the whole where a bounce begins later', () => {
    const sound = Float32Array.from({ length: 40_000 }, (_, i) => Math.sin(i / 9) / 3);
    const whole = numbersOf('24', sound, sound);
    const later = numbersOf('24', sound.subarray(10_001), sound.subarray(10_001), 10_001);
    assert.equal(later.length, 59_998);
    assert.equal(
      later.findIndex((number, i) => number !== whole[20_002 + i]),
      -1,
    );
  });

  test('tell how loud they get, floats too, and nothing of the piece before', () => {
    for (const bits of ['16', '24', '32f'] as const) {
      const format = sampleFormat(bits, coreModule(), 0);
      assert.equal(format.encode(Float32Array.of(0.5, -0.75), Float32Array.of(0.25, 0)).peak, 0.75);
      assert.equal(format.encode(Float32Array.of(0.125), Float32Array.of(0)).peak, 0.125);
    }
  });
});
