// What a song can say of its recordings, samples and kits, as rows of the same kind as those of instruments.

import { preloadPath } from '../song/material.ts';
import { cents, choice, decibels, type Parameter, plain, ratio, seconds } from './parameter.ts';

/** Of takes, samples, kits and sampled instruments. */
export const preload = choice(
  preloadPath,
  ['false', 'true'],
  'Whether what plays waits for it: a song that names it is taken up when it is loaded, not before.',
);

const gain = decibels('gain', 0, -60, 24, 'How much louder or softer it plays than it was recorded.');

export const takeParameters: readonly Parameter[] = [
  gain,
  seconds('fade', 0.005, 0, 30, 'Fade at both ends, so that nothing clicks.'),
  seconds('fadeIn', 0.005, 0, 30, 'How long it takes to come; as `fade` where it is not said.'),
  seconds('fadeOut', 0.005, 0, 30, 'How long it takes to go; as `fade` where it is not said.'),
  seconds(
    'crossfade',
    0.02,
    0,
    10,
    'How long the take before it on its track goes over into this one, where they meet.',
  ),
  seconds('offset', 0, -10, 10, 'Nudges it: later, or with a minus earlier, than the song says.'),
  choice('loop', ['false', 'true'], 'Whether it plays again and again to the end of its section.'),
  {
    kind: 'number',
    path: 'tempo',
    quantity: 'bpm',
    min: 0,
    max: 400,
    default: 0,
    doc: "Quarter notes a minute that it was played at: it follows the song's tempo. 0 follows none.",
  },
  choice(
    'stretch',
    ['time', 'repitch'],
    'How it follows the tempo: at its pitch, or faster and higher like a tape.',
  ),
  choice('reverse', ['false', 'true'], 'Whether it plays from its end to its start.'),
  {
    kind: 'number',
    path: 'transpose',
    quantity: 'semitones',
    min: -24,
    max: 24,
    default: 0,
    doc: 'How much higher or lower it plays than it was recorded, at its own speed.',
  },
  choice(
    'tune',
    ['off', 'key', 'chromatic'],
    'Pulls sung notes to the nearest one of the key, or of all twelve.',
  ),
  ratio('strength', 1, 0, 1, 'How far notes are pulled: 0% leaves them, 100% is all the way.'),
  choice(
    'declip',
    ['false', 'true'],
    'Whether tops that were cut off at full scale are made anew, from the wave around them.',
  ),
  preload,
];

export const sampleParameters: readonly Parameter[] = [
  gain,
  seconds('fadeIn', 0, 0, 30, 'How long it takes to come.'),
  seconds('fadeOut', 0.005, 0, 30, 'How long it takes to go.'),
  cents('detune', 0, -2400, 2400, 'Offset from the recorded pitch.'),
  plain('playbackRate', 1, 0.0625, 16, 'How fast it plays: 2 is twice as fast, and an octave up.'),
  choice('reverse', ['false', 'true'], 'Whether it plays from its end to its start.'),
  preload,
];

export const kitParameters: readonly Parameter[] = [gain, preload];
