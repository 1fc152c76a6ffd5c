// What comes next in a song that plays: the stretch that goes round, and the section that was queued. Both are kept in
// samples of the newest song; while that one waits for its bar, the song that is heard goes to the same bars.

import type { Program } from '../program.ts';
import { movedPosition, movedRange } from './bars.ts';
import type { Exports } from './exports.ts';

/** A stretch of a song in samples, `to` exclusive. */
export interface LoopRange {
  readonly from: number;
  readonly to: number;
}

/** A section that comes in next: where from, when, and whether it then goes round. */
interface Queued {
  readonly at: number;
  readonly range: LoopRange;
  readonly loops: boolean;
}

/** The song that was put in last, and the one that is heard: the same where none waits. */
export interface Songs {
  readonly newest: Program | undefined;
  readonly sounding: Program | undefined;
}

export class Cues {
  readonly #core: Exports;
  #loop: LoopRange | undefined;
  #queued: Queued | undefined;

  constructor(core: Exports) {
    this.#core = core;
  }

  get loop(): LoopRange | undefined {
    return this.#loop;
  }

  get isQueued(): boolean {
    return this.#queued !== undefined;
  }

  setLoop(range: LoopRange | undefined, songs: Songs): void {
    this.#loop = range;
    this.#writeLoop(songs);
  }

  queue(queued: Queued, songs: Songs): void {
    this.#queued = queued;
    this.#writeQueued(songs);
  }

  /** What is queued comes in at `at`. */
  hurry(at: number, songs: Songs): void {
    if (this.#queued) this.queue({ ...this.#queued, at }, songs);
  }

  unqueue(): void {
    this.#queued = undefined;
    this.#core.forgetJump();
  }

  /** Keeps to the same bars of a changed song; written by `write`. */
  move(from: Program, to: Program): void {
    this.#loop = this.#loop && movedRange(from, to, this.#loop);
    this.#queued = this.#queued && movedQueue(from, to, this.#queued);
  }

  /** Takes note of a section that has come in. */
  settle(): void {
    if (!this.#queued || this.#core.isJumpPending()) return;
    this.#loop = this.#queued.loops ? this.#queued.range : undefined;
    this.#queued = undefined;
  }

  /** Tells the core both. */
  write(songs: Songs): void {
    this.#writeLoop(songs);
    this.#writeQueued(songs);
  }

  #writeLoop({ newest, sounding }: Songs): void {
    const next = this.#loop;
    const now = next && sounding && newest ? movedRange(newest, sounding, next) : next;
    this.#core.setLoop(now?.from ?? 0, now?.to ?? 0, next?.from ?? 0, next?.to ?? 0);
  }

  #writeQueued({ newest, sounding }: Songs): void {
    const next = this.#queued;
    if (!next || !newest) return;
    const now = sounding ? movedQueue(newest, sounding, next) : next;
    this.#core.jump(now.at, now.range.from, endOf(now), next.at, next.range.from, endOf(next));
  }
}

const endOf = ({ loops, range }: Queued): number => (loops ? range.to : 0);

const movedQueue = (from: Program, to: Program, { at, range, loops }: Queued): Queued => ({
  at: movedPosition(from, to, at),
  range: movedRange(from, to, range),
  loops,
});
