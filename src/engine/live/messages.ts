// What the page and the audio thread say to each other: two unions, and the layout of the report.
// The page never sends a note: it sends programs, and the audio thread finds the sample to act on.

import { meterFields } from '../core/core.ts';
import type { LoopRange } from '../core/cues.ts';
import type { SenderName, StripName } from '../core/mixer.ts';
import { reductionFields, type WatchedStrip } from '../core/watched.ts';
import type { Program, TrackProgram } from '../program.ts';
import { limits } from '../program.ts';

/** Where a change of the music takes place, found by the audio thread from its own position. A cycle is a section. */
export type SwapPoint = 'bar' | 'beat' | 'cycle' | 'now' | { readonly sample: number };

export type StripKind = StripName;

/** A track whose sound and notes the audio thread has already: it finds them by `hash`. */
export type TrackChange = TrackProgram | Omit<TrackProgram, 'events'>;

/** A program without what the audio thread has already. */
export type ProgramChange = Omit<Program, 'tracks'> & { readonly tracks: readonly TrackChange[] };

/** From the page to the audio thread. */
export type ToWorklet =
  | { readonly type: 'load'; readonly program: Program }
  | { readonly type: 'update'; readonly program: ProgramChange; readonly at: SwapPoint }
  /** `countIn`: bars that are counted before the song plays. */
  | { readonly type: 'transport'; readonly action: 'play' | 'pause' | 'stop'; readonly countIn?: number }
  /** What waits for its bar comes in at once. */
  | { readonly type: 'hurry' }
  /** A section that comes in at the next such place, and then goes round where `loops`; none takes it back. */
  | {
      readonly type: 'queue';
      readonly range: LoopRange | undefined;
      readonly at: SwapPoint;
      readonly loops: boolean;
    }
  /** `gain` of the accents, linear; a count-in clicks also where it is not on. */
  | { readonly type: 'metronome'; readonly isOn: boolean; readonly gain: number }
  | { readonly type: 'seek'; readonly sample: number }
  | { readonly type: 'loop'; readonly range: LoopRange | undefined }
  | {
      readonly type: 'strip';
      readonly kind: StripKind;
      readonly index: number;
      readonly slot: number;
      readonly value: number;
      /** A hand is on it: the lane that moves it waits. */
      readonly isHeld?: boolean;
    }
  | {
      readonly type: 'send';
      readonly kind: SenderName;
      readonly index: number;
      readonly bus: number;
      readonly gain: number;
      readonly isHeld?: boolean;
    }
  /** `insert` counts the effects of the program's chain. */
  | {
      readonly type: 'insert';
      readonly kind: StripKind;
      readonly index: number;
      readonly insert: number;
      readonly slot: number;
      readonly value: number;
      readonly isHeld?: boolean;
    }
  | {
      readonly type: 'instrument';
      readonly index: number;
      readonly slot: number;
      readonly value: number;
      readonly isHeld?: boolean;
    }
  /** Whose effects are reported, and whose sound goes to the meters beside the master's. */
  | { readonly type: 'watch'; readonly strip: WatchedStrip | undefined }
  /** Where the sound of the master and of the watched strip goes, to be measured; nowhere without a port. */
  | { readonly type: 'meter'; readonly port: MeterPort | undefined }
  /** Which ports carry what Tone.js plays. */
  | { readonly type: 'ports'; readonly ports: readonly number[] }
  /** Answered with `synced`, when all before it is there: taken, or waiting for its frame. */
  | { readonly type: 'sync' }
  | { readonly type: 'silence' }
  | { readonly type: 'close' };

/** A MessagePort, as far as it is needed here. */
export interface MeterPort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null;
  close(): void;
}

/**
 * `order` counts the messages, so that a report from before one is known as such. One that has an `atFrame`, and
 * all after it, wait until the context is there: so the page knows beforehand when a song begins.
 */
export type Ordered = ToWorklet & { readonly order: number; readonly atFrame?: number };

/** From the audio thread: a report about 60 times a second, a message it could not follow, or why it gave up. */
export type FromWorklet =
  | Float64Array
  | { readonly type: 'synced' }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'failed'; readonly reason: string };

/** The worklet's name, and what its constructor is given. */
export const processorName = 'codetta-core';
/** Hands on what comes in, so many frames at a time, left and right. */
export const tapName = 'codetta-tap';
export interface TapOptions {
  readonly frames: number;
}
export interface ProcessorOptions {
  readonly core: ArrayBuffer;
}

/** Fields at the head of a report, one f64 each. Counts run from the start of the audio thread. */
const fields = [
  'contextSeconds',
  'sample',
  /** Of the song, what is rendered next: ahead of what is heard. */
  'playedTo',
  'playing',
  'order',
  'notANumber',
  'stolenVoices',
  'lateEvents',
  'limiting',
  'droppedNotes',
  'gaps',
  /** The share of the last second that the audio thread took to make it; 1 is all of it. */
  'load',
  /** Beats of a count-in that are left; 0 where none is counted. */
  'toCount',
  /** 1 while a queued section waits, and while a changed song does. */
  'queued',
  'swapping',
  /** Order of the message that brought the song which sounds, and since how many seconds it does. */
  'song',
  'songSeconds',
  /** Where a changed song comes in, in samples of the one that sounds; -1 where none waits, or at once. */
  'swapAt',
  /** Where a queued section comes in, in samples of the newest song; -1 where none waits, or at once. */
  'queueAt',
  /** By how many dB an edit would have jumped that comes up slowly now; else 0. */
  'swellDb',
  'strips',
] as const;
export type ReportField = (typeof fields)[number];

/** Index of a field in a report. */
export const field = Object.fromEntries(fields.map((name, index) => [name, index])) as Readonly<
  Record<ReportField, number>
>;

/** Then the effects of the watched strip, in dB, and behind the most there can be the master's limiter. */
export const reductionStart = fields.length;
/** Then the strips: tracks, buses, master; each peakL, peakR, rmsL, rmsR, reductionDb. */
export const meterStart = reductionStart + reductionFields;
export const meterStride = meterFields;
export const mostStrips = limits.tracks + limits.buses + 1;
export const reportLength = meterStart + mostStrips * meterStride;
