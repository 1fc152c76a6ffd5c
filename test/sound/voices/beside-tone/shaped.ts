// How near those with envelopes of all rows are to Tone.js with these, their level and their pitch set otherwise than
// they come.

import type { Settings } from '../core-voices.ts';
import { type Comparison, noise, one, partials } from './played.ts';

/** An envelope at `path` of which every row is another than its default. */
const envelope = (path: string): Settings => ({
  [`${path}.attack`]: 0.08,
  [`${path}.decay`]: 0.25,
  [`${path}.sustain`]: 0.45,
  [`${path}.release`]: 0.35,
  [`${path}.attackCurve`]: 'exponential',
  [`${path}.decayCurve`]: 'linear',
  [`${path}.releaseCurve`]: 'linear',
});

const played = { notes: one(57, 0.6), seconds: 1.4 };
const shaped = { ...played, levelDb: 0.3, thirdsDb: 0.6, residueDb: -35 };
const bent = { ...envelope('envelope'), ...envelope('modulationEnvelope'), detune: -30, volume: -6 };
const softly = { modulation: 'sine' };

export const shapedOtherwise: readonly Comparison[] = [
  {
    ...shaped,
    name: 'Synth, its envelope',
    instrument: 'Synth',
    settings: envelope('envelope'),
  },
  { ...shaped, name: 'FMSynth, its envelopes', instrument: 'FMSynth', settings: { ...bent, ...softly } },
  { ...shaped, name: 'AMSynth, its envelopes', instrument: 'AMSynth', settings: { ...bent, ...softly } },
  {
    ...shaped,
    name: 'MonoSynth, its envelopes',
    instrument: 'MonoSynth',
    settings: {
      ...envelope('envelope'),
      ...envelope('filterEnvelope'),
      'filterEnvelope.baseFrequency': 300,
      detune: -30,
      volume: -6,
    },
  },
  {
    ...shaped,
    name: 'MembraneSynth, its envelope',
    instrument: 'MembraneSynth',
    settings: { ...envelope('envelope'), 'envelope.attackCurve': 'linear', detune: -30, volume: -6 },
    notes: one(28, 0.6),
    levelDb: 0.05,
    thirdsDb: 0.05,
    residueDb: -60,
  },
  {
    ...shaped,
    name: 'MembraneSynth, high, its fall from beyond hearing',
    instrument: 'MembraneSynth',
    settings: { 'envelope.attack': 0.08 },
    levelDb: 6.5,
    thirdsDb: 0.1,
    residueDb: -28,
    deviation: partials,
  },
  {
    ...shaped,
    name: 'MetalSynth, its envelope',
    instrument: 'MetalSynth',
    settings: { ...envelope('envelope'), modulationIndex: 2, harmonicity: 1.5, resonance: 800 },
    levelDb: 0.2,
    thirdsDb: 0.4,
    residueDb: -18,
    deviation: partials,
  },
  {
    ...played,
    name: 'NoiseSynth, its envelope',
    instrument: 'NoiseSynth',
    settings: { ...envelope('envelope'), volume: -6 },
    levelDb: 1,
    thirdsDb: 2.6,
    deviation: noise,
  },
  {
    ...played,
    name: 'NoiseSynth, its envelope in curves',
    instrument: 'NoiseSynth',
    settings: {
      'envelope.attack': 0.02,
      'envelope.decay': 0.4,
      'envelope.sustain': 0.2,
      'envelope.release': 0.5,
    },
    levelDb: 1,
    thirdsDb: 2.6,
    deviation: noise,
  },
  ...['voice0', 'voice1'].flatMap((voice): readonly Comparison[] => [
    {
      ...shaped,
      thirdsDb: 0.1,
      residueDb: -48,
      name: `DuoSynth, the envelopes of ${voice}`,
      instrument: 'DuoSynth',
      settings: {
        vibratoAmount: 0,
        volume: -6,
        ...envelope(`${voice}.envelope`),
        ...envelope(`${voice}.filterEnvelope`),
        [`${voice}.filterEnvelope.baseFrequency`]: 300,
        [`${voice}.filterEnvelope.octaves`]: 4,
        [`${voice}.filterEnvelope.exponent`]: 1.5,
      },
    },
    {
      ...shaped,
      name: `DuoSynth, the filter of ${voice}`,
      instrument: 'DuoSynth',
      settings: {
        vibratoAmount: 0,
        [`${voice}.filter.type`]: 'peaking',
        [`${voice}.filter.Q`]: 3,
        [`${voice}.filter.gain`]: 10,
        [`${voice}.filter.detune`]: -700,
        [`${voice}.filter.rolloff`]: '-24',
        [`${voice}.filterEnvelope.attack`]: 0.3,
        [`${voice}.filterEnvelope.release`]: 2,
      },
      levelDb: 0.3,
      thirdsDb: 1.2,
      residueDb: -32,
      deviation: partials,
    },
  ]),
];
