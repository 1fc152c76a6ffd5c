// Plays programs on the built core in Node, and measures what comes out.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { Core } from '../../src/engine/core/core.ts';
import { type CompiledCore, compileCore } from '../../src/engine/core/exports.ts';
import type { Program } from '../../src/engine/program.ts';

let compiled: CompiledCore | undefined;

/** dist/core.wasm. */
export const coreBytes = (): Uint8Array => fs.readFileSync(new URL('../../dist/core.wasm', import.meta.url));

/** The same, compiled once. */
export const coreModule = (): CompiledCore => (compiled ??= compileCore(coreBytes()));

export interface Sound {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** A core with the program loaded and its start ramp behind it. */
export function coreWith(program: Program): Core {
  const core = new Core(coreModule(), program.sampleRate);
  core.load(program);
  play(core, 1024);
  return core;
}

/** The next `frames` of a core, in pieces of `piece`. */
export function play(core: Core, frames: number, piece = 128): Sound {
  const left = new Float32Array(frames);
  const right = new Float32Array(frames);
  for (let at = 0; at < frames; at += piece)
    core.process(left.subarray(at, at + piece), right.subarray(at, at + piece));
  return { left, right };
}

/** `seconds` of the program from its beginning, without the limiter's delay. */
export function listen(program: Program, seconds: number, piece = 128): Sound {
  const core = coreWith(program);
  core.play();
  play(core, core.latency);
  return play(core, Math.round(seconds * program.sampleRate), piece);
}

export const cut = (sound: Sound, fromSeconds: number, toSeconds: number, rate = 48_000): Sound => ({
  left: sound.left.subarray(Math.round(fromSeconds * rate), Math.round(toSeconds * rate)),
  right: sound.right.subarray(Math.round(fromSeconds * rate), Math.round(toSeconds * rate)),
});

export const rms = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

export const peak = (samples: Float32Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

export const decibels = (gain: number): number => 20 * Math.log10(gain);

/** Amplitude of the sine of that frequency in the samples. */
export function toneLevel(samples: Float32Array, hertz: number, rate = 48_000): number {
  let real = 0;
  let imaginary = 0;
  let weight = 0;
  for (const [i, sample] of samples.entries()) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / samples.length);
    real += sample * window * Math.cos((2 * Math.PI * hertz * i) / rate);
    imaginary += sample * window * Math.sin((2 * Math.PI * hertz * i) / rate);
    weight += window;
  }
  return (2 * Math.hypot(real, imaginary)) / weight;
}

export const allFinite = ({ left, right }: Sound): boolean =>
  left.every(Number.isFinite) && right.every(Number.isFinite);

/** Of all bits of both sides. */
export function hashOfSound({ left, right }: Sound): string {
  const hash = createHash('sha256');
  for (const side of [left, right])
    hash.update(new Uint8Array(side.buffer, side.byteOffset, side.byteLength));
  return hash.digest('hex');
}
