// Fader and pan of a stereo strip.

import { mixInto } from '../blocks';
import { reserve } from '../memory';
import { leftToLeft, leftToRight, rightToLeft, rightToRight } from './pan';
import { Settings, setting } from './settings';

@unmanaged
export class StereoFader {
  /** Gains from each side to each, at the end of the last block and of this one. */
  leftToLeft: f32;
  leftToRight: f32;
  rightToLeft: f32;
  rightToRight: f32;
  nextLeftToLeft: f32;
  nextLeftToRight: f32;
  nextRightToLeft: f32;
  nextRightToRight: f32;
}

export function newStereoFader(): StereoFader {
  return changetype<StereoFader>(reserve(offsetof<StereoFader>()));
}

export function faderSet(fader: StereoFader, settings: Settings, levelSlot: i32, panSlot: i32): void {
  const level = setting(settings, levelSlot);
  const pan = setting(settings, panSlot);
  fader.nextLeftToLeft = level * leftToLeft(pan);
  fader.nextLeftToRight = level * leftToRight(pan);
  fader.nextRightToLeft = level * rightToLeft(pan);
  fader.nextRightToRight = level * rightToRight(pan);
}

/** Takes the new gains without a ramp. */
export function faderJump(fader: StereoFader): void {
  fader.leftToLeft = fader.nextLeftToLeft;
  fader.leftToRight = fader.nextLeftToRight;
  fader.rightToLeft = fader.nextRightToLeft;
  fader.rightToRight = fader.nextRightToRight;
}

/** Whether neither side comes out on the other in this block. */
export function isFaderStraight(fader: StereoFader): bool {
  return fader.leftToRight == 0 && fader.rightToLeft == 0 && fader.nextLeftToRight == 0 && fader.nextRightToLeft == 0;
}

/** Adds a stereo block to another. */
export function faderRender(fader: StereoFader, left: usize, right: usize, outLeft: usize, outRight: usize): void {
  mixInto(outLeft, left, fader.leftToLeft, fader.nextLeftToLeft);
  mixInto(outLeft, right, fader.rightToLeft, fader.nextRightToLeft);
  mixInto(outRight, left, fader.leftToRight, fader.nextLeftToRight);
  mixInto(outRight, right, fader.rightToRight, fader.nextRightToRight);
  faderJump(fader);
}
