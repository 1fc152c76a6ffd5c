// Places of what sounds, in the newest text: songs that were sent and may sound yet, each with the way from its text to
// the newest. A changed song waits for its bar while the one before it sounds on.

import type { Origins, Range } from '../song/origin.ts';
import { movedRanges } from './moved-ranges.ts';

interface Sent {
  readonly version: number;
  readonly origins: Origins;
  /** From its text to the newest, version by version. */
  readonly moves: ReturnType<typeof movedRanges>[];
}

/** Songs that wait behind the one that sounds: one at a time, save in the moment in which one comes in. */
const mostSent = 4;

export class Lights {
  #sent: readonly Sent[] = [];

  /** The text has changed, and is not sent yet. */
  typed(before: string, text: string): void {
    if (this.#sent.length === 0) return;
    const move = movedRanges(before, text);
    for (const { moves } of this.#sent) moves.push(move);
  }

  /** The song goes to the panel as `version`: a new one, or again the one that it has. */
  sent(version: number, origins: Origins): void {
    const again = this.#sent.find((one) => one.origins === origins);
    const all = [...this.#sent, { version, origins, moves: again ? [...again.moves] : [] }];
    // The first is what sounds; of what has come after it, the newest.
    this.#sent = all.length > mostSent ? [all[0]!, ...all.slice(2)] : all;
  }

  /** Where what sounds of `version` stands in the newest text; what is not there any more has no place. */
  placesOf(version: number, ids: readonly number[]): readonly Range[] {
    const at = this.#sent.findLastIndex((one) => one.version === version);
    const sounds = this.#sent[at];
    if (!sounds) return [];
    // What was before it does not come back.
    this.#sent = this.#sent.slice(at);
    return ids.flatMap((id) => {
      let place: Range | undefined = sounds.origins[id];
      for (const move of sounds.moves) place = place && move(place);
      return place ? [place] : [];
    });
  }
}
