// What a session asks of those that keep its text, its panel and its bounces.

import type { HostAction } from '../protocol/commands.ts';
import type { LiveSettings } from '../protocol/live-settings.ts';
import type { BounceOptions, FromPanel, ToPanel } from '../protocol/panel.ts';
import type { StagePicture } from '../protocol/stage.ts';
import type { Range, TextEdit } from '../song/origin.ts';

export interface SessionHost extends TextHost, DeskHost {}

/** Who shows and edits the text. */
export interface TextHost {
  readonly clock: Clock;
  /** One undo step against `version` of the text; false where the text has moved on. */
  edit(edits: readonly TextEdit[], version: number): Promise<boolean>;
  reveal(range: Range): void;
  /** The places in the newest text that sound from now on. */
  sounding(places: readonly Range[]): void;
}

/** What a host has of time: this room knows none. */
export interface Clock {
  /** Milliseconds, from whenever. */
  now(): number;
  /** Runs `act` once, so many milliseconds from now; gives how to call it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** Who has the panel, the bounces and the commands. */
export interface DeskHost {
  send(message: ToPanel): void;
  /** Bounces `text`, the song as it sounds. */
  startBounce(text: string, options: BounceOptions): void;
  cancelBounce(): void;
  /** Answers with a `bounceSound`. */
  readBounce(asked: Pick<Extract<FromPanel, { type: 'readBounce' }>, 'bounce' | 'from' | 'count'>): void;
  /** A command of the panel that needs the text. */
  command(command: HostAction): void;
  settings(settings: LiveSettings): void;
  /** A tempo that Enter would write, in bpm; undefined where there is none. */
  tapped(bpm: number | undefined): void;
  /** A moment of the sound, for the stage. */
  picture(picture: StagePicture): void;
  transportChanged(at: { readonly playing: boolean; readonly bar: number; readonly beat: number }): void;
  report(level: 'error' | 'warning', message: string): void;
}
