// Notes of different tracks that sound at the same time and long enough to be heard against each other.

import { numberOf } from './parameters.ts';
import { isPitched, type PitchedNote, sumOf } from './part-sums.ts';
import { endOf, perPart, playersOf, startOf, type TrackPlayer } from './players.ts';
import type { CheckContext } from './rule.ts';

export interface Sustained {
  readonly note: PitchedNote;
  readonly player: TrackPlayer;
  /** Bars from the song's start. */
  readonly from: number;
  readonly to: number;
  readonly toSeconds: number;
}

/**
 * Notes that are heard for at least `seconds`, of tracks with pitches, ascending by start. A sound that does not
 * sustain is heard as long as its attack and decay.
 * @param below  only notes below this MIDI note
 */
export const sustained = (
  context: CheckContext,
  seconds: number,
  below = Number.POSITIVE_INFINITY,
): readonly Sustained[] =>
  playersOf(context)
    .filter(({ isDrum }) => !isDrum)
    .flatMap((player) => {
      const dies = diesAfter(player);
      if (dies < seconds) return [];
      return player.parts.flatMap((part) =>
        sumOf(part, context.index.atoms).low >= below
          ? []
          : longer(part, seconds)
              .filter(({ midi }) => midi < below)
              .map((note): Sustained => {
                const heard = Math.min(note.lengthSeconds, dies);
                const share = note.lengthSeconds > 0 ? heard / note.lengthSeconds : 1;
                const from = startOf(note);
                return {
                  note,
                  player,
                  from,
                  to: from + (endOf(note) - from) * share,
                  toSeconds: note.startSeconds + heard,
                };
              }),
      );
    })
    .sort((left, right) => left.from - right.from);

const longer = perPart((part, seconds): readonly PitchedNote[] =>
  part.filter(isPitched).filter(({ lengthSeconds }) => lengthSeconds >= seconds - 1e-6),
);

const diesAfter = ({ instrument }: TrackPlayer): number => {
  const sustain = numberOf(instrument, 'envelope.sustain');
  if (sustain === undefined || sustain > 0.1) return Number.POSITIVE_INFINITY;
  return (numberOf(instrument, 'envelope.attack') ?? 0) + (numberOf(instrument, 'envelope.decay') ?? 0);
};

/** Each two that sound together for at least `seconds`, the earlier first. */
export const eachPair = (
  all: readonly Sustained[],
  seconds: number,
  visit: (earlier: Sustained, later: Sustained) => void,
): void => {
  let sounding: Sustained[] = [];
  for (const next of all) {
    sounding = sounding.filter(({ toSeconds }) => toSeconds > next.note.startSeconds + seconds - 1e-6);
    for (const one of sounding)
      if (Math.min(one.toSeconds, next.toSeconds) - next.note.startSeconds >= seconds - 1e-6)
        visit(one, next);
    sounding.push(next);
  }
};
