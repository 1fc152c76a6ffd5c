// Euclidean rhythms: pulses spread over steps as evenly as can be, by Bjorklund's way of pairing
// groups. They begin where Tidal's do: (3,8) is x..x..x. and (3,4) is xxx.

/**
 * `pulses` of `steps` (an integer >= 1), rotated left by `rotation` steps. Negative pulses give the
 * rests of the positive ones, as in Tidal.
 */
export const bjorklund = (pulses: number, steps: number, rotation = 0): readonly boolean[] => {
  const rhythm = spread(Math.min(Math.abs(pulses), steps), steps);
  const left = ((rotation % steps) + steps) % steps;
  const rotated = [...rhythm.slice(left), ...rhythm.slice(0, left)];
  return pulses < 0 ? rotated.map((pulse) => !pulse) : rotated;
};

/** Pairs every leading group with a trailing one until at most one group of the shorter kind is left. */
const spread = (pulses: number, steps: number): readonly boolean[] => {
  let leading: (readonly boolean[])[] = Array.from({ length: pulses }, () => [true]);
  let trailing: (readonly boolean[])[] = Array.from({ length: steps - pulses }, () => [false]);
  while (Math.min(leading.length, trailing.length) > 1) {
    const pairs = Math.min(leading.length, trailing.length);
    const left = leading.length > pairs ? leading.slice(pairs) : trailing.slice(pairs);
    leading = leading.slice(0, pairs).map((group, index) => [...group, ...trailing[index]!]);
    trailing = left;
  }
  return [...leading, ...trailing].flat();
};
