// Gate: open while the level, followed as Tone.js follows it, is over the threshold. Both sides open together,
// for the louder of them, and over two milliseconds, so that nothing clicks.

import { GATE_SMOOTHING, GATE_THRESHOLD } from '../generated/layout';
import { decibelsToGain, gainToDecibels, within } from '../math';
import { BLOCK_BYTES } from '../memory';
import { followerShare } from './follower';
import { sampleRate } from './rate';
import { valueAt } from './values';

const MOVE_SECONDS: f32 = 0.002;

@unmanaged
class Gate {
  threshold: f32;
  share: f32;
  step: f32;
  left: f32;
  right: f32;
  gain: f32;
  /** The least that it was since somebody asked. */
  least: f32;
}

export function gateBytes(): usize {
  return offsetof<Gate>();
}

export function gateMake(at: usize): void {}

export function gateSet(at: usize, values: usize, jump: bool): void {
  const gate = changetype<Gate>(at);
  gate.threshold = decibelsToGain(within(valueAt(values, GATE_THRESHOLD), -120, 24));
  gate.share = followerShare(valueAt(values, GATE_SMOOTHING));
  gate.step = 1 / (MOVE_SECONDS * sampleRate);
}

/** Most dB that it turned down since the last call: as far as a hundred, where it is closed. */
export function gateReduction(at: usize): f32 {
  const gate = changetype<Gate>(at);
  const least = gate.least;
  gate.least = gate.gain;
  if (least >= 1) return 0;
  return least > <f32>1e-5 ? -gainToDecibels(least) : 100;
}

/** `key`, where there is one, is listened to instead of what goes through. */
export function gateRender(at: usize, left: usize, right: usize, key: usize): void {
  const gate = changetype<Gate>(at);
  const leftHeard = key ? key : left;
  const rightHeard = key ? key : right;
  const share = gate.share;
  const threshold = gate.threshold;
  const step = gate.step;
  let l = gate.left;
  let r = gate.right;
  let gain = gate.gain;
  let least = gate.least;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    l += share * (abs<f32>(load<f32>(leftHeard + i)) - l);
    r += share * (abs<f32>(load<f32>(rightHeard + i)) - r);
    gain = max<f32>(l, r) > threshold ? min<f32>(1, gain + step) : max<f32>(0, gain - step);
    least = min<f32>(least, gain);
    store<f32>(left + i, load<f32>(left + i) * gain);
    store<f32>(right + i, load<f32>(right + i) * gain);
  }
  gate.left = l < 1e-15 ? 0 : l;
  gate.right = r < 1e-15 ? 0 : r;
  gate.gain = gain;
  gate.least = least;
}
