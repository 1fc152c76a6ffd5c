// How a wavetable lies in the core's memory: for each of its periods one copy per quarter of an octave of pitch, each
// with the partials that can be heard there and no others. The host makes them, the core reads them by these numbers.

/** Copies of a period, four an octave of increment, from 2^-11 to 1/2 turns a sample. */
export const tableLevels = 40;

/** Samples of a copy, as a power of two: enough that reading between them by cubics is clean. */
export const tableBits: readonly number[] = Array.from({ length: tableLevels }, (_, level) =>
  Math.max(6, 14 - Math.max(1, Math.floor(level / 4))),
);

/** Stand again before and behind each copy, so that a reader need not look where it ends. */
export const tableBefore = 1;
export const tableBehind = 3;

/** Where each copy begins, with its sample from before, in samples. */
export const tableOffsets: readonly number[] = tableBits.map((_, level) =>
  tableBits.slice(0, level).reduce((sum, bits) => sum + 2 ** bits + tableBefore + tableBehind, 0),
);

/** Samples of all copies of one period. */
export const tableFrameLength = tableBits.reduce(
  (sum, bits) => sum + 2 ** bits + tableBefore + tableBehind,
  0,
);

/** Turns a sample above which a copy is not read. */
export const highestIncrement = (level: number): number =>
  2 ** (Math.floor(level / 4) - 11) * (1 + ((level % 4) + 1) / 4);
