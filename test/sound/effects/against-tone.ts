// The table of how near the core's effects are to Tone.js 15.5: what is sent through both, and how far apart what
// comes out may be. Where they differ on purpose, `deviation` says so. docs/effects-against-tone.md is this table.

import { bent } from './beside-tone/bent.ts';
import { dynamics } from './beside-tone/dynamics.ts';
import { filters } from './beside-tone/filters.ts';
import { moving } from './beside-tone/moving.ts';
import { rooms } from './beside-tone/rooms.ts';
import type { Comparison } from './beside-tone/sent.ts';

export const comparisons: readonly Comparison[] = [...filters, ...dynamics, ...rooms, ...moving, ...bent];

/** What has nothing like it in Tone.js, or is held to theory alone: test/sound/effects/theory.test.ts. */
export const notCompared: readonly string[] = [
  // Bands two to eight are the first again.
  ...[2, 3, 4, 5, 6, 7, 8].map((band) => `ParametricEQ.band${band}`),
  // Ours: a Filter of fixed Q.
  'Highpass',
  // Tone.js's is a convolution with noise, drawn anew each time; its loudness is compared in reverb.test.ts.
  'Reverb',
  // A true brick wall by true peak; Tone.js's lets peaks through.
  'Limiter',
  'Duck',
  // Tone.js's Convolver has no blend; ours blends as all effects do.
  'Convolver.wet',
  'Compressor.makeup',
  'MidSideCompressor.mid.gain',
  'MidSideCompressor.side.gain',
];
