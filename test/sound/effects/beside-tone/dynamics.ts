// How near compressors and gates of the core are to those of Tone.js.

import { steps } from '../inputs.ts';
import type { Comparison } from './sent.ts';

const levels = [-40, -20, -6, -30, -12] as const;

const staircase = { sound: () => steps(levels, 0.6), says: 'a tone at -40, -20, -6, -30 and -12 dB' };

/** The ends of its steps, when attack and release are over. */
const settled = levels.map((_, index): readonly [number, number] => [index * 0.6 + 0.45, index * 0.6 + 0.55]);

export const dynamics: readonly Comparison[] = [
  ...(
    [
      [{}, 3.66],
      [{ threshold: -30, ratio: 4, knee: 6, attack: 0.01, release: 0.1 }, 12.35],
      [{ threshold: -12, ratio: 20, knee: 0, attack: 0.001, release: 0.05 }, 6.84],
    ] as const
  ).map(
    ([settings, makeup]): Comparison => ({
      effect: 'Compressor',
      settings,
      ours: { makeup },
      ...staircase,
      windows: settled,
      levelDb: 2.2,
      deviation:
        'no make-up gain but what is asked for (it is given here), no look-ahead, a knee that is a parabola; attack and release are the time to 90 % of a step',
    }),
  ),
  {
    effect: 'MidSideCompressor',
    settings: {},
    ours: { 'mid.gain': 7.6, 'side.gain': 12.5 },
    ...staircase,
    windows: settled,
    levelDb: 2.5,
    deviation: 'as Compressor; `mid.gain` and `side.gain` are ours',
  },
  {
    effect: 'MidSideCompressor',
    settings: {
      'mid.threshold': -18,
      'mid.ratio': 2,
      'mid.attack': 0.005,
      'mid.release': 0.1,
      'mid.knee': 4,
      'side.threshold': -20,
      'side.ratio': 3,
      'side.attack': 0.01,
      'side.release': 0.1,
      'side.knee': 2,
    },
    ours: { 'mid.gain': 4, 'side.gain': 6 },
    ...staircase,
    windows: settled,
    levelDb: 2.5,
    deviation: 'as Compressor',
  },
  {
    effect: 'Gate',
    settings: {},
    ...staircase,
    windows: settled,
    levelDb: 0.1,
    deviation:
      'opens for the louder side, both together, and over 2 ms; in Tone.js each side half opens both',
  },
  {
    effect: 'Gate',
    settings: { threshold: -25, smoothing: 0.03 },
    ...staircase,
    windows: settled,
    levelDb: 0.1,
    deviation: 'as above',
  },
];
