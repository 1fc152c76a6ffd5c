// What a control of the mixer is, whoever has it.

import type { PanelLock } from '../../../src/protocol/strip-view.ts';
import type { ChoiceParameter, NumberParameter } from '../../../src/vocabulary/parameter.ts';

export type StripKind = 'track' | 'bus' | 'master';
export type ControlKind =
  | 'level'
  | 'pan'
  | 'mute'
  | 'solo'
  | 'soloSafe'
  | 'panLaw'
  | 'send'
  | 'effect'
  | 'instrument';

/** One control. Flags count as 0 and 1. */
export interface Control {
  /** As `set` takes it: `bass.level`, `pad.send.space`. */
  readonly path: string;
  readonly kind: ControlKind;
  readonly strip: StripKind;
  /** Of the strip among its kind. */
  readonly index: number;
  /** Index of the bus, for a send; -1 where the song has no such bus. */
  readonly bus?: number;
  /** What the text says. */
  readonly value: number;
  /** Why it can't be set from here, and what makes it, where code does. */
  readonly lock?: PanelLock;
  /** The path by which automation names it, where it can move over time. */
  readonly lane?: string;
  /** Of an effect or an instrument, or of all strips. */
  readonly setting?: ControlSetting;
}

/** A parameter of an effect, an instrument, or the mixer itself. */
export interface ControlSetting {
  readonly parameter: NumberParameter | ChoiceParameter;
  readonly slot: number;
  /** Place of the effect in the program's chain; -1 where it is bypassed, or a part of the strip itself. */
  readonly insert?: number;
  /** The tracks that play the instrument. */
  readonly tracks?: readonly number[];
  /** As it is written; absent where the song leaves it at its default. */
  readonly text?: string;
}
