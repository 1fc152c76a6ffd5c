// How much there is to do for a track, a bus or the master, as nanoseconds for each sample of the song on one core
// of the machine that was measured (bench/README.md). Only their ratios count: threads are given about as much each.
// Pure.

import { effects } from '../../vocabulary/effects.ts';
import { instruments } from '../../vocabulary/instruments.ts';
import { eventStride, type Program, type StripProgram, type TrackProgram } from '../program.ts';

/** A voice of each instrument. */
const voices: Readonly<Record<string, number>> = {
  Synth: 1.5,
  MonoSynth: 3.8,
  DuoSynth: 14.7,
  AMSynth: 2.3,
  FMSynth: 5,
  MembraneSynth: 1.3,
  // Its notes are over long before they end.
  MetalSynth: 6,
  NoiseSynth: 1.1,
  PluckSynth: 3,
  Sampler: 4,
  Kit: 4,
};

/** An effect on both sides. Those that are not here cost next to nothing. */
const inserts: Readonly<Record<string, number>> = {
  Highpass: 2.2,
  EQ3: 2.6,
  Filter: 3,
  ParametricEQ: 6,
  Compressor: 1.6,
  Limiter: 20,
  MidSideCompressor: 4,
  Reverb: 16,
  Freeverb: 20,
  JCReverb: 20,
  Convolver: 200,
  Chorus: 14,
  Phaser: 60,
  Tremolo: 4,
  Vibrato: 12,
  AutoFilter: 14,
  AutoWah: 35,
  AutoPanner: 4,
  Distortion: 65,
  Chebyshev: 65,
  FrequencyShifter: 18,
  PitchShift: 100,
};

/** What every strip takes in front of its fader, and behind it; and the end of the master with the file behind it. */
const strip = 0.6;
const fader = 1;
const ending = 30;

/** A clip that sounds. */
const clip = 4;

/** Of a track up to its fader. */
export function trackWork(program: Program, track: TrackProgram): number {
  const voice = voices[instruments[track.instrument]?.name ?? ''] ?? 4;
  const clips = track.clips ? clip : 0;
  return strip + clips + voice * soundingVoices(program, track) + insertWork(track);
}

/** Of all that comes behind the tracks. */
export const mixWork = ({ tracks, buses, master }: Program): number =>
  ending +
  fader * tracks.length +
  [...buses, master].reduce((sum, one) => sum + strip + fader + insertWork(one), 0);

const insertWork = ({ inserts: own }: StripProgram): number =>
  own.reduce((sum, { effect }) => sum + (inserts[effects[effect]!.name] ?? 1), 0);

/** How many notes are held at a moment, in the mean; held to as many as there are voices. */
function soundingVoices(
  { lengthSamples }: Program,
  { events, eventCount, voices: most }: TrackProgram,
): number {
  const words = new Uint32Array(events);
  let held = 0;
  for (let event = 0; event < eventCount; event++) held += words[(event * eventStride) / 4 + 1]!;
  return Math.min(most, held / Math.max(1, lengthSamples));
}
