// The table of how near the core's effects are to Tone.js 15.5: what is sent through both, and how far apart what
// comes out may be. Where they differ on purpose, `deviation` says so. docs/effects-against-tone.md is this table.

import type { Settings } from './core-effects.ts';
import { impulse, noise, type Stereo, steps, stereo, tones, until, warm } from './inputs.ts';

export interface Comparison {
  readonly effect: string;
  /** What is set on both; the rest is as Tone.js has it by default. */
  readonly settings: Settings;
  /** What is sent through, and what that is in words. */
  readonly sound: () => Stereo;
  readonly says: string;
  /** The impulse response of a Convolver. */
  readonly response?: () => Stereo;
  /** Tone's class, where it is not the effect's name, and options that only it gets. */
  readonly tone?: { readonly type?: string; readonly options?: Readonly<Record<string, unknown>> };
  /** What only ours gets. */
  readonly ours?: Settings;
  /** Samples by which Tone's comes later. */
  readonly late?: number;
  /** Seconds in which the level is compared; else it is every 20 ms from `from` on. */
  readonly windows?: readonly (readonly [number, number])[];
  readonly from?: number;
  /** Largest difference of level, down to -70 dB under the loudest, in dB. */
  readonly levelDb: number;
  /** Largest difference in any third of an octave that is within 45 dB of the loudest, in dB. */
  readonly thirdsDb?: number;
  /** Level of the difference of the two waves under Tone's, in dB. */
  readonly residueDb?: number;
  readonly deviation?: string;
}

const white = { sound: () => noise(1), says: 'white noise' };
const mild = { sound: () => warm(1), says: 'noise under 3 kHz' };
const burst = { sound: () => until(noise(1), 0.2), says: 'a burst of noise' };
const twoTones = { sound: () => tones(1, 440, 660), says: 'a tone on each side' };
const sameTone = {
  sound: () => stereo(1, (time) => 0.4 * Math.sin(2 * Math.PI * 1000 * time)),
  says: 'a tone in the middle',
};
const clickLeft = {
  sound: (): Stereo => [impulse(0.6)[0], new Float32Array(impulse(0.6)[0].length)],
  says: 'a click on the left',
};
const levels = [-40, -20, -6, -30, -12] as const;
const staircase = { sound: () => steps(levels, 0.6), says: 'a tone at -40, -20, -6, -30 and -12 dB' };
/** The ends of its steps, when attack and release are over. */
const settled = levels.map((_, index): readonly [number, number] => [index * 0.6 + 0.45, index * 0.6 + 0.55]);

/** Noise that dies away: an impulse response. */
const decaying = (seconds: number, gain: number): Stereo => {
  const sound = noise(seconds, gain);
  const fall = (channel: Float32Array): Float32Array<ArrayBuffer> =>
    Float32Array.from(channel, (value, index) => value * Math.exp(-index / 4000));
  return [fall(sound[0]), fall(sound[1])];
};

const tight = { levelDb: 0.05, thirdsDb: 0.05 };
const lateEcho =
  'what comes back is on time; in Chromium every round of a loop comes 128 samples late, so that a short delay with feedback has another pitch';
const start =
  'moves from its first sample; in Chromium the oscillator of the right side starts up to two blocks late';
const edges =
  'the whole depth is used; in Web Audio squares and sawtooths stay 15 % under it, so there it is given 85 % here. Its edges take 1 ms, so that nothing clicks';
const moreHighs = 'reads between samples by a cubic, where Chromium draws a straight line and loses highs';

const filterRows = (
  [
    ['lowpass', {}],
    ['highpass', { frequency: 2000, rolloff: '-48', Q: 6 }],
    ['bandpass', { frequency: 800, Q: 5 }],
    ['lowshelf', { gain: 9, detune: -300 }],
    ['highshelf', { frequency: 3000, gain: -9, rolloff: '-24' }],
    ['notch', { frequency: 1200, Q: 3 }],
    ['allpass', { frequency: 1200, Q: 3 }],
    ['peaking', { frequency: 1000, gain: 9, rolloff: '-96', Q: 2, detune: 300 }],
  ] as const
).map(
  ([type, settings]): Comparison => ({
    effect: 'Filter',
    settings: { type, ...settings },
    ...white,
    ...tight,
    residueDb: -90,
  }),
);

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

export const comparisons: readonly Comparison[] = [
  ...filterRows,
  ...(
    [
      ['bell', 'peaking', 1.2, 1.2, -6],
      ['notch', 'notch', 4, 4, 0],
      ['lowpass', 'lowpass', 1.2, 1.58362, 0],
      ['highpass', 'highpass', 1.2, 1.58362, 0],
      ['lowshelf', 'lowshelf', Math.SQRT1_2, 1, 5],
      ['highshelf', 'highshelf', Math.SQRT1_2, 1, 5],
    ] as const
  ).map(
    ([type, theirs, Q, theirQ, gain]): Comparison => ({
      effect: 'ParametricEQ',
      settings: { 'band1.type': type, 'band1.frequency': 900, 'band1.Q': Q, 'band1.gain': gain },
      ...white,
      tone: { type: 'Filter', options: { type: theirs, frequency: 900, Q: theirQ, gain } },
      ...tight,
      residueDb: -90,
      ...(type.endsWith('pass') && {
        deviation: 'Q is a ratio in every band; in a Filter it is in dB for passes',
      }),
    }),
  ),
  {
    effect: 'EQ3',
    settings: { low: -6, mid: 3, high: 6, lowFrequency: 300, highFrequency: 3000 },
    ...white,
    levelDb: 1,
    deviation:
      'the bands add up to the whole; in Tone.js their resonant crossovers cancel where two bands meet, so that three gains of 0 dB leave notches',
  },
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
  {
    effect: 'FeedbackDelay',
    settings: { delayTime: 0.1, feedback: 0, wet: 0.5 },
    ...burst,
    ...tight,
    residueDb: -90,
  },
  {
    effect: 'FeedbackDelay',
    settings: { delayTime: 0.12, feedback: 0.6 },
    sound: () => until(noise(0.6), 0.04),
    says: 'a short burst of noise, each echo',
    windows: [
      [0.11, 0.18],
      [0.23, 0.3],
      [0.35, 0.42],
    ],
    levelDb: 0.1,
    deviation: lateEcho,
  },
  {
    effect: 'PingPongDelay',
    settings: { delayTime: 0.1, feedback: 0.6, wet: 0.7 },
    ...clickLeft,
    windows: [
      [0.09, 0.11],
      [0.19, 0.21],
      [0.29, 0.31],
      [0.39, 0.42],
    ],
    levelDb: 0.1,
    deviation: `${lateEcho}; what comes in on the right is heard, which Chromium loses`,
  },
  {
    effect: 'Freeverb',
    settings: {},
    ...burst,
    ...tight,
    residueDb: -80,
  },
  {
    effect: 'Freeverb',
    settings: { roomSize: 0.9, dampening: 1200, wet: 0.4 },
    ...burst,
    ...tight,
    residueDb: -80,
  },
  {
    effect: 'JCReverb',
    settings: { roomSize: 0.8, wet: 0.6 },
    sound: () => until(noise(0.12), 0.03),
    says: 'a short burst, until it comes round',
    ...tight,
    residueDb: -80,
    deviation:
      'its combs have the resonances of 1970; in Tone.js they are lost, so that it falls silent after an echo or two',
  },
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
  {
    effect: 'Distortion',
    settings: {},
    ...twoTones,
    levelDb: 0.1,
    thirdsDb: 0.3,
    residueDb: -45,
    deviation: 'oversampled eight times, without aliases; no corner at full scale, no dead zone around 0',
  },
  {
    effect: 'Distortion',
    settings: { distortion: 0.05, wet: 0.5 },
    ...twoTones,
    levelDb: 0.1,
    thirdsDb: 0.3,
    residueDb: -50,
    deviation: 'as above; the sound beside it is delayed as the effect is, and the strip makes up for both',
  },
  {
    effect: 'Chebyshev',
    settings: { order: 5 },
    ...twoTones,
    levelDb: 0.1,
    thirdsDb: 0.1,
    residueDb: -60,
    deviation: 'oversampled eight times, without aliases',
  },
  {
    effect: 'Chebyshev',
    settings: { order: 2, wet: 0.3 },
    ...twoTones,
    levelDb: 0.1,
    thirdsDb: 0.1,
    residueDb: -60,
  },
  { effect: 'BitCrusher', settings: {}, ...white, ...tight, residueDb: -100 },
  { effect: 'BitCrusher', settings: { bits: 7, wet: 0.5 }, ...white, ...tight, residueDb: -100 },
  {
    effect: 'FrequencyShifter',
    settings: { frequency: 100 },
    ...sameTone,
    from: 0.1,
    levelDb: 0.1,
    thirdsDb: 0.1,
    residueDb: -60,
    deviation:
      'each side for itself; in Tone.js two sides that differ leak into each other and into the other sideband',
  },
  {
    effect: 'FrequencyShifter',
    settings: { frequency: -333, wet: 0.4 },
    ...sameTone,
    from: 0.1,
    levelDb: 0.1,
    thirdsDb: 0.1,
    residueDb: -60,
    deviation: 'as above',
  },
  {
    effect: 'PitchShift',
    settings: { pitch: 0, delayTime: 0.05, feedback: 0, windowSize: 0.08 },
    ...mild,
    from: 0.1,
    late: -20,
    levelDb: 0.1,
    thirdsDb: 1.5,
    residueDb: -30,
    deviation: 'reads by a sinc, some 20 samples later',
  },
  {
    effect: 'PitchShift',
    settings: { pitch: 7, wet: 0.6 },
    ...mild,
    windows: [[0.2, 0.95]],
    levelDb: 1.5,
    deviation:
      'the pitch is right; in Tone.js it is some 10 cents off upwards, and downwards the pieces are played in reverse',
  },
  {
    effect: 'PitchShift',
    settings: { pitch: 3, feedback: 0.3, delayTime: 0.1, windowSize: 0.12 },
    ...mild,
    windows: [[0.4, 0.95]],
    levelDb: 1.5,
    deviation: `as above; ${lateEcho}`,
  },
  ...(['true', 'false'] as const).map(
    (normalize): Comparison => ({
      effect: 'Convolver',
      settings: { normalize },
      ...(normalize === 'true'
        ? {}
        : { deviation: 'is heard; Tone.js sets it too late for the response, so here it is set again' }),
      ...burst,
      response: () => decaying(0.35, normalize === 'true' ? 0.5 : 0.02),
      ...tight,
      residueDb: -80,
    }),
  ),
  { effect: 'StereoWidener', settings: { width: 0.8 }, ...white, ...tight, residueDb: -100 },
  { effect: 'StereoWidener', settings: { width: 0.2, wet: 0.5 }, ...white, ...tight, residueDb: -100 },
];

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
