// A song of four seconds that the tests of the running song share: a lead, a drum and a bed.

import type { Program } from '../../src/engine/program.ts';
import { type NoteSpec, organ, programOf, sine, type TrackSpec } from './programs.ts';

/** Notes of one length, in steps of `seconds`. */
export const every = (seconds: number, count: number, length: number, midi = 57): NoteSpec[] =>
  Array.from({ length: count }, (_, i) => ({
    at: i * seconds,
    for: length,
    midi: midi + (i % 5),
    velocity: 0.4,
  }));

export const lead = (more: Partial<TrackSpec> = {}): TrackSpec => ({
  name: 'lead',
  set: { ...organ, oscillator: sine },
  notes: every(0.25, 16, 0.2),
  ...more,
});
export const drum: TrackSpec = {
  name: 'drum',
  instrument: 'MembraneSynth',
  voices: 1,
  notes: every(0.5, 8, 0.1, 30),
};
export const bed: TrackSpec = {
  name: 'bed',
  instrument: 'FMSynth',
  sends: [0.5],
  notes: [
    { at: 0, for: 4, midi: 45, velocity: 0.3 },
    { at: 0, for: 4, midi: 52, velocity: 0.3 },
  ],
};
/** All three, with a reverb and a delay behind them: four seconds. */
export const song = (): Program =>
  programOf({
    tracks: [lead({ sends: [0.3] }), drum, bed],
    buses: [{ 'Reverb.decay': 1.5, 'PingPongDelay.delayTime': 0.3 }],
    seconds: 4,
  });
