// How near what bends, shifts or widens a sound is to that of Tone.js.

import { stereo, tones } from '../inputs.ts';
import { type Comparison, lateEcho, mild, tight, white } from './sent.ts';

const twoTones = { sound: () => tones(1, 440, 660), says: 'a tone on each side' };

const sameTone = {
  sound: () => stereo(1, (time) => 0.4 * Math.sin(2 * Math.PI * 1000 * time)),
  says: 'a tone in the middle',
};

export const bent: readonly Comparison[] = [
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
  { effect: 'StereoWidener', settings: { width: 0.8 }, ...white, ...tight, residueDb: -100 },
  { effect: 'StereoWidener', settings: { width: 0.2, wet: 0.5 }, ...white, ...tight, residueDb: -100 },
];
