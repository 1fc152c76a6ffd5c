// How near a Sampler is to that of Tone.js, with the same recordings, which are low and round: Chromium interpolates in
// straight lines. What is played stands in sampler-against-tone.test.ts.

import type { Row } from './played.ts';

const sampler = { instrument: 'Sampler', levelDb: 0.01, thirdsDb: 0.03, residueDb: -70 };

export const sampled: readonly Row[] = [
  { ...sampler, name: 'Sampler', settings: {} },
  { ...sampler, name: 'Sampler, release', settings: { release: 0.3 } },
  {
    ...sampler,
    name: 'Sampler, linear attack and release',
    settings: { attack: 0.05, release: 0.2, curve: 'linear' },
  },
  {
    ...sampler,
    name: 'Sampler, exponential attack',
    settings: { attack: 0.1, curve: 'exponential' },
  },
  { ...sampler, name: 'Sampler, volume', settings: { volume: -9 } },
];
