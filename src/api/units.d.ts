// Units and places as the `codetta` module writes them: texts, so that a number never stands without its unit.
// src/build/api-types.ts puts them before what song.d.ts says. Written here: change it here.

// ---- Units: written as in a `.song`, so that a number never stands without one ------------------

export type Decibels = `${number}dB`;
export type TruePeak = `${number}dBTP`;
export type Loudness = `${number}LUFS`;
export type LoudnessDifference = `${number}LU`;
export type Hertz = `${number}Hz` | `${number}kHz`;
export type Seconds = `${number}s` | `${number}ms`;
/** A share of a whole note, which follows the tempo: `"1/16"`, `"3/8"`. */
export type NoteValue = `${number}/${number}`;
export type Bars = `${number} bar` | `${number} bars`;
export type Beats = `${number} beat` | `${number} beats`;
/** A stretch of musical or measured time: `"1/16"`, `"1 beat"`, `"2 bars"`, `"20ms"`. */
export type Time = NoteValue | Bars | Beats | Seconds;
export type Percent = `${number}%`;
/** `"50%"`, or the same as a plain factor: `0.5`. */
export type Share = Percent | number;
/** `"50%"`, `0.5`, or as a compressor has it: `"3:1"`. */
export type Ratio = Share | `${number}:${number}`;
export type Semitones = `${number}st`;
export type Cents = `${number}ct`;
export type Tempo = `${number}bpm`;
/** Minutes and seconds, or seconds: `"2:45"`, `"165s"`. */
export type Length = `${number}:${number}` | `${number}s`;
/** Between the speakers: `"20% left"`, `"35% right"`, `"centre"`. */
export type Pan = `${number}% ${'left' | 'right'}` | 'left' | 'right' | 'centre';
/** `#3a9fff`, or `#39f` for short. */
export type Color = `#${string}`;
/** Notes from one to another: `"E1..G3"`. */
export type NoteRange = `${string}..${string}`;
/** A key or a scale: `"A minor"`, `"F# dorian"`. */
export type Key = `${Tonic} ${Mode}`;
type Tonic = `${'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'}${'' | '#' | 'b'}`;
export type Meter = `${number}/${number}`;
/**
 * A place in the song: `"bridge"`, `"bar 33"`, `"chorus bar 8 beat 3"`. Bars and beats count from 1: in the
 * section where one is named, in the song where none is.
 */
export type Place = string;
/** Where a point of an automation stands: `"0%"`, `"100%"`, `"bar 3"`, `"bar 3 beat 2"`. */
export type LanePlace = `${number}%` | `bar ${number}` | `bar ${number} beat ${number}`;
