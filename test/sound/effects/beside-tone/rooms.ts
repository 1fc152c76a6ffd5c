// How near echoes and rooms of the core are to those of Tone.js.

import { impulse, noise, type Stereo, until } from '../inputs.ts';
import { type Comparison, lateEcho, tight } from './sent.ts';

const burst = { sound: () => until(noise(1), 0.2), says: 'a burst of noise' };

const clickLeft = {
  sound: (): Stereo => [impulse(0.6)[0], new Float32Array(impulse(0.6)[0].length)],
  says: 'a click on the left',
};

/** Noise that dies away: an impulse response. */
const decaying = (seconds: number, gain: number): Stereo => {
  const sound = noise(seconds, gain);
  const fall = (channel: Float32Array): Float32Array<ArrayBuffer> =>
    Float32Array.from(channel, (value, index) => value * Math.exp(-index / 4000));
  return [fall(sound[0]), fall(sound[1])];
};

export const rooms: readonly Comparison[] = [
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
];
