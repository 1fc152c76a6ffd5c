// A voice's cutoff: where its envelope takes it. Its tangent, which is what the filter wants, is worked out
// every 32 samples of the voice and runs straight between.

import { constant, COUNT, FOUR } from './constants';
import { Envelope, EnvelopeSettings, levelOf, skipFrames, standsStill } from './envelope';
import { exp2, log2, tanOfHalfTurns, within } from './math';

const PIECE: i32 = 32;
// Web Audio lets the cutoff reach half the rate, where a tangent has no end.
const HIGHEST: f32 = 0.4975;

/** Cutoff in turns a sample where the envelope is 0; what it adds at 1; the bend between. */
@unmanaged
export class SweepSettings {
  base: f32;
  span: f32;
  exponent: f32;
  /** Counts its changes, so that a cutoff that is held follows one. */
  version: i32;
}

/** The cutoff's law: `base` Hz, `octaves` more where the envelope is 1, all times `detune`. */
export function setSweep(settings: SweepSettings, base: f32, octaves: f32, exponent: f32, detune: f32, sampleRate: f32): void {
  const low = within(base, 1.0, 40000.0);
  const high = min<f32>(low * exp2(within(octaves, -16.0, 16.0)), 1000000.0);
  settings.base = (low * detune) / sampleRate;
  settings.span = ((high - low) * detune) / sampleRate;
  settings.exponent = within(exponent, 0.01, 100.0);
  settings.version++;
}

/** A voice's moving cutoff: the piece it is in, and the envelope's level at its end. */
@unmanaged
export class Sweep {
  from: f32;
  slope: f32;
  to: f32;
  at: i32;
  level: f32;
  version: i32;
}

/** Puts the cutoff where the envelope stands now. */
export function beginSweep(sweep: Sweep, settings: SweepSettings, envelope: Envelope): void {
  sweep.level = levelOf(envelope);
  sweep.version = settings.version;
  sweep.to = tangent(settings, sweep.level);
  sweep.at = PIECE;
}

/**
 * Writes the next `frames` tangents, and some beyond, to `out`. `envelope` is read ahead by a piece, so a
 * note event reaches the cutoff within 32 samples.
 */
export function fillSweep(
  sweep: Sweep,
  settings: SweepSettings,
  envelope: Envelope,
  timing: EnvelopeSettings,
  out: usize,
  frames: i32,
): void {
  let written = 0;
  while (written < frames) {
    if (sweep.at == PIECE) nextPiece(sweep, settings, envelope, timing);
    const run = min<i32>(frames - written, PIECE - sweep.at);
    fillPiece(sweep, out + (written << 2), run);
    sweep.at += run;
    written += run;
  }
}

function nextPiece(sweep: Sweep, settings: SweepSettings, envelope: Envelope, timing: EnvelopeSettings): void {
  if (!standsStill(envelope)) skipFrames(envelope, timing, PIECE);
  const level = levelOf(envelope);
  sweep.at = 0;
  sweep.from = sweep.to;
  // A note held is a cutoff held: most pieces need no powers and tangents.
  if (level != sweep.level || settings.version != sweep.version) sweep.to = tangent(settings, level);
  sweep.level = level;
  sweep.version = settings.version;
  sweep.slope = (sweep.to - sweep.from) * (1.0 / <f32>PIECE);
}

function fillPiece(sweep: Sweep, out: usize, frames: i32): void {
  const from = f32x4.splat(sweep.from);
  const slope = f32x4.splat(sweep.slope);
  let place = f32x4.add(f32x4.splat(<f32>sweep.at), v128.load(COUNT));
  for (const end = out + (frames << 2); out < end; out += 16) {
    v128.store(out, f32x4.add(from, f32x4.mul(slope, place)));
    place = f32x4.add(place, constant(FOUR));
  }
}

function tangent(settings: SweepSettings, level: f32): f32 {
  return tanOfHalfTurns(within(settings.base + settings.span * bend(level, settings.exponent), 0.0, HIGHEST));
}

// The powers that everyone uses are quick.
// @ts-ignore: decorator
@inline
function bend(level: f32, exponent: f32): f32 {
  if (exponent == 1.0) return level;
  if (exponent == 2.0) return level * level;
  return level > 0.0 ? exp2(exponent * log2(level)) : <f32>0.0;
}
