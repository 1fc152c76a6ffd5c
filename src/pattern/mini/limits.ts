// How much a pattern may ask for. Far above any music, and low enough that any text is read at once.

export const limits = {
  /** The largest number behind `*`, `/`, `!` and `@`, and the most steps of a Euclid. */
  count: 1024,
  /** Groups within groups. */
  depth: 64,
  /** Modifiers behind one step: `a*2/3(3,8)` has three. */
  modifiers: 8,
  /** The highest and, below 0, the lowest degree of a scale: what lies beyond is a MIDI number by mistake. */
  degree: 48,
  /** The highest number of a sample. */
  sample: 1023,
  /** Combinations of numbers that one step can go through: `bd(<3 5>,<8 16>)` has four. */
  variants: 64,
  /** Steps in one text, copies of `!` counted. */
  steps: 65_536,
  /** Notes that may begin in one cycle. */
  density: 16_384,
  /** Decimals of a number. */
  decimals: 6,
  /** Problems told of one text; the rest would say the same. */
  problems: 100,
} as const;
