// A pattern that depends on numbers which are patterns themselves: `bd*<2 3>`, `bd(<3 5>,8)`.

import { commonGrid, commonPeriod } from './measures.ts';
import type { Pattern } from './pattern.ts';

/**
 * While the numbers have certain values, the variant of these values is heard, as it has always been
 * playing: its notes begin only where both the note and the numbers' time say so.
 * @param numbers  patterns of degrees, whose `degree` is the number
 * @param variants every variant that can come up, by the key of its numbers
 */
export const varied = (numbers: readonly Pattern[], variants: ReadonlyMap<string, Pattern>): Pattern => {
  const all = [...variants.values()];
  // Numbers that change within a cycle may take the dense part of each variant.
  const isSteady = numbers.every(({ density }) => density <= 1);
  return {
    grid: commonGrid([...numbers, ...all]),
    period: commonPeriod([...numbers, ...all]),
    extent: [...numbers, ...all].reduce((most, { extent }) => Math.max(most, extent), 1),
    density: all.reduce((sum, { density }) => (isSteady ? Math.max(sum, density) : sum + density), 0),
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const follow = (index: number, key: readonly number[], from: number, to: number): void => {
        const pattern = numbers[index];
        if (!pattern) {
          variants.get(variantKey(key))?.play(cycle, start, width, from, to, limit, sink);
          return;
        }
        pattern.play(cycle, start, width, from, to, Number.POSITIVE_INFINITY, (_begin, _end, a, b, value) => {
          if (value.kind === 'degree') follow(index + 1, [...key, value.degree], a, b);
        });
      };
      follow(0, [], lo, hi);
    },
  };
};

export const variantKey = (numbers: readonly number[]): string => numbers.join(' ');
