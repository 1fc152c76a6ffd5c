// PluckSynth: a burst of pink noise, made dull by a lowpass, goes round in a string of one period's length.
// Unlike Tone.js: the period is as long as the pitch says, also between two samples (Tone's is a sample or two
// too long, and so flat); velocity counts; a note on a string that sounds fades the old sound instead of going
// on with it at another length, which clicks.

import { holdLevel, silenceEnvelope } from '../envelope';
import { LANE_BYTES } from '../filter';
import {
  NOISE_SYNTH_NOISE_PINK,
  PLUCK_SYNTH_ATTACK_NOISE,
  PLUCK_SYNTH_DAMPENING,
  PLUCK_SYNTH_RELEASE,
  PLUCK_SYNTH_RESONANCE,
} from '../generated/layout';
import { within } from '../math';
import { noiseAddress, noisePlace, noiseSample, noiseStep } from '../noise';
import { fillFade, levels, mixAtLevels, samples } from './buffers';
import { Deck, parameter, rate, Voice } from './deck';
import { around, goRound } from './string';
import { stillString, stringOf, stringRoom } from './strings';

/** What a plucked voice keeps where others keep their filter. */
@unmanaged
class Pluck {
  /** Where the string is written next; samples since the note began; samples that the noise lasts. */
  at: i32;
  age: i32;
  burst: i32;
  /** Samples since the release, or less than 0; what went round when it came, in place of the deck's. */
  fallen: i32;
  resonance: f32;
  velocity: f32;
  /** The lowpass, and the loudest since it was last looked at. */
  low: f32;
  peak: f32;
}

// A string is looked at so often, and has ended where it was less loud all that time.
const LOOK: i32 = 4096;
const SILENCE: f32 = 0.00001;
// Lost in any sound, and takes with it what is too small to be quick.
const NOTHING: f32 = 1e-20;

const noise = memory.data(LANE_BYTES, 16);

// @ts-ignore: decorator
@inline
function pluckOf(voice: Voice): Pluck {
  return changetype<Pluck>(voice.first.filterStates);
}

export function movePluckSynth(deck: Deck): void {
  deck.detune = 1.0;
  deck.portamento = 0.0;
  deck.noise = noiseAddress(NOISE_SYNTH_NOISE_PINK);
  deck.string.turns = within(parameter(deck, PLUCK_SYNTH_ATTACK_NOISE), 0.0, 1000.0);
  deck.string.share = min<f32>(1.0, within(parameter(deck, PLUCK_SYNTH_DAMPENING), 1.0, 100000.0) * (6.2831855 / rate));
  deck.string.resonance = within(parameter(deck, PLUCK_SYNTH_RESONANCE), 0.0, 0.9999);
  deck.string.release = within(parameter(deck, PLUCK_SYNTH_RELEASE), 0.002, 60.0) * rate;
}

/** A pluck of a string that is still. */
export function beginPluckSynth(deck: Deck, voice: Voice, velocity: f32): void {
  const pluck = pluckOf(voice);
  stillString(deck, voice);
  voice.turn = noisePlace(voice.seed);
  pluck.fallen = -1;
  pluck.velocity = velocity;
  pluck.burst = <i32>ceil<f32>(min<f32>(deck.string.turns / voice.increment, rate * 60.0));
  holdLevel(voice.first.amplitude, velocity);
}

/** The end of the note: what goes round falls to nothing in a straight line. */
export function releasePluckSynth(deck: Deck, voice: Voice): void {
  const pluck = pluckOf(voice);
  pluck.resonance = deck.string.resonance;
  pluck.fallen = 0;
}

/** Adds the next `frames` to `mix`. */
export function renderPluckSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  const pluck = pluckOf(voice);
  let done = 0;
  while (done < frames) {
    const run = min<i32>(frames - done, LOOK - (pluck.age & (LOOK - 1)));
    fillNoise(deck, voice, pluck, noise, run);
    fillAround(deck, pluck, run);
    pluck.at = goRound(stringOf(deck, voice), stringRoom(), pluck.at, 1.0 / voice.increment, noise, samples + (done << 2), run);
    pluck.peak = max<f32>(pluck.peak, peakOf(samples + (done << 2), run));
    pluck.age += run;
    done += run;
    if ((pluck.age & (LOOK - 1)) == 0 && look(voice, pluck)) {
      memory.fill(samples + (done << 2), 0, (frames - done) << 2);
      done = frames;
    }
  }
  fillFade(voice, levels, frames);
  mixAtLevels(samples, levels, mix, frames);
}

// The noise through the lowpass, and what the lowpass still holds when the noise is over.
function fillNoise(deck: Deck, voice: Voice, pluck: Pluck, out: usize, frames: i32): void {
  const struck = max<i32>(0, min<i32>(frames, pluck.burst - pluck.age));
  const share = deck.string.share;
  let low = pluck.low;
  let place = voice.turn;
  for (let i = 0; i < struck; i++) {
    low += share * (noiseSample(deck.noise, place) * pluck.velocity - low);
    store<f32>(out + (i << 2), low);
    place += noiseStep(1.0);
  }
  for (let i = struck; i < frames; i++) {
    low = (low - share * low + NOTHING) - NOTHING;
    store<f32>(out + (i << 2), low);
  }
  pluck.low = low;
  voice.turn = place;
}

// How much goes round at each sample.
function fillAround(deck: Deck, pluck: Pluck, frames: i32): void {
  if (pluck.fallen < 0) {
    const steady = f32x4.splat(deck.string.resonance);
    for (let at = around, end = around + (<usize>frames << 2); at < end; at += 16) v128.store(at, steady);
    return;
  }
  const release = deck.string.release;
  for (let i = 0; i < frames; i++) {
    store<f32>(around + (i << 2), pluck.resonance * max<f32>(0.0, 1.0 - <f32>(pluck.fallen + i) / release));
  }
  pluck.fallen = min<i32>(pluck.fallen + frames, 1 << 30);
}

function peakOf(sound: usize, frames: i32): f32 {
  let peak: f32 = 0.0;
  for (let i = 0; i < frames; i++) peak = max<f32>(peak, abs<f32>(load<f32>(sound + (i << 2))));
  return peak;
}

// Whether the string has ended; else how loud it is, for those who look for the quietest voice.
function look(voice: Voice, pluck: Pluck): bool {
  const ended = pluck.peak < SILENCE && pluck.age > pluck.burst;
  if (ended) silenceEnvelope(voice.first.amplitude);
  else holdLevel(voice.first.amplitude, max<f32>(pluck.peak, SILENCE));
  pluck.peak = 0.0;
  return ended;
}
