// How near what an oscillator or the sound itself moves is to that of Tone.js: choruses, tremolos, wahs.

import type { Settings } from '../core-effects.ts';
import { type Comparison, lateEcho, mild, tight, white } from './sent.ts';

const start =
  'moves from its first sample; in Chromium the oscillator of the right side starts up to two blocks late';

const edges =
  'the whole depth is used; in Web Audio squares and sawtooths stay 15 % under it, so there it is given 85 % here. Its edges take 1 ms, so that nothing clicks';

const moreHighs = 'reads between samples by a cubic, where Chromium draws a straight line and loses highs';

const lfoShapes = (
  effect: string,
  settings: Settings,
  depth: number,
  limits: Pick<Comparison, 'levelDb' | 'thirdsDb' | 'residueDb'>,
): readonly Comparison[] =>
  (['triangle', 'square', 'sawtooth'] as const).map(
    (type): Comparison => ({
      effect,
      settings: { ...settings, type, depth },
      ...mild,
      from: 0.02,
      ...limits,
      ...(type !== 'triangle' && {
        ours: { depth: depth * 0.848 },
        deviation: edges,
        levelDb: 1.5,
        thirdsDb: Number.POSITIVE_INFINITY,
        residueDb: -14,
      }),
    }),
  );

export const moving: readonly Comparison[] = [
  {
    effect: 'Chorus',
    settings: {},
    ...mild,
    from: 0.02,
    levelDb: 0.1,
    thirdsDb: 0.6,
    residueDb: -40,
    deviation: `${moreHighs}; ${start}`,
  },
  {
    effect: 'Chorus',
    settings: { frequency: 4, delayTime: 0.006, depth: 0.4, spread: 90, wet: 1 },
    ...mild,
    from: 0.02,
    levelDb: 0.1,
    thirdsDb: 1.5,
    residueDb: -35,
    deviation: moreHighs,
  },
  {
    effect: 'Chorus',
    settings: { feedback: 0.4, depth: 0.3 },
    ...mild,
    from: 0.02,
    levelDb: 2,
    deviation: lateEcho,
  },
  ...lfoShapes('Chorus', { wet: 1 }, 0.5, { levelDb: 0.1, thirdsDb: 1.5, residueDb: -40 }),
  {
    effect: 'Phaser',
    settings: {},
    ...white,
    from: 0.02,
    levelDb: 0.1,
    thirdsDb: 0.5,
    residueDb: -35,
    deviation: start,
  },
  {
    effect: 'Phaser',
    settings: { frequency: 3, octaves: 5, stages: 7, Q: 2, baseFrequency: 200, wet: 0.5 },
    ...white,
    from: 0.02,
    levelDb: 0.2,
    thirdsDb: 0.5,
    residueDb: -30,
    deviation: start,
  },
  { effect: 'Tremolo', settings: {}, ...white, ...tight, residueDb: -80 },
  {
    effect: 'Tremolo',
    settings: { frequency: 3.3, spread: 60, wet: 0.8 },
    ...white,
    from: 0.02,
    ...tight,
    residueDb: -60,
  },
  ...lfoShapes('Tremolo', { frequency: 5 }, 0.8, { levelDb: 0.05, thirdsDb: 0.05, residueDb: -75 }),
  {
    effect: 'Vibrato',
    settings: { depth: 0.5 },
    ...mild,
    from: 0.02,
    levelDb: 0.1,
    thirdsDb: 1.5,
    residueDb: -35,
    deviation: moreHighs,
  },
  {
    effect: 'Vibrato',
    settings: { frequency: 3, depth: 0.3, maxDelay: 0.012, wet: 0.5 },
    ...mild,
    from: 0.03,
    levelDb: 0.1,
    thirdsDb: 1.5,
    residueDb: -35,
    deviation: moreHighs,
  },
  ...lfoShapes('Vibrato', {}, 0.4, { levelDb: 0.1, thirdsDb: 1.5, residueDb: -40 }),
  { effect: 'AutoFilter', settings: {}, ...white, from: 0.02, levelDb: 0.1, thirdsDb: 0.1, residueDb: -50 },
  {
    effect: 'AutoFilter',
    settings: {
      frequency: 3,
      baseFrequency: 400,
      octaves: 4,
      depth: 0.6,
      'filter.type': 'bandpass',
      'filter.rolloff': '-24',
      'filter.Q': 4,
      wet: 0.8,
    },
    ...white,
    from: 0.02,
    levelDb: 0.2,
    thirdsDb: 0.2,
    residueDb: -40,
  },
  ...(['highpass', 'notch', 'allpass'] as const).map(
    (type): Comparison => ({
      effect: 'AutoFilter',
      settings: { 'filter.type': type, 'filter.rolloff': '-48' },
      ...white,
      from: 0.02,
      levelDb: 0.2,
      thirdsDb: 0.2,
      residueDb: -40,
    }),
  ),
  ...lfoShapes('AutoFilter', {}, 0.7, { levelDb: 0.1, thirdsDb: 0.1, residueDb: -55 }),
  { effect: 'AutoPanner', settings: {}, ...white, ...tight, residueDb: -80 },
  {
    effect: 'AutoPanner',
    settings: { frequency: 4, depth: 0.6, channelCount: '2', wet: 0.7 },
    ...white,
    ...tight,
    residueDb: -80,
  },
  ...lfoShapes('AutoPanner', { frequency: 5 }, 0.8, { levelDb: 0.05, thirdsDb: 0.05, residueDb: -75 }),
  {
    effect: 'AutoWah',
    settings: {},
    ...white,
    from: 0.02,
    levelDb: 0.1,
    thirdsDb: 0.1,
    residueDb: -40,
  },
  {
    effect: 'AutoWah',
    settings: { baseFrequency: 200, octaves: 4, sensitivity: -12, Q: 6, gain: 8, follower: 0.05, wet: 0.8 },
    ...white,
    from: 0.02,
    levelDb: 0.2,
    thirdsDb: 0.2,
    residueDb: -35,
  },
];
