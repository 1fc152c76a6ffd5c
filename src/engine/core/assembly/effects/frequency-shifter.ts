// FrequencyShifter: two rows of all-passes make the sound and its quarter-turn (the network of Olli Niemitalo,
// which Tone.js has too), and a turning pair of sines moves them. Both sides at once, in double precision: the
// lowest all-pass lies so near to 0 Hz that single precision would hiss.

import { FREQUENCY_SHIFTER_FREQUENCY, FREQUENCY_SHIFTER_WET } from '../generated/layout';
import { sinOfPhase, within } from '../math';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { sampleRate } from './rate';
import { wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

const STAGES: usize = 4;
/** Squares of the coefficients: of the row that is late by a sample, then of the one a quarter turn ahead. */
const COEFFICIENTS = memory.data<f64>([
  0.47940086558884, 0.87621849353931, 0.97659758950819, 0.99749925593555,
  0.16176649841676, 0.73302893234149, 0.94534970032911, 0.99059915668453,
]);

@unmanaged
class FrequencyShifter extends DryWet {
  phase: u32;
  step: u32;
}

/** For each of eight all-passes its last two inputs and outputs, both sides; then the late row's last sample. */
const STATES: usize = 32;
const STAGE_BYTES: usize = 64;
const LATE: usize = STATES + 2 * STAGES * STAGE_BYTES;

export function frequencyShifterBytes(): usize {
  return LATE + 16;
}

export function frequencyShifterMake(at: usize): void {}

export function frequencyShifterSet(at: usize, values: usize, jump: bool): void {
  const shifter = changetype<FrequencyShifter>(at);
  const hertz = <f64>within(valueAt(values, FREQUENCY_SHIFTER_FREQUENCY), -96000, 96000);
  shifter.step = <u32><i64>(hertz / <f64>sampleRate * 4294967296);
  dryWetSet(shifter, valueAt(values, FREQUENCY_SHIFTER_WET));
  if (jump) dryWetJump(shifter);
}

export function frequencyShifterTail(at: usize): i32 {
  // The slowest all-pass falls by 120 dB in some 11,000 samples.
  return 16384;
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function frequencyShifterAlign(at: usize, sample: u32): void {
  const shifter = changetype<FrequencyShifter>(at);
  shifter.phase = shifter.step * sample;
}

export function frequencyShifterRender(at: usize, left: usize, right: usize, key: usize): void {
  const shifter = changetype<FrequencyShifter>(at);
  const step = shifter.step;
  let phase = shifter.phase;
  let late = v128.load(at + LATE);
  for (let i: usize = 0; i < 512; i += 4) {
    const x = f64x2.replace_lane(f64x2.splat(<f64>load<f32>(left + i)), 1, <f64>load<f32>(right + i));
    const straight = late;
    late = row(at + STATES, COEFFICIENTS, x);
    const ahead = row(at + STATES + STAGES * STAGE_BYTES, COEFFICIENTS + (STAGES << 3), x);
    const sine = f64x2.splat(<f64>sinOfPhase(phase));
    const cosine = f64x2.splat(<f64>sinOfPhase(phase + 0x40000000));
    const y = f64x2.sub(f64x2.mul(ahead, cosine), f64x2.mul(straight, sine));
    store<f32>(wetLeft + i, <f32>f64x2.extract_lane(y, 0));
    store<f32>(wetRight + i, <f32>f64x2.extract_lane(y, 1));
    phase += step;
  }
  shifter.phase = phase;
  v128.store(at + LATE, late);
  calmStates(at);
  dryWetRender(shifter, left, wetLeft);
  dryWetRender(shifter, right, wetRight);
  dryWetJump(shifter);
}

/** Four all-passes of two samples: y = a (x + y'') - x''. */
// @ts-ignore: decorator
@inline
function row(states: usize, coefficients: usize, input: v128): v128 {
  let x = input;
  for (let stage: usize = 0; stage < STAGES; stage++) {
    const at = states + stage * STAGE_BYTES;
    const a = v128.load64_splat(coefficients + (stage << 3));
    const y = f64x2.sub(f64x2.mul(a, f64x2.add(x, v128.load(at, 48))), v128.load(at, 16));
    v128.store(at, v128.load(at), 16);
    v128.store(at, x);
    v128.store(at, v128.load(at, 32), 48);
    v128.store(at, y, 32);
    x = y;
  }
  return x;
}

/** What rings on ends before its numbers become too small to be computed fast. */
function calmStates(at: usize): void {
  for (let i = STATES; i <= LATE; i += 16) {
    const x = v128.load(at + i);
    v128.store(at + i, v128.and(x, f64x2.gt(f64x2.abs(x), f64x2.splat(1e-30))));
  }
}
