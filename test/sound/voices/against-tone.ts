// The table of how near the core's voices are to Tone.js 15.5: what is played on both, and how far apart
// they may be. Where they differ on purpose, `deviation` says so; docs/sound-against-tone.md tells why.

import { filtered } from './beside-tone/filtered.ts';
import { modulated } from './beside-tone/modulated.ts';
import type { Comparison } from './beside-tone/played.ts';
import { shapedOtherwise } from './beside-tone/shaped.ts';
import { struck } from './beside-tone/struck.ts';
import { synths } from './beside-tone/synths.ts';
import { together } from './beside-tone/together.ts';

export const comparisons: readonly Comparison[] = [
  ...synths,
  ...modulated,
  ...filtered,
  ...struck,
  ...together,
  ...shapedOtherwise,
];
