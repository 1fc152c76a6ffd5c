// The instruments, by name. A new one is one file, its row here, and its voice in the core.

import { amSynth } from './instruments/am-synth.ts';
import { duoSynth } from './instruments/duo-synth.ts';
import { fmSynth } from './instruments/fm-synth.ts';
import type { InstrumentType } from './instruments/instrument.ts';
import { membraneSynth } from './instruments/membrane-synth.ts';
import { metalSynth } from './instruments/metal-synth.ts';
import { monoSynth } from './instruments/mono-synth.ts';
import { noiseSynth } from './instruments/noise-synth.ts';
import { pluckSynth } from './instruments/pluck-synth.ts';
import { sampler } from './instruments/sampler.ts';
import { synth } from './instruments/synth.ts';
import { plugInstruments } from './plugins.ts';

/** In the order of the core's instrument numbers: append, never reorder. */
export const instruments: readonly InstrumentType[] = [
  synth,
  fmSynth,
  monoSynth,
  membraneSynth,
  metalSynth,
  noiseSynth,
  amSynth,
  duoSynth,
  pluckSynth,
  sampler,
];

/** Those that Tone.js plays in the core’s place: `tone.FMSynth`. */
export const hostedInstruments: readonly InstrumentType[] = plugInstruments(instruments);

const byName = new Map(
  [...instruments, ...hostedInstruments].map((instrument) => [instrument.name, instrument]),
);

export const instrumentNamed = (name: string): InstrumentType | undefined => byName.get(name);

/** Voices of a PolySynth where the song does not say; the most that it can say. */
export const polyphony = { default: 16, max: 32 } as const;
