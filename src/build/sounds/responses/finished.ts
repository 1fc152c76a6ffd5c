// The last of making a response: nothing below hearing, both sides alike, a silent end.

import { filtered, rate, type Sound, scaled } from '../dsp.ts';

type Sides = readonly [Sound, Sound];

/** Its loudest at `peak`, cut where it is 96 dB below that, its last tenth of a second faded to nothing. */
export function finishedResponse(sides: Sides, peak = 0.9): Sides {
  const alike = sides.map((side) => {
    const high = filtered(side, 'highpass', 20);
    return scaled(high, 1 / Math.sqrt(high.reduce((sum, x) => sum + x * x, 0)));
  });
  const loudest = Math.max(...alike.map((side) => side.reduce((most, x) => Math.max(most, Math.abs(x)), 0)));
  const isHeard = (x: number): boolean => Math.abs(x) > loudest * 10 ** (-96 / 20);
  const length = Math.max(...alike.map((side) => side.findLastIndex(isHeard))) + 1;
  const fade = Math.min(length / 4, 0.1 * rate);
  const [left, right] = alike.map((side) =>
    side.slice(0, length).map((x, index) => {
      const left = Math.min(1, (length - 1 - index) / fade);
      return ((x * peak) / loudest) * Math.sin((left * Math.PI) / 2) ** 2;
    }),
  );
  return [left!, right!];
}
