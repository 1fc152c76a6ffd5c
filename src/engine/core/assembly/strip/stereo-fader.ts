// Fader and pan of a strip, whether a mono or a stereo sound comes through it.

import { mixInto, writeInto } from '../blocks';
import { reserve } from '../memory';
import { leftToLeft, leftToRight, monoLeft, monoRight, rightToLeft, rightToRight } from './pan';

const ROOT_OF_2: f32 = 1.4142135623730951;

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
  /** Of a mono sound to each side. */
  monoLeft: f32;
  monoRight: f32;
  nextMonoLeft: f32;
  nextMonoRight: f32;
}

export function newStereoFader(): StereoFader {
  return changetype<StereoFader>(reserve(offsetof<StereoFader>()));
}

/** Where the gains travel to. @param law  the power of the pan law, 1 to 2 */
export function faderSet(fader: StereoFader, level: f32, pan: f32, law: f32): void {
  fader.nextLeftToLeft = level * leftToLeft(pan, law);
  fader.nextLeftToRight = level * leftToRight(pan, law);
  fader.nextRightToLeft = level * rightToLeft(pan, law);
  fader.nextRightToRight = level * rightToRight(pan, law);
  fader.nextMonoLeft = level * monoLeft(pan, law);
  fader.nextMonoRight = level * monoRight(pan, law);
}

/** Takes the new gains without a ramp. */
export function faderJump(fader: StereoFader): void {
  fader.leftToLeft = fader.nextLeftToLeft;
  fader.leftToRight = fader.nextLeftToRight;
  fader.rightToLeft = fader.nextRightToLeft;
  fader.rightToRight = fader.nextRightToRight;
  fader.monoLeft = fader.nextMonoLeft;
  fader.monoRight = fader.nextMonoRight;
}

/** What was mono comes as two sides from here on, each 3 dB less: goes on from the same place. */
export function faderFromMono(fader: StereoFader): void {
  fader.leftToLeft = fader.monoLeft * ROOT_OF_2;
  fader.leftToRight = 0;
  fader.rightToLeft = 0;
  fader.rightToRight = fader.monoRight * ROOT_OF_2;
}

/** What was stereo comes as one side from here on. */
export function faderFromStereo(fader: StereoFader): void {
  fader.monoLeft = (fader.leftToLeft + fader.rightToLeft) / ROOT_OF_2;
  fader.monoRight = (fader.leftToRight + fader.rightToRight) / ROOT_OF_2;
}

/** Whether neither side comes out on the other in the next block. */
export function isFaderStraight(fader: StereoFader): bool {
  return fader.leftToRight == 0 && fader.rightToLeft == 0;
}

/** Adds `frames` of a strip's sound to another's; of a mono one, `left` alone. */
export function faderAdd(
  fader: StereoFader, isStereo: bool, left: usize, right: usize, outLeft: usize, outRight: usize, frames: i32,
): void {
  if (isStereo) {
    mixInto(outLeft, left, fader.leftToLeft, fader.nextLeftToLeft, frames);
    mixInto(outRight, right, fader.rightToRight, fader.nextRightToRight, frames);
    cross(fader, left, right, outLeft, outRight, frames);
  } else {
    mixInto(outLeft, left, fader.monoLeft, fader.nextMonoLeft, frames);
    mixInto(outRight, left, fader.monoRight, fader.nextMonoRight, frames);
  }
  faderJump(fader);
}

/** Writes them. */
export function faderWrite(
  fader: StereoFader, isStereo: bool, left: usize, right: usize, outLeft: usize, outRight: usize, frames: i32,
): void {
  if (isStereo) {
    writeInto(outLeft, left, fader.leftToLeft, fader.nextLeftToLeft, frames);
    writeInto(outRight, right, fader.rightToRight, fader.nextRightToRight, frames);
    cross(fader, left, right, outLeft, outRight, frames);
  } else {
    writeInto(outLeft, left, fader.monoLeft, fader.nextMonoLeft, frames);
    writeInto(outRight, left, fader.monoRight, fader.nextMonoRight, frames);
  }
  faderJump(fader);
}

/** What of each side comes out on the other. */
function cross(fader: StereoFader, left: usize, right: usize, outLeft: usize, outRight: usize, frames: i32): void {
  mixInto(outLeft, right, fader.rightToLeft, fader.nextRightToLeft, frames);
  mixInto(outRight, left, fader.leftToRight, fader.nextLeftToRight, frames);
}
