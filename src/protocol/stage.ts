// The messages of the stage view: what a projector shows of a song. It has the text, what of it sounds, and pictures of
// the sound; no path, no problem and no notice ever comes this way.

/** Its looks, by name; the style sheet has the colours. */
export const stageThemes = ['night', 'neon', 'dusk', 'paper', 'day', 'contrast'] as const;
export type StageTheme = (typeof stageThemes)[number];

/** From the host to the stage. */
export type ToStage =
  /** The text as it stands in the editor. */
  | {
      readonly type: 'text';
      readonly title: string;
      readonly language: 'song' | 'typescript';
      readonly text: string;
    }
  /** In their order; `bar` from 0. */
  | { readonly type: 'sections'; readonly sections: readonly StageSection[] }
  /** What of the text sounds from now on. */
  | { readonly type: 'lit'; readonly places: readonly { readonly from: number; readonly to: number }[] }
  | { readonly type: 'cursor'; readonly offset: number }
  | { readonly type: 'picture'; readonly picture: StagePicture }
  | { readonly type: 'theme'; readonly theme: StageTheme };

/** From the stage to the host. */
export type FromStage =
  | { readonly type: 'ready' }
  | { readonly type: 'theme'; readonly theme: StageTheme }
  | { readonly type: 'close' }
  /** Where the page itself may not fill the screen, the host does it. */
  | { readonly type: 'fullScreen' };

export interface StageSection {
  readonly name: string;
  readonly bar: number;
  readonly bars: number;
}

/** A moment of the sound, in whole numbers, so that sixty a second are little to send. */
export interface StagePicture {
  readonly playing: boolean;
  readonly seconds: number;
  /** From 1. */
  readonly bar: number;
  readonly beat: number;
  /** Of the bar. */
  readonly beats: number;
  /** Beats of a count-in that are left. */
  readonly toCount: number;
  /** Index of the section that sounds; -1 where none does. */
  readonly section: number;
  /** Of the section that has passed. */
  readonly share: number;
  /** Index of the section that comes next. */
  readonly queued?: number;
  /** The shape of the sound, 0 to 255 with 128 as silence. */
  readonly wave: readonly number[];
  /** Loudness of bands from low to high, 0 to 255. */
  readonly bands: readonly number[];
}
