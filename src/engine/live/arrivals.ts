// Which song sounds, since when, and where what waits comes in: for whoever shows what is heard. Knows the core's
// own answers, and the samples that it was given.

import { movedPosition } from '../core/bars.ts';
import type { Core } from '../core/core.ts';
import type { Program } from '../program.ts';
import { field } from './messages.ts';

/** At once, or nothing waits. */
const none = -1;

export class Arrivals {
  readonly #core: Core;
  /** Orders of the messages that brought the song which sounds, and the one that waits. */
  #sounding = 0;
  #waiting: number | undefined;
  #frames = 0;
  #swapAt = none;
  /** In samples of the newest song. */
  #queueAt = none;

  constructor(core: Core) {
    this.#core = core;
  }

  loaded(order: number): void {
    this.#arrived(order);
    this.#queueAt = none;
  }

  /**
   * @param old  the newest song until now
   * @param at   in samples of the song that sounds
   */
  changed(order: number, old: Program, newest: Program, at: number | 'now'): void {
    if (this.#queueAt !== none) this.#queueAt = movedPosition(old, newest, this.#queueAt);
    if (this.#core.waits.song) {
      this.#waiting = order;
      this.#swapAt = at === 'now' ? none : at;
    } else this.#arrived(order);
  }

  /** @param at  in samples of `old`, the song that sounds */
  queued(old: Program, newest: Program, at: number | 'now'): void {
    this.#queueAt = at === 'now' ? none : movedPosition(old, newest, at);
  }

  hurried(): void {
    this.#swapAt = none;
    this.#queueAt = none;
  }

  /** The next frames have been rendered. */
  step(frames: number): void {
    this.#frames += frames;
    if (this.#waiting === undefined || this.#core.waits.song) return;
    this.#arrived(this.#waiting);
    this.#frames = frames;
  }

  tell(report: Float64Array): void {
    const { song, section } = this.#core.waits;
    report[field.song] = this.#sounding;
    report[field.songSeconds] = this.#frames / this.#core.sampleRate;
    report[field.swapAt] = song ? this.#swapAt : none;
    report[field.queueAt] = section ? this.#queueAt : none;
  }

  #arrived(order: number): void {
    this.#sounding = order;
    this.#waiting = undefined;
    this.#swapAt = none;
    this.#frames = 0;
  }
}
