// A tone that is held, to be sent through a strip.

import { midiOf, organ, sine, type TrackSpec } from './programs.ts';

/** A sine of nearly two seconds, at half the velocity. */
export const tone = (hertz: number, more: Partial<TrackSpec> = {}): TrackSpec => ({
  instrument: 'Synth',
  set: { ...organ, oscillator: sine },
  notes: [{ at: 0, for: 1.9, midi: midiOf(hertz), velocity: 0.5 }],
  ...more,
});
