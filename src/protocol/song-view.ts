// What the panel draws of a song: plain data, made by the session from song + timeline + origins.

import type { MeterMap } from '../music/meter.ts';
import type { TempoMap } from '../music/tempo.ts';
import type { PanelInsert, PanelInstrument, PanelLane, PanelLock } from './strip-view.ts';

export interface PanelSong {
  readonly title: string;
  /** At the song's start. */
  readonly bpm: number;
  /** What the text says there, where the tempo is nudged. */
  readonly writtenBpm?: number;
  /** As the timeline has them: one point each where the song keeps its tempo and its meter. */
  readonly tempo: TempoMap;
  readonly meters: MeterMap;
  readonly bars: number;
  readonly seconds: number;
  /** Start of each bar in seconds, and the end of the last. */
  readonly barSeconds: readonly number[];
  readonly sections: readonly PanelSection[];
  /** The entries of the arrangement in their order; one that repeats is one. */
  readonly form: readonly PanelPlacement[];
  /** All sections that are declared, also those that do not play. */
  readonly declared: readonly string[];
  readonly tracks: readonly PanelStrip[];
  /** Recordings that sound, track by track; those that are still being read are not among them. */
  readonly clips: readonly PanelClip[];
  readonly buses: readonly PanelStrip[];
  readonly master: PanelStrip;
  /** In dB: see the vocabulary's `panLaw`. */
  readonly panLawDb: number;
  /** What moves over time, in the order written. */
  readonly lanes: readonly PanelLane[];
}

/** A stretch of a recording on a track. All times but those of the recording are seconds of the song. */
export interface PanelClip {
  /** The index of its track. */
  readonly track: number;
  /** The take's name. */
  readonly name: string;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** The hash of its `Wave`, which came before. */
  readonly wave: string;
  /** Where it begins in the recording, in seconds of it, and how many of them pass in a second of the song. */
  readonly fromSeconds: number;
  readonly rate: number;
  /** Round and round from here to there, in seconds of the recording: `from` where it comes to `to`. */
  readonly loop?: { readonly from: number; readonly to: number };
  /** The stretch of the recording that is turned round: `fromSeconds` and `loop` count from its end backwards. */
  readonly reversed?: { readonly from: number; readonly to: number };
  readonly gainDb: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  /** Offsets of its name in the section. */
  readonly from: number;
  readonly to: number;
}

/** The picture of a recording: how far it swings, in points that are coarser from level to level. */
export interface Wave {
  /** Of the recording. */
  readonly hash: string;
  readonly seconds: number;
  /** The finest first, each with fewer points. */
  readonly levels: readonly WaveLevel[];
}

export interface WaveLevel {
  readonly pointsPerSecond: number;
  /** The lowest and the highest sample of each point, of all channels: -127 to 127, which is full scale. */
  readonly points: Int8Array;
}

export interface PanelSection {
  readonly name: string;
  readonly bar: number;
  readonly bars: number;
  /** For each track, in order: its notes here as a picture; empty where it is silent. */
  readonly cells: readonly (readonly PanelNote[])[];
  /** Offsets of the placement in `arrange`. */
  readonly from: number;
  readonly to: number;
}

export interface PanelPlacement {
  readonly section: string;
  readonly repeats: number;
  /** Offsets of it in `arrange`. */
  readonly from: number;
  readonly to: number;
}

/** A note in a cell: start and length as shares of the section 0..1, pitch 0..1 within the track's range. */
export type PanelNote = readonly [start: number, length: number, pitch: number, velocity: number];

export interface PanelStrip {
  readonly name: string;
  /** Path for `set`: `bass`, `space`, `master`. */
  readonly path: string;
  readonly instrument?: string;
  /** `#3a9fff`; absent where the panel chooses. */
  readonly color?: string;
  readonly levelDb: number;
  /** -1 left .. 1 right. */
  readonly pan: number;
  readonly mute: boolean;
  readonly solo: boolean;
  /** Heard also while others are solo. */
  readonly soloSafe: boolean;
  /** `pre`: taken before the fader. */
  readonly sends: readonly { readonly bus: string; readonly levelDb: number; readonly pre?: boolean }[];
  readonly inserts: readonly PanelInsert[];
  /** The group whose fader moves its own. */
  readonly group?: string;
  /** What its instrument is, where the song declares one. */
  readonly plays?: PanelInstrument;
  /** Values that can't be set from here, by what stands behind the strip's path: `level`, `send.space`. */
  readonly locked?: Readonly<Record<string, PanelLock>>;
  /** Offsets of its declaration, to reveal it. */
  readonly from: number;
  readonly to: number;
}
