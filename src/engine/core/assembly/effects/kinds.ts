// The effects, by their numbers in the vocabulary: the one place that knows which file is which.
//
// An effect is one file with these functions, its state in plain memory at an address `at`:
// - nameBytes(): bytes of its state with its delay lines, at the rate of `effectsInit`
// - nameMake(at): fresh state, in zeroed memory
// - nameSet(at, values, jump): f32 values in the order of the vocabulary, at most once a block; what would
//   click goes there within the block. With `jump` it is there at once.
// - nameRender(at, left, right, key): 128 frames in place; `key` is a mono block to listen to, or 0. Where
//   `effectTakesOne` says so, `right` is 0 for a mono sound, and all is then as if both sides were alike.
// - nameTail(at): after so many samples of silence, in and out, nothing comes any more
// - nameLatency(at): samples by which it looks ahead, and so comes out later
// - nameAlign(at, sample): where it has an oscillator: after a silence, it stands as at that sample of the song
// Where both sides come in alike they go out alike, save in an effect that `widens` in the vocabulary.

import {
  EFFECT_AUTO_FILTER, EFFECT_AUTO_PANNER, EFFECT_AUTO_WAH, EFFECT_BIT_CRUSHER, EFFECT_CHEBYSHEV,
  EFFECT_CHORUS, EFFECT_COMPRESSOR, EFFECT_CONVOLVER, EFFECT_DISTORTION, EFFECT_DUCK, EFFECT_EQ3,
  EFFECT_FEEDBACK_DELAY, EFFECT_FILTER, EFFECT_FREEVERB, EFFECT_FREQUENCY_SHIFTER, EFFECT_GATE,
  EFFECT_HIGHPASS, EFFECT_HOSTED, EFFECT_JC_REVERB, EFFECT_LIMITER, EFFECT_MID_SIDE_COMPRESSOR, EFFECT_PARAMETRIC_EQ,
  EFFECT_PHASER, EFFECT_PING_PONG_DELAY, EFFECT_PITCH_SHIFT, EFFECT_REVERB, EFFECT_STEREO_WIDENER,
  EFFECT_TREMOLO, EFFECT_VIBRATO,
} from '../generated/layout';
import { autoFilterAlign, autoFilterBytes, autoFilterMake, autoFilterRender, autoFilterSet } from './auto-filter';
import { autoPannerAlign, autoPannerBytes, autoPannerMake, autoPannerRender, autoPannerSet } from './auto-panner';
import { autoWahBytes, autoWahMake, autoWahRender, autoWahSet } from './auto-wah';
import { bitCrusherBytes, bitCrusherMake, bitCrusherRender, bitCrusherSet } from './bit-crusher';
import {
  chebyshevBytes, chebyshevInit, chebyshevLatency, chebyshevMake, chebyshevRender, chebyshevSet,
  chebyshevTail,
} from './chebyshev';
import { chorusAlign, chorusBytes, chorusMake, chorusRender, chorusSet, chorusTail } from './chorus';
import {
  compressorBytes, compressorMake, compressorReduction, compressorRender, compressorSet,
} from './compressor';
import {
  convolverBytes, convolverInit, convolverLoad, convolverMake, convolverRender, convolverSet, convolverTail,
} from './convolver';
import {
  distortionBytes, distortionInit, distortionLatency, distortionMake, distortionRender, distortionSet,
  distortionTail,
} from './distortion';
import { duckBytes, duckMake, duckReduction, duckRender, duckSet } from './duck';
import { eq3Bytes, eq3Make, eq3Render, eq3Set } from './eq3';
import {
  feedbackDelayBytes, feedbackDelayMake, feedbackDelayRender, feedbackDelaySet, feedbackDelayTail,
} from './feedback-delay';
import { filterBytes, filterMake, filterRender, filterSet } from './filter';
import { freeverbBytes, freeverbMake, freeverbRender, freeverbSet, freeverbTail } from './freeverb';
import {
  frequencyShifterAlign, frequencyShifterBytes, frequencyShifterMake, frequencyShifterRender, frequencyShifterSet,
  frequencyShifterTail,
} from './frequency-shifter';
import { gateBytes, gateMake, gateReduction, gateRender, gateSet } from './gate';
import { highpassBytes, highpassMake, highpassRender, highpassSet } from './highpass';
import { hostedBytes, hostedLatency, hostedMake, hostedRender, hostedSet, hostedTail } from './hosted';
import { jcReverbBytes, jcReverbMake, jcReverbRender, jcReverbSet, jcReverbTail } from './jc-reverb';
import {
  limiterBytes, limiterInit, limiterLatency, limiterMake, limiterReduction, limiterRender, limiterSet,
  limiterTail,
} from './limiter';
import {
  midSideCompressorBytes, midSideCompressorMake, midSideCompressorReduction, midSideCompressorRender,
  midSideCompressorSet,
} from './mid-side-compressor';
import { parametricEqBytes, parametricEqMake, parametricEqRender, parametricEqSet } from './parametric-eq';
import { phaserAlign, phaserBytes, phaserMake, phaserRender, phaserSet } from './phaser';
import {
  pingPongDelayBytes, pingPongDelayInit, pingPongDelayMake, pingPongDelayRender, pingPongDelaySet,
  pingPongDelayTail,
} from './ping-pong-delay';
import {
  pitchShiftBytes, pitchShiftInit, pitchShiftMake, pitchShiftRender, pitchShiftSet, pitchShiftTail,
} from './pitch-shift';
import { setRate } from './rate';
import { reverbBytes, reverbInit, reverbMake, reverbRender, reverbSet, reverbTail } from './reverb';
import {
  stereoWidenerBytes, stereoWidenerMake, stereoWidenerRender, stereoWidenerSet,
} from './stereo-widener';
import { tremoloAlign, tremoloBytes, tremoloMake, tremoloRender, tremoloSet } from './tremolo';
import { vibratoAlign, vibratoBytes, vibratoMake, vibratoRender, vibratoSet, vibratoTail } from './vibrato';

/** Once, before anything else. */
export function effectsInit(sampleRate: f32): void {
  setRate(sampleRate);
  pingPongDelayInit();
  reverbInit();
  limiterInit();
  distortionInit();
  chebyshevInit();
  pitchShiftInit();
  convolverInit();
}

/** Bytes of its state; 0 for what is no effect here. */
export function effectBytes(kind: i32): usize {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassBytes();
    case EFFECT_PING_PONG_DELAY: return pingPongDelayBytes();
    case EFFECT_REVERB: return reverbBytes();
    case EFFECT_EQ3: return eq3Bytes();
    case EFFECT_COMPRESSOR: return compressorBytes();
    case EFFECT_LIMITER: return limiterBytes();
    case EFFECT_FILTER: return filterBytes();
    case EFFECT_PARAMETRIC_EQ: return parametricEqBytes();
    case EFFECT_FEEDBACK_DELAY: return feedbackDelayBytes();
    case EFFECT_CHORUS: return chorusBytes();
    case EFFECT_PHASER: return phaserBytes();
    case EFFECT_TREMOLO: return tremoloBytes();
    case EFFECT_VIBRATO: return vibratoBytes();
    case EFFECT_AUTO_FILTER: return autoFilterBytes();
    case EFFECT_AUTO_PANNER: return autoPannerBytes();
    case EFFECT_AUTO_WAH: return autoWahBytes();
    case EFFECT_DISTORTION: return distortionBytes();
    case EFFECT_CHEBYSHEV: return chebyshevBytes();
    case EFFECT_BIT_CRUSHER: return bitCrusherBytes();
    case EFFECT_FREQUENCY_SHIFTER: return frequencyShifterBytes();
    case EFFECT_PITCH_SHIFT: return pitchShiftBytes();
    case EFFECT_STEREO_WIDENER: return stereoWidenerBytes();
    case EFFECT_MID_SIDE_COMPRESSOR: return midSideCompressorBytes();
    case EFFECT_GATE: return gateBytes();
    case EFFECT_DUCK: return duckBytes();
    case EFFECT_FREEVERB: return freeverbBytes();
    case EFFECT_JC_REVERB: return jcReverbBytes();
    case EFFECT_CONVOLVER: return convolverBytes();
    case EFFECT_HOSTED: return hostedBytes();
    default: return 0;
  }
}

/** Whether it renders one side alone where both are alike: half the work. */
export function effectTakesOne(kind: i32): bool {
  switch (kind) {
    case EFFECT_HIGHPASS:
    case EFFECT_EQ3:
    case EFFECT_PARAMETRIC_EQ:
    case EFFECT_FILTER:
    case EFFECT_COMPRESSOR:
    case EFFECT_DUCK: return true;
    default: return false;
  }
}

export function effectMake(kind: i32, at: usize): void {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassMake(at);
    case EFFECT_PING_PONG_DELAY: return pingPongDelayMake(at);
    case EFFECT_REVERB: return reverbMake(at);
    case EFFECT_EQ3: return eq3Make(at);
    case EFFECT_COMPRESSOR: return compressorMake(at);
    case EFFECT_LIMITER: return limiterMake(at);
    case EFFECT_FILTER: return filterMake(at);
    case EFFECT_PARAMETRIC_EQ: return parametricEqMake(at);
    case EFFECT_FEEDBACK_DELAY: return feedbackDelayMake(at);
    case EFFECT_CHORUS: return chorusMake(at);
    case EFFECT_PHASER: return phaserMake(at);
    case EFFECT_TREMOLO: return tremoloMake(at);
    case EFFECT_VIBRATO: return vibratoMake(at);
    case EFFECT_AUTO_FILTER: return autoFilterMake(at);
    case EFFECT_AUTO_PANNER: return autoPannerMake(at);
    case EFFECT_AUTO_WAH: return autoWahMake(at);
    case EFFECT_DISTORTION: return distortionMake(at);
    case EFFECT_CHEBYSHEV: return chebyshevMake(at);
    case EFFECT_BIT_CRUSHER: return bitCrusherMake(at);
    case EFFECT_FREQUENCY_SHIFTER: return frequencyShifterMake(at);
    case EFFECT_PITCH_SHIFT: return pitchShiftMake(at);
    case EFFECT_STEREO_WIDENER: return stereoWidenerMake(at);
    case EFFECT_MID_SIDE_COMPRESSOR: return midSideCompressorMake(at);
    case EFFECT_GATE: return gateMake(at);
    case EFFECT_DUCK: return duckMake(at);
    case EFFECT_FREEVERB: return freeverbMake(at);
    case EFFECT_JC_REVERB: return jcReverbMake(at);
    case EFFECT_CONVOLVER: return convolverMake(at);
    case EFFECT_HOSTED: return hostedMake(at);
  }
}

export function effectSet(kind: i32, at: usize, values: usize, jump: bool): void {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassSet(at, values, jump);
    case EFFECT_PING_PONG_DELAY: return pingPongDelaySet(at, values, jump);
    case EFFECT_REVERB: return reverbSet(at, values, jump);
    case EFFECT_EQ3: return eq3Set(at, values, jump);
    case EFFECT_COMPRESSOR: return compressorSet(at, values, jump);
    case EFFECT_LIMITER: return limiterSet(at, values, jump);
    case EFFECT_FILTER: return filterSet(at, values, jump);
    case EFFECT_PARAMETRIC_EQ: return parametricEqSet(at, values, jump);
    case EFFECT_FEEDBACK_DELAY: return feedbackDelaySet(at, values, jump);
    case EFFECT_CHORUS: return chorusSet(at, values, jump);
    case EFFECT_PHASER: return phaserSet(at, values, jump);
    case EFFECT_TREMOLO: return tremoloSet(at, values, jump);
    case EFFECT_VIBRATO: return vibratoSet(at, values, jump);
    case EFFECT_AUTO_FILTER: return autoFilterSet(at, values, jump);
    case EFFECT_AUTO_PANNER: return autoPannerSet(at, values, jump);
    case EFFECT_AUTO_WAH: return autoWahSet(at, values, jump);
    case EFFECT_DISTORTION: return distortionSet(at, values, jump);
    case EFFECT_CHEBYSHEV: return chebyshevSet(at, values, jump);
    case EFFECT_BIT_CRUSHER: return bitCrusherSet(at, values, jump);
    case EFFECT_FREQUENCY_SHIFTER: return frequencyShifterSet(at, values, jump);
    case EFFECT_PITCH_SHIFT: return pitchShiftSet(at, values, jump);
    case EFFECT_STEREO_WIDENER: return stereoWidenerSet(at, values, jump);
    case EFFECT_MID_SIDE_COMPRESSOR: return midSideCompressorSet(at, values, jump);
    case EFFECT_GATE: return gateSet(at, values, jump);
    case EFFECT_DUCK: return duckSet(at, values, jump);
    case EFFECT_FREEVERB: return freeverbSet(at, values, jump);
    case EFFECT_JC_REVERB: return jcReverbSet(at, values, jump);
    case EFFECT_CONVOLVER: return convolverSet(at, values, jump);
    case EFFECT_HOSTED: return hostedSet(at, values, jump);
  }
}

export function effectRender(kind: i32, at: usize, left: usize, right: usize, key: usize): void {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassRender(at, left, right, key);
    case EFFECT_PING_PONG_DELAY: return pingPongDelayRender(at, left, right, key);
    case EFFECT_REVERB: return reverbRender(at, left, right, key);
    case EFFECT_EQ3: return eq3Render(at, left, right, key);
    case EFFECT_COMPRESSOR: return compressorRender(at, left, right, key);
    case EFFECT_LIMITER: return limiterRender(at, left, right, key);
    case EFFECT_FILTER: return filterRender(at, left, right, key);
    case EFFECT_PARAMETRIC_EQ: return parametricEqRender(at, left, right, key);
    case EFFECT_FEEDBACK_DELAY: return feedbackDelayRender(at, left, right, key);
    case EFFECT_CHORUS: return chorusRender(at, left, right, key);
    case EFFECT_PHASER: return phaserRender(at, left, right, key);
    case EFFECT_TREMOLO: return tremoloRender(at, left, right, key);
    case EFFECT_VIBRATO: return vibratoRender(at, left, right, key);
    case EFFECT_AUTO_FILTER: return autoFilterRender(at, left, right, key);
    case EFFECT_AUTO_PANNER: return autoPannerRender(at, left, right, key);
    case EFFECT_AUTO_WAH: return autoWahRender(at, left, right, key);
    case EFFECT_DISTORTION: return distortionRender(at, left, right, key);
    case EFFECT_CHEBYSHEV: return chebyshevRender(at, left, right, key);
    case EFFECT_BIT_CRUSHER: return bitCrusherRender(at, left, right, key);
    case EFFECT_FREQUENCY_SHIFTER: return frequencyShifterRender(at, left, right, key);
    case EFFECT_PITCH_SHIFT: return pitchShiftRender(at, left, right, key);
    case EFFECT_STEREO_WIDENER: return stereoWidenerRender(at, left, right, key);
    case EFFECT_MID_SIDE_COMPRESSOR: return midSideCompressorRender(at, left, right, key);
    case EFFECT_GATE: return gateRender(at, left, right, key);
    case EFFECT_DUCK: return duckRender(at, left, right, key);
    case EFFECT_FREEVERB: return freeverbRender(at, left, right, key);
    case EFFECT_JC_REVERB: return jcReverbRender(at, left, right, key);
    case EFFECT_CONVOLVER: return convolverRender(at, left, right, key);
    case EFFECT_HOSTED: return hostedRender(at, left, right, key);
  }
}

/** Gives an effect that is made of a recording this one: frames at a rate; not while rendering. */
export function effectLoad(kind: i32, at: usize, left: usize, right: usize, frames: i32, rate: f32): void {
  if (kind == EFFECT_CONVOLVER) convolverLoad(at, left, right, frames, rate);
}

export function effectTail(kind: i32, at: usize): i32 {
  switch (kind) {
    case EFFECT_PING_PONG_DELAY: return pingPongDelayTail(at);
    case EFFECT_REVERB: return reverbTail(at);
    case EFFECT_LIMITER: return limiterTail(at);
    case EFFECT_FEEDBACK_DELAY: return feedbackDelayTail(at);
    case EFFECT_CHORUS: return chorusTail(at);
    case EFFECT_VIBRATO: return vibratoTail(at);
    case EFFECT_DISTORTION: return distortionTail(at);
    case EFFECT_CHEBYSHEV: return chebyshevTail(at);
    case EFFECT_FREQUENCY_SHIFTER: return frequencyShifterTail(at);
    case EFFECT_PITCH_SHIFT: return pitchShiftTail(at);
    case EFFECT_FREEVERB: return freeverbTail(at);
    case EFFECT_JC_REVERB: return jcReverbTail(at);
    case EFFECT_CONVOLVER: return convolverTail(at);
    case EFFECT_HOSTED: return hostedTail(at);
    default: return 0;
  }
}

export function effectLatency(kind: i32, at: usize): i32 {
  switch (kind) {
    case EFFECT_LIMITER: return limiterLatency(at);
    case EFFECT_DISTORTION: return distortionLatency(at);
    case EFFECT_CHEBYSHEV: return chebyshevLatency(at);
    case EFFECT_HOSTED: return hostedLatency(at);
    default: return 0;
  }
}

/** Most dB that it turned down since the last call. */
export function effectReduction(kind: i32, at: usize): f32 {
  switch (kind) {
    case EFFECT_COMPRESSOR: return compressorReduction(at);
    case EFFECT_LIMITER: return limiterReduction(at);
    case EFFECT_MID_SIDE_COMPRESSOR: return midSideCompressorReduction(at);
    case EFFECT_DUCK: return duckReduction(at);
    case EFFECT_GATE: return gateReduction(at);
    default: return 0;
  }
}

/** A sound begins after a silence, at `sample` of the song: oscillators stand as if they had run all along. */
export function effectAlign(kind: i32, at: usize, sample: u32): void {
  switch (kind) {
    case EFFECT_AUTO_FILTER: return autoFilterAlign(at, sample);
    case EFFECT_AUTO_PANNER: return autoPannerAlign(at, sample);
    case EFFECT_CHORUS: return chorusAlign(at, sample);
    case EFFECT_FREQUENCY_SHIFTER: return frequencyShifterAlign(at, sample);
    case EFFECT_PHASER: return phaserAlign(at, sample);
    case EFFECT_TREMOLO: return tremoloAlign(at, sample);
    case EFFECT_VIBRATO: return vibratoAlign(at, sample);
  }
}
