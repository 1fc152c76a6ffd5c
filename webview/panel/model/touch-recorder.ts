// The recording of a touch: follows hands while it is armed and the song plays, frame by frame, so that a control
// that is held still is recorded as held.

import { signal } from '@preact/signals';
import type { DeskGesture } from '../../../src/protocol/gestures.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Control } from './control.ts';
import type { Sample } from './fewest-points.ts';
import { laneParameter } from './lanes.ts';
import { touched } from './touch.ts';

/** What the recorder sees of the panel. */
export interface Heads {
  readonly song: () => PanelSong | undefined;
  readonly isPlaying: () => boolean;
  /** Where the song stands, in bars. */
  readonly bars: () => number;
  readonly send: (gesture: DeskGesture) => void;
}

interface Recording {
  readonly control: Control;
  readonly samples: Sample[];
  value: number;
}

export class TouchRecorder {
  /** Whether hands are recorded. */
  readonly armed = signal(false);
  readonly #heads: Heads;
  readonly #recordings = new Map<string, Recording>();

  constructor(heads: Heads) {
    this.#heads = heads;
  }

  /** A hand has moved a control to `value`. */
  moved(control: Control, value: number): void {
    if (!this.armed.value || control.lane === undefined || !laneParameter(control)) return;
    const known = this.#recordings.get(control.path);
    if (!known && !this.#heads.isPlaying()) return;
    const recording = known ?? { control, samples: [], value };
    recording.value = value;
    this.#recordings.set(control.path, recording);
    this.#sample(recording);
  }

  /** A frame has passed: what is held is held there. */
  follow(): void {
    for (const recording of this.#recordings.values()) this.#sample(recording);
  }

  /** The hand lets go: whether it was recorded, and so is not the control's own value. */
  released(path: string): boolean {
    const recording = this.#recordings.get(path);
    const song = this.#heads.song();
    if (!recording || !song) return false;
    this.#sample(recording);
    this.#recordings.delete(path);
    const { control, samples } = recording;
    const gesture = touched(song, control.lane!, laneParameter(control)!, samples, control.value);
    if (!gesture) return false;
    this.#heads.send(gesture);
    return true;
  }

  /** The hand did not mean it. */
  cancelled(path: string): void {
    this.#recordings.delete(path);
  }

  #sample({ samples, value }: Recording): void {
    if (this.#heads.isPlaying()) samples.push({ at: this.#heads.bars(), value });
  }
}
