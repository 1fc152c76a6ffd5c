// The effects, by their numbers in the vocabulary: the one place that knows which file is which.
//
// An effect is one file with these functions, its state in plain memory at an address `at`:
// - nameBytes(): bytes of its state with its delay lines, at the rate of `effectsInit`
// - nameMake(at): fresh state, in zeroed memory
// - nameSet(at, values, jump): f32 values in the order of the vocabulary, at most once a block; what would
//   click goes there within the block. With `jump` it is there at once.
// - nameRender(at, left, right, key): 128 frames in place; `key` is a mono block to listen to, or 0
// - nameTail(at): after so many samples of silence, in and out, nothing comes any more
// - nameLatency(at): samples by which it looks ahead, and so comes out later
// Where both sides come in alike they go out alike, save in an effect that `widens` in the vocabulary.

import {
  EFFECT_COMPRESSOR, EFFECT_EQ3, EFFECT_HIGHPASS, EFFECT_PING_PONG_DELAY, EFFECT_REVERB,
} from '../generated/layout';
import {
  compressorBytes, compressorMake, compressorReduction, compressorRender, compressorSet,
} from './compressor';
import { eq3Bytes, eq3Make, eq3Render, eq3Set } from './eq3';
import { highpassBytes, highpassMake, highpassRender, highpassSet } from './highpass';
import {
  pingPongDelayBytes, pingPongDelayInit, pingPongDelayMake, pingPongDelayRender, pingPongDelaySet, pingPongDelayTail,
} from './ping-pong-delay';
import { setRate } from './rate';
import { reverbBytes, reverbInit, reverbMake, reverbRender, reverbSet, reverbTail } from './reverb';

/** Once, before anything else. */
export function effectsInit(sampleRate: f32): void {
  setRate(sampleRate);
  pingPongDelayInit();
  reverbInit();
}

/** Bytes of its state; 0 for what is no effect here. */
export function effectBytes(kind: i32): usize {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassBytes();
    case EFFECT_PING_PONG_DELAY: return pingPongDelayBytes();
    case EFFECT_REVERB: return reverbBytes();
    case EFFECT_EQ3: return eq3Bytes();
    case EFFECT_COMPRESSOR: return compressorBytes();
    default: return 0;
  }
}

export function effectMake(kind: i32, at: usize): void {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassMake(at);
    case EFFECT_PING_PONG_DELAY: return pingPongDelayMake(at);
    case EFFECT_REVERB: return reverbMake(at);
    case EFFECT_EQ3: return eq3Make(at);
    case EFFECT_COMPRESSOR: return compressorMake(at);
  }
}

export function effectSet(kind: i32, at: usize, values: usize, jump: bool): void {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassSet(at, values, jump);
    case EFFECT_PING_PONG_DELAY: return pingPongDelaySet(at, values, jump);
    case EFFECT_REVERB: return reverbSet(at, values, jump);
    case EFFECT_EQ3: return eq3Set(at, values, jump);
    case EFFECT_COMPRESSOR: return compressorSet(at, values, jump);
  }
}

export function effectRender(kind: i32, at: usize, left: usize, right: usize, key: usize): void {
  switch (kind) {
    case EFFECT_HIGHPASS: return highpassRender(at, left, right, key);
    case EFFECT_PING_PONG_DELAY: return pingPongDelayRender(at, left, right, key);
    case EFFECT_REVERB: return reverbRender(at, left, right, key);
    case EFFECT_EQ3: return eq3Render(at, left, right, key);
    case EFFECT_COMPRESSOR: return compressorRender(at, left, right, key);
  }
}

export function effectTail(kind: i32, at: usize): i32 {
  switch (kind) {
    case EFFECT_PING_PONG_DELAY: return pingPongDelayTail(at);
    case EFFECT_REVERB: return reverbTail(at);
    default: return 0;
  }
}

export function effectLatency(kind: i32, at: usize): i32 {
  return 0;
}

/** Most dB that it turned down since the last call. */
export function effectReduction(kind: i32, at: usize): f32 {
  return kind == EFFECT_COMPRESSOR ? compressorReduction(at) : <f32>0;
}
