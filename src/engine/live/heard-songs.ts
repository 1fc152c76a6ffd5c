// The versions of the song on their way through the audio thread, as the page sees them: which one is heard, which one
// waits, and where it comes in. Follows the reports.

import { movedRange } from '../core/bars.ts';
import type { LoopRange } from '../core/cues.ts';
import type { Program } from '../program.ts';
import { type HeardPlace, onwards, type Standing } from './onwards.ts';
import type { Reports } from './reports.ts';

const mostWaiting = 4;

interface Sent {
  /** Of the message that it went with. */
  readonly order: number;
  readonly program: Program;
}

/** A section that was asked for, in samples of the newest song. */
export interface Queued {
  readonly range: LoopRange;
  readonly loops: boolean;
  /** Of the message that it was asked for with. */
  readonly order: number;
}

/** Where the song stands for the page's ears. */
export interface Ears extends Pick<Standing, 'newest' | 'sample' | 'loop'> {
  /** Samples to look ahead. */
  readonly ahead: number;
  readonly queued?: Queued;
}

export class HeardSongs {
  /** The one that sounds, and those behind it. */
  #sent: readonly Sent[] = [];
  /** The one that sounded before, until its successor is heard. */
  #before: Program | undefined;
  #swapAt = -1;
  #queueAt = -1;
  /** Of the context's time. */
  #sinceSeconds = 0;

  sent(order: number, program: Program): void {
    // Behind the one that sounds, one waits; more only until the next report.
    this.#sent = [...this.#sent.slice(0, 1), ...this.#sent.slice(1).slice(-mostWaiting), { order, program }];
  }

  /** What plays is gone: the next one is the first. */
  forget(): void {
    this.#sent = [];
    this.#before = undefined;
  }

  follow(reports: Reports): void {
    this.#swapAt = reports.value('swapAt');
    this.#queueAt = reports.value('queueAt');
    const at = this.#sent.findLastIndex(({ order }) => order <= reports.value('song'));
    if (at <= 0) return;
    this.#before = this.#sent[0]!.program;
    this.#sent = this.#sent.slice(at);
    this.#sinceSeconds = reports.value('contextSeconds') - reports.value('songSeconds');
  }

  /** @param contextSeconds  when it is heard */
  at(contextSeconds: number, { newest, sample, ahead, loop, queued }: Ears): HeardPlace {
    if (this.#before && contextSeconds < this.#sinceSeconds)
      return { program: this.#before, sample: sample + ahead };
    this.#before = undefined;
    const program = this.#sent[0]?.program ?? newest;
    return onwards(
      {
        program,
        newest,
        sample,
        ...(this.#swapAt >= 0 && program !== newest && { swapAt: this.#swapAt }),
        ...(loop && { loop }),
        ...(queued && this.#queueAt >= 0 && { queued: { ...queued, at: this.#queueAt } }),
      },
      ahead,
    );
  }
}

/** What was asked for in the words of `old`, in those of `next`. */
export const movedQueue = (queued: Queued, old: Program, next: Program): Queued => ({
  ...queued,
  range: movedRange(old, next, queued.range),
});
