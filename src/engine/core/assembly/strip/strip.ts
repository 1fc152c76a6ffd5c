// What every strip has, for four lanes at once: highpass, EQ3 and compressor, set from the strip's settings.

import { TRACK_EQ3_HIGH, TRACK_EQ3_HIGH_FREQUENCY, TRACK_EQ3_LOW, TRACK_EQ3_LOW_FREQUENCY, TRACK_EQ3_MID,
  TRACK_EQ3_ON, TRACK_COMPRESSOR_ATTACK, TRACK_COMPRESSOR_KNEE, TRACK_COMPRESSOR_MAKEUP, TRACK_COMPRESSOR_ON,
  TRACK_COMPRESSOR_RATIO, TRACK_COMPRESSOR_RELEASE, TRACK_COMPRESSOR_THRESHOLD } from '../generated/layout';
import { reserve } from '../memory';
import { Compressor, compressorClear, compressorSet, newCompressor } from './compressor';
import { Eq3, eq3Clear, eq3Set, newEq3 } from './eq3';
import { Highpass, highpassClear, highpassSet, newHighpass } from './highpass';
import { Settings, setting } from './settings';

/** The strip has no highpass. */
export const NONE: i32 = -1;

@unmanaged
export class Strip {
  highpass: Highpass;
  eq: Eq3;
  compressor: Compressor;
}

export function newStrip(): Strip {
  const strip = changetype<Strip>(reserve(offsetof<Strip>()));
  strip.highpass = newHighpass();
  strip.eq = newEq3();
  strip.compressor = newCompressor();
  return strip;
}

/**
 * Sets a lane. The three slots are where `on` stands in the layout of that kind of strip; an effect's
 * parameters follow its `on` in the same order in each.
 */
export function stripSet(
  strip: Strip, lane: i32, settings: Settings, sampleRate: f32, highpassOn: i32, eqOn: i32, compressorOn: i32,
): void {
  if (highpassOn != NONE) {
    highpassSet(strip.highpass, lane, setting(settings, highpassOn), setting(settings, highpassOn + 1) / sampleRate);
  }
  eq3Set(
    strip.eq, lane, setting(settings, eqOn),
    setting(settings, eqOn + TRACK_EQ3_LOW - TRACK_EQ3_ON),
    setting(settings, eqOn + TRACK_EQ3_MID - TRACK_EQ3_ON),
    setting(settings, eqOn + TRACK_EQ3_HIGH - TRACK_EQ3_ON),
    setting(settings, eqOn + TRACK_EQ3_LOW_FREQUENCY - TRACK_EQ3_ON) / sampleRate,
    setting(settings, eqOn + TRACK_EQ3_HIGH_FREQUENCY - TRACK_EQ3_ON) / sampleRate,
  );
  compressorSet(
    strip.compressor, lane, sampleRate, setting(settings, compressorOn),
    setting(settings, compressorOn + TRACK_COMPRESSOR_THRESHOLD - TRACK_COMPRESSOR_ON),
    setting(settings, compressorOn + TRACK_COMPRESSOR_RATIO - TRACK_COMPRESSOR_ON),
    setting(settings, compressorOn + TRACK_COMPRESSOR_KNEE - TRACK_COMPRESSOR_ON),
    setting(settings, compressorOn + TRACK_COMPRESSOR_ATTACK - TRACK_COMPRESSOR_ON),
    setting(settings, compressorOn + TRACK_COMPRESSOR_RELEASE - TRACK_COMPRESSOR_ON),
    setting(settings, compressorOn + TRACK_COMPRESSOR_MAKEUP - TRACK_COMPRESSOR_ON),
  );
}

/** Forgets all sound of a lane. */
export function stripClear(strip: Strip, lane: i32): void {
  highpassClear(strip.highpass, lane);
  eq3Clear(strip.eq, lane);
  compressorClear(strip.compressor, lane);
}

/** Whether any effect of any lane is on. */
export function isStripUsed(strip: Strip): bool {
  return v128.any_true(v128.or(strip.highpass.mix, v128.or(strip.eq.mix, strip.compressor.mix)));
}
