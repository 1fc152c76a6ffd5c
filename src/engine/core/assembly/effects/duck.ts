// Duck: turns down while another track is over the threshold, and comes back. Attack and release are the times
// to 90 % of the way, in decibels, so that a duck of 20 dB takes as long as one of 3. Without another track it
// lets everything pass.
// The level is measured and the gain set every eight frames; between, the gain is a straight line.

import { DUCK_AMOUNT, DUCK_ATTACK, DUCK_RELEASE, DUCK_THRESHOLD } from '../generated/layout';
import { decibelsToGain, exp2, within } from '../math';
import { BLOCK_BYTES } from '../memory';
import { highest, turn } from './compression';
import { sampleRate } from './rate';
import { valueAt } from './values';

const STEP: i32 = 8;
const STEP_BYTES: usize = <usize>STEP << 2;
/** How long a peak counts: longer than half a turn of the lowest tone, or the gain would follow its wave. */
const HOLD_SECONDS: f32 = 0.025;

@unmanaged
class Duck {
  amount: f32;
  attack: f32;
  release: f32;
  threshold: f32;
  /** Steps for which the last peak still counts. */
  hold: i32;
  left: i32;
  /** dB of reduction, and the gain that it made. */
  reduction: f32;
  gain: f32;
  deepest: f32;
}

export function duckBytes(): usize {
  return offsetof<Duck>();
}

export function duckMake(at: usize): void {
  changetype<Duck>(at).gain = 1;
}

export function duckSet(at: usize, values: usize, jump: bool): void {
  const duck = changetype<Duck>(at);
  duck.amount = within(valueAt(values, DUCK_AMOUNT), 0, 100);
  duck.attack = share(valueAt(values, DUCK_ATTACK));
  duck.release = share(valueAt(values, DUCK_RELEASE));
  duck.threshold = decibelsToGain(within(valueAt(values, DUCK_THRESHOLD), -120, 24));
  duck.hold = <i32>(HOLD_SECONDS * sampleRate / <f32>STEP);
}

/** How far a step goes towards its aim, so that 90 % is reached in `seconds`. */
function share(seconds: f32): f32 {
  const steps = within(seconds, 0, 100) * sampleRate / <f32>STEP;
  return steps > 0.5 ? <f32>1 - exp2(<f32>-3.321928094887362 / steps) : <f32>1;
}

/** Most dB that it turned down since the last call. */
export function duckReduction(at: usize): f32 {
  const duck = changetype<Duck>(at);
  const deepest = duck.deepest;
  duck.deepest = 0;
  return deepest;
}

export function duckRender(at: usize, left: usize, right: usize, key: usize): void {
  const duck = changetype<Duck>(at);
  let reduction = duck.reduction;
  let gain = duck.gain;
  for (let i: usize = 0; i < BLOCK_BYTES; i += STEP_BYTES) {
    if (key && highest(key + i) > duck.threshold) duck.left = duck.hold;
    const aim: f32 = duck.left > 0 ? duck.amount : 0;
    duck.left = max<i32>(0, duck.left - 1);
    reduction += (aim - reduction) * (aim > reduction ? duck.attack : duck.release);
    if (reduction < 1e-5) reduction = 0;
    duck.deepest = max<f32>(duck.deepest, reduction);
    const next = decibelsToGain(-reduction);
    if (gain != 1 || next != 1) {
      turn(left + i, gain, next);
      if (right) turn(right + i, gain, next);
    }
    gain = next;
  }
  duck.reduction = reduction;
  duck.gain = gain;
}
