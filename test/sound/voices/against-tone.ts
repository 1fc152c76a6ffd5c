// The table of how near the core's voices are to Tone.js 15.5: what is played on both, and how far apart
// they may be. Where they differ on purpose, `deviation` says so; docs/sound-against-tone.md tells why.

import { filtered } from './beside-tone/filtered.ts';
import { modulated } from './beside-tone/modulated.ts';
import { oscillators } from './beside-tone/oscillators.ts';
import type { Comparison, Row } from './beside-tone/played.ts';
import { sampled } from './beside-tone/sampled.ts';
import { shapedOtherwise } from './beside-tone/shaped.ts';
import { struck } from './beside-tone/struck.ts';
import { synths } from './beside-tone/synths.ts';
import { together } from './beside-tone/together.ts';

export const comparisons: readonly Comparison[] = [
  ...synths,
  ...modulated,
  ...filtered,
  ...struck,
  ...together,
  ...shapedOtherwise,
  ...oscillators,
];

/** All rows of the page: those, and the Sampler's, which sampler-against-tone.test.ts plays. */
export const rows: readonly Row[] = [...comparisons, ...sampled];

/** Parameters that no row moves, by `instrument.path`; how the page names them, and why. */
export const notCompared: readonly {
  readonly paths: RegExp;
  readonly says: string;
  readonly why: string;
}[] = [
  {
    paths: /(oscillator|modulation)\.(table|position)$/,
    says: '`table` and `position` of an oscillator',
    why: 'ours alone; `test/sound/voices/wavetables.test.ts` holds them to theory',
  },
  {
    paths: /^(AM|FM)Synth\.modulation\.(width|modulationFrequency)$/,
    says: '`modulation.width` and `modulation.modulationFrequency` of an AMSynth or FMSynth',
    why: "the constant part of Tone's pulses puts the carrier out of tune, or turns it up; ours has none",
  },
];
