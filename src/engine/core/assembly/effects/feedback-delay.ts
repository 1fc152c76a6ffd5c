// FeedbackDelay: an echo on each side that comes back into itself. A new time is reached by a crossfade, not by
// a glide in pitch. What comes back is bounded: the feedback stays under 1 whatever is asked.

import { FEEDBACK_DELAY_DELAY_TIME, FEEDBACK_DELAY_FEEDBACK, FEEDBACK_DELAY_WET } from '../generated/layout';
import { within } from '../math';
import { BLOCK, BLOCK_BYTES } from '../memory';
import { DelayLine, lineBlock, lineBytes, lineNext, lineSample, lineWritten, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { calm, calmSample, echoesUntilSilence } from './feedback';
import { sampleRate } from './rate';
import { wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

const LONGEST_SECONDS: f32 = 2;

@unmanaged
class FeedbackDelay extends DryWet {
  left: DelayLine;
  right: DelayLine;
  /** Samples, and what they become in the next block. */
  delay: i32;
  nextDelay: i32;
  feedback: f32;
}

const LINES: usize = 48;

export function feedbackDelayBytes(): usize {
  return LINES + 2 * lineBytes(longest());
}

function longest(): i32 {
  return <i32>(LONGEST_SECONDS * sampleRate);
}

export function feedbackDelayMake(at: usize): void {
  const effect = changetype<FeedbackDelay>(at);
  effect.left = makeLine(at + LINES, longest());
  effect.right = makeLine(at + LINES + lineBytes(longest()), longest());
  effect.delay = 1;
  effect.nextDelay = 1;
}

export function feedbackDelaySet(at: usize, values: usize, jump: bool): void {
  const effect = changetype<FeedbackDelay>(at);
  const seconds = within(valueAt(values, FEEDBACK_DELAY_DELAY_TIME), 0, LONGEST_SECONDS);
  effect.nextDelay = max<i32>(1, <i32>nearest<f32>(seconds * sampleRate));
  effect.feedback = within(valueAt(values, FEEDBACK_DELAY_FEEDBACK), 0, 0.98);
  dryWetSet(effect, valueAt(values, FEEDBACK_DELAY_WET));
  if (!jump) return;
  dryWetJump(effect);
  effect.delay = effect.nextDelay;
}

export function feedbackDelayTail(at: usize): i32 {
  const effect = changetype<FeedbackDelay>(at);
  return effect.delay * echoesUntilSilence(effect.feedback);
}

export function feedbackDelayRender(at: usize, left: usize, right: usize, key: usize): void {
  const effect = changetype<FeedbackDelay>(at);
  echo(effect, effect.left, left, wetLeft);
  echo(effect, effect.right, right, wetRight);
  effect.delay = effect.nextDelay;
  dryWetRender(effect, left, wetLeft);
  dryWetRender(effect, right, wetRight);
  dryWetJump(effect);
}

function echo(effect: FeedbackDelay, line: DelayLine, block: usize, out: usize): void {
  if (effect.delay == effect.nextDelay && effect.delay >= BLOCK) echoByBlock(effect, line, block, out);
  else echoBySample(effect, line, block, out);
  lineWritten(line);
}

/** Nothing that is written in this block is heard in it. */
function echoByBlock(effect: FeedbackDelay, line: DelayLine, block: usize, out: usize): void {
  const feedback = f32x4.splat(effect.feedback);
  const from = lineBlock(line, effect.delay);
  const to = lineNext(line);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const y = v128.load(from + i);
    v128.store(to + i, calm(f32x4.add(v128.load(block + i), f32x4.mul(feedback, y))));
    v128.store(out + i, y);
  }
}

function echoBySample(effect: FeedbackDelay, line: DelayLine, block: usize, out: usize): void {
  for (let i = 0; i < BLOCK; i++) {
    const at = <usize>i << 2;
    const from = load<f32>(lineSample(line, i, effect.delay));
    const to = load<f32>(lineSample(line, i, effect.nextDelay));
    const y = from + (to - from) * <f32>i / <f32>BLOCK;
    store<f32>(lineNext(line) + at, calmSample(load<f32>(block + at) + effect.feedback * y));
    store<f32>(out + at, y);
  }
}
