// Blocks that effects write what they make into before it is blended with what came in.

/** What the effect makes of each side. */
export const wetLeft = memory.data(512, 16);
export const wetRight = memory.data(512, 16);

/** What moves an effect, sample by sample, on each side. */
export const moveLeft = memory.data(512, 16);
export const moveRight = memory.data(512, 16);
