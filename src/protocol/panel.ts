// The messages between the panel and its host (the extension, or the studio page): two unions.
// Both ends check what comes in at the door (check.ts). The panel never edits text: it sends intents.

import type { Program, SampleProgram } from '../engine/program.ts';
import type { HostAction, PanelAction } from './commands.ts';
import type { Gesture, PanelRoll } from './gestures.ts';
import type { LiveSettings } from './live-settings.ts';
import type { PanelSong, Wave } from './song-view.ts';
import type { StagePicture } from './stage.ts';

/** From the host to the panel. */
export type ToPanel =
  /** Recorded sound that a song plays and the one before it did not: it comes once, before that song. */
  | { readonly type: 'sample'; readonly sample: SampleProgram }
  /** The picture of a recording that a clip of the next song shows: it comes once, before that song. */
  | { readonly type: 'wave'; readonly wave: Wave }
  /** The samples of its program are without their sound. */
  /** A new good song: what to show and what to play. `version` counts the text's versions. */
  | { readonly type: 'song'; readonly version: number; readonly song: PanelSong; readonly program: Program }
  /** The text has errors: the last good song plays on, and these are shown. Sent with every version. */
  | {
      readonly type: 'problems';
      readonly version: number;
      readonly problems: readonly PanelProblem[];
      readonly playing: 'current' | 'last good';
    }
  /** An intent was refused; the panel shows the text's value again, and may send it anew. */
  | { readonly type: 'refused'; readonly request: number; readonly reason: string; readonly stale: boolean }
  | { readonly type: 'accepted'; readonly request: number }
  /** Commands of the editor: keys and palette. */
  | { readonly type: 'transport'; readonly action: PanelAction }
  /** `bar` from 0. */
  | { readonly type: 'playFrom'; readonly bar: number }
  /** Plays the section that `bar`, from 0, lies in, round and round. */
  | { readonly type: 'loopAt'; readonly bar: number }
  /** The section that `bar` lies in comes in at the next place for it. */
  | { readonly type: 'queueAt'; readonly bar: number }
  /** The first bar in which what is at the editor's cursor sounds; absent where nothing there does. */
  | { readonly type: 'cursor'; readonly bar?: number }
  | { readonly type: 'settings'; readonly settings: LiveSettings }
  /** These lights have come to the host. */
  | { readonly type: 'lit'; readonly light: number }
  | { readonly type: 'stage'; readonly state: StageState }
  | { readonly type: 'bounce'; readonly state: BounceState }
  /** Sound of a bounce that was asked for: fewer samples at its end, none where it is not there any more. */
  | {
      readonly type: 'bounceSound';
      readonly bounce: number;
      readonly from: number;
      readonly channels: readonly Float32Array[];
    }
  /** The pattern at the cursor, as of `version`; absent where no pattern stands there. */
  | { readonly type: 'roll'; readonly version: number; readonly roll?: PanelRoll };

export const stageStates = ['closed', 'opening', 'open'] as const;
/** Of the stage view: while it opens it needs the machine, once it is open it wants pictures. */
export type StageState = (typeof stageStates)[number];

/** From the panel to the host. */
export type FromPanel =
  | { readonly type: 'ready' }
  /** A fader released, a button pressed: one edit of one literal, against `version`. */
  | {
      readonly type: 'set';
      readonly request: number;
      readonly version: number;
      readonly path: string;
      readonly value: string;
    }
  /** Sections or notes moved: one edit, against `version`. */
  | {
      readonly type: 'gesture';
      readonly request: number;
      readonly version: number;
      readonly gesture: Gesture;
    }
  /** Show this part of the text. */
  | { readonly type: 'reveal'; readonly from: number; readonly to: number }
  | { readonly type: 'startBounce'; readonly options: BounceOptions }
  | { readonly type: 'cancelBounce' }
  /** Asks for samples of a bounce that can be heard, from a frame on. */
  | { readonly type: 'readBounce'; readonly bounce: number; readonly from: number; readonly count: number }
  /** Bar and beat as musicians count them, from 1. */
  | {
      readonly type: 'transportChanged';
      readonly playing: boolean;
      readonly bar: number;
      readonly beat: number;
    }
  /**
   * The tokens that are to be lit, by their ids in the song of `version`; none where it is silent. Told ahead: at `toldMs`
   * by the panel's clock, to be given to the editor at `dueMs`. It takes the place of what was told before for that moment
   * and later. `light` counts them, and comes back at once with `lit`, so that the panel knows how long the way is.
   */
  | {
      readonly type: 'sounding';
      readonly version: number;
      readonly ids: readonly number[];
      readonly light: number;
      readonly toldMs: number;
      readonly dueMs: number;
    }
  /** A command that needs the text. */
  | { readonly type: 'command'; readonly command: HostAction }
  /** What a person has chosen; the host keeps it, and sends it to whoever shows it. */
  | { readonly type: 'settings'; readonly settings: LiveSettings }
  /** Another tempo for the ear alone, in bpm; absent: that of the text. */
  | { readonly type: 'nudge'; readonly bpm?: number }
  /** A tempo that Enter would write, in bpm; absent where there is none. */
  | { readonly type: 'tapped'; readonly bpm?: number }
  /** What the stage view draws, frame by frame while one is open. */
  | { readonly type: 'picture'; readonly picture: StagePicture }
  /** What went wrong in the panel, for the host's log and status bar. */
  | { readonly type: 'report'; readonly level: 'error' | 'warning'; readonly message: string };

export interface PanelProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly line: number;
  /** The track or section it stands in, where it stands in one. */
  readonly track?: string;
  readonly section?: string;
}

export interface BounceOptions {
  readonly rate: 44100 | 48000 | 88200 | 96000;
  readonly bits: '16' | '24' | '32f';
  /** WAV where absent; FLAC has no float. */
  readonly format?: 'wav' | 'flac';
  /** Names of the first and the last section, both in; the whole song where absent. */
  readonly from?: string;
  readonly to?: string;
  /** Instead of sections: bars from 0, `to` not among them. */
  readonly bars?: { readonly from: number; readonly to: number };
  /** A delivery target: the file is turned up or down to how loud that plays it. */
  readonly target?: string;
  /** Each track and bus in a file of its own as well, beside that of the song. */
  readonly stems?: true;
}

export type BounceState =
  | { readonly state: 'running'; readonly share: number; readonly secondsLeft?: number }
  | DoneBounce
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: string };

/** A bounce that has been written. Silence is told as -200 dB. */
export interface DoneBounce {
  readonly state: 'done';
  readonly file: string;
  readonly seconds: number;
  /** Where in the song it begins. */
  readonly startSeconds: number;
  /** Highest sample, in dBFS. */
  readonly peakDb: number;
  readonly truePeakDb: number;
  /** LUFS over all of it. */
  readonly loudness: number;
  /** Highest samples of stretches of one length, 0 to 1. */
  readonly waveform: readonly number[];
  /** What was turned up or down for a target. */
  readonly levelling?: { readonly gainDb: number; readonly aimed: number; readonly heldBack: boolean };
  /** As they go into the master, before any levelling. */
  readonly stems?: readonly { readonly name: string; readonly file: string; readonly peakDb: number }[];
  /** What the person should know of it, in sentences. */
  readonly notes?: readonly string[];
  /** Where the host keeps it to be heard; absent where it does not. */
  readonly sound?: { readonly bounce: number; readonly sampleRate: number; readonly frames: number };
}

/** Samples that are asked for at once, at most. */
export const mostBounceFrames = 1 << 19;
