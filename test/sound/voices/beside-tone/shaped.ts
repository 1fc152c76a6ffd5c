// How near those with envelopes of all rows are to Tone.js with these, their level and their pitch set otherwise than
// they come.

import type { Settings } from '../core-voices.ts';
import { type Comparison, one } from './played.ts';

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

const shaped = { notes: one(57, 0.6), seconds: 1.4, levelDb: 0.3, thirdsDb: 0.6, residueDb: -35 };
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
];
