// What is heard some samples on from a place: a changed song that waits comes in at its sample, a queued section at its
// own, and what goes round comes round. So that a light which takes its time is told before its note. Pure.

import { movedPosition, movedRange } from '../core/bars.ts';
import type { LoopRange } from '../core/cues.ts';
import type { Program } from '../program.ts';

/** Where the song stands. */
export interface Standing {
  /** The version that sounds, and the place in it. */
  readonly program: Program;
  readonly sample: number;
  /** The newest version: the same where none waits. */
  readonly newest: Program;
  /** Where the newest comes in, in samples of `program`. */
  readonly swapAt?: number;
  /** In samples of the newest. */
  readonly queued?: { readonly at: number; readonly range: LoopRange; readonly loops: boolean };
  /** What goes round, in samples of the newest. */
  readonly loop?: LoopRange;
}

export interface HeardPlace {
  readonly program: Program;
  readonly sample: number;
}

/** @param samples  at least 0; so few that nothing comes twice but a loop */
export function onwards(standing: Standing, samples: number): HeardPlace {
  let now = standing;
  let left = samples;
  // Loops of no length have no end to come to.
  for (let turns = 0; turns < 16; turns++) {
    const turn = firstOf(turnsOf(now), now.sample + left);
    if (!turn) break;
    left -= turn.at - now.sample;
    now = turn.next;
  }
  return { program: now.program, sample: now.sample + left };
}

interface Turn {
  readonly at: number;
  readonly next: Standing;
}

/** What may happen next; of two at one sample, the one that stands first. */
function turnsOf({ swapAt, queued, loop, ...now }: Standing): readonly Turn[] {
  const { program, newest, sample } = now;
  const range = loop && movedRange(newest, program, loop);
  const round = range && range.to > sample && range.from < range.to ? range : undefined;
  const rest = { ...(queued && { queued }), ...(loop && { loop }) };
  const turns: Turn[] = [];
  if (swapAt !== undefined)
    turns.push({
      at: swapAt,
      next: { program: newest, newest, sample: movedPosition(program, newest, swapAt), ...rest },
    });
  const waits = swapAt !== undefined && { swapAt };
  if (queued) {
    const at = movedPosition(newest, program, queued.at);
    turns.push({
      // It does not wait for a place that what goes round never comes to.
      at: round ? Math.min(at, round.to) : at,
      next: {
        ...now,
        sample: movedPosition(newest, program, queued.range.from),
        ...waits,
        ...(queued.loops && { loop: queued.range }),
      },
    });
  }
  if (round) turns.push({ at: round.to, next: { ...now, sample: round.from, ...waits, ...rest } });
  return turns.map((turn) => ({ ...turn, at: Math.max(sample, turn.at) }));
}

const firstOf = (turns: readonly Turn[], until: number): Turn | undefined =>
  turns
    .filter(({ at }) => at <= until)
    .reduce<Turn | undefined>((first, turn) => (first && first.at <= turn.at ? first : turn), undefined);
