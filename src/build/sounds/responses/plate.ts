// A plate: a sheet of steel, 2 m by 1 m and half a millimetre thick, hung at its corners, driven at one place and heard
// at two. Its sound is that of its modes, 26,000 of them; that bending waves run the faster the higher they are, so
// that highs arrive first, comes of where the modes lie.

import type { BundledResponse } from '../../../vocabulary/bundled-sounds.ts';
import { chance, rate, type Sound } from '../dsp.ts';
import { secondsAt } from './decay.ts';

const width = 2;
/** No whole share of the width: no two modes are one. */
const height = 0.9967;
/** Root of stiffness over mass, of such steel. */
const stiffness = 0.766;

const driven = [0.61, 0.37] as const;
const heard = [
  [0.29, 0.71],
  [1.63, 0.44],
] as const;

export function plate(points: BundledResponse['decay'], seed: number): readonly [Sound, Sound] {
  const next = chance(seed);
  const longest = Math.max(...points.map(([, seconds]) => seconds)) * 1.45;
  const sides: [Sound, Sound] = [
    new Float64Array(Math.round(longest * rate)),
    new Float64Array(Math.round(longest * rate)),
  ];
  for (let across = 1; across < 400; across++)
    for (let down = 1; down < 200; down++) {
      const hertz =
        (Math.PI / 2) * stiffness * ((across / width) ** 2 + (down / height) ** 2) * (1 + next() * 0.002);
      if (hertz < 45 || hertz > 19_000) continue;
      const shape = ([x, y]: readonly [number, number]): number =>
        Math.sin((across * Math.PI * x) / width) * Math.sin((down * Math.PI * y) / height);
      // A pickup is heavier than the plate's highest waves.
      const level = shape(driven) / Math.sqrt(1 + (hertz / 9000) ** 2);
      ring(
        sides,
        hertz,
        secondsAt(points, hertz),
        heard.map((place) => level * shape(place)) as [number, number],
      );
    }
  return sides;
}

function ring(
  [left, right]: readonly [Sound, Sound],
  hertz: number,
  seconds: number,
  levels: readonly [number, number],
): void {
  const turn = (2 * Math.PI * hertz) / rate;
  const fall = 10 ** (-3 / (seconds * rate));
  const [a, b] = [2 * fall * Math.cos(turn), fall * fall];
  const [toLeft, toRight] = levels;
  let [one, two] = [0, -Math.sin(turn) / fall];
  const end = Math.min(left.length, Math.round(seconds * 1.45 * rate));
  for (let i = 0; i < end; i++) {
    left[i]! += toLeft * one;
    right[i]! += toRight * one;
    const following = a * one - b * two;
    two = one;
    one = following;
  }
}
