// REC2: a take that is late or early throughout: the way through the converters was not taken off.

import { bpmAt, quartersAt } from '../../music/tempo.ts';
import { figures } from '../figures.ts';
import { type HeardTake, isLoop, ofTakes, placementsOf, takeNumber, takeWord } from '../heard-takes.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const rec2: Rule = {
  id: 'REC2',
  tier: 'recording',
  severity: 'warning',
  title: 'A take at a constant offset from the grid',
  why: `What is played to a click comes back later than it was played: through converters, drivers and headphones, 5 to 50 ms of it. A
recorder that knows takes it off; one that does not leaves everything late by the same amount, which is neither groove nor
mistake, and is heard as a band that drags. Held against the nearest sixteenth of the song: where most beginnings of a take are
off by the same, it is the way and not the player. A player who lays back varies by more than the figure allows, and so do swung
and triplet lines, sung ones for the most part, and takes with few beginnings: of all these nothing is said.`,
  examples: {
    fires: `song "Dragging" { tempo 120bpm }
take strum = "takes/guitar.wav"
track guitar { level: -6dB }
section verse 4 bars { guitar: strum }
arrange verse
`,
    silent: `song "In Time" { tempo 120bpm }
take strum = "takes/guitar.wav" { offset: -31ms }
track guitar { level: -6dB }
section verse 4 bars { guitar: strum }
arrange verse
`,
    recordings: {
      'takes/guitar.wav': {
        seconds: 8,
        clipped: [],
        onsets: [0.031, 0.532, 1.03, 1.281, 1.533, 2.03, 2.532, 3.031, 3.53, 3.784, 4.031, 4.53],
        notes: [],
        cuts: [],
      },
    },
  },
  check: ofTakes((heard, context) => {
    const { take, name } = heard;
    // What goes at another speed is not where its file says, and loops are cut to their beats.
    if (isLoop(take) || takeWord(take, 'reverse') === 'true') return [];
    const late = latenessOf(heard, context);
    if (late === undefined) return [];
    const ms = Math.round(Math.abs(late) * 1000);
    const offset = Math.round((takeNumber(take, 'offset') - late) * 1000);
    return [
      {
        id: take.name.id,
        message: `${name} is ${ms} ms ${late > 0 ? 'late' : 'early'} throughout, which no player is: the way through the converters was not taken off. Nudge it ${ms} ms ${late > 0 ? 'earlier' : 'later'}.`,
        fixes: [
          {
            title: `Nudge ${name} ${ms} ms ${late > 0 ? 'earlier' : 'later'}`,
            changes: [{ do: 'set', path: `${name}.offset`, value: `${offset}ms` }],
          },
        ],
      } satisfies Finding,
    ];
  }),
};

/** Seconds by which a take is late, the same for most of its beginnings; undefined where it is not. */
const latenessOf = ({ take, recording, from, to }: HeardTake, context: CheckContext): number | undefined => {
  const { timeline, figure, song } = context;
  const [placed] = placementsOf(context, song.takes.indexOf(take));
  if (!placed) return undefined;
  const begins = placed.startSeconds + takeNumber(take, 'offset') - from;
  const starts = recording.onsets.filter((at) => at >= from && at < to).map((at) => begins + at);
  const inSong = starts.filter((at) => at >= 0 && at < timeline.seconds);
  if (inSong.length < figure(figures.lateFewest)) return undefined;
  const off = inSong.map((at) => {
    const quarters = quartersAt(timeline.tempo, at);
    const seconds = 60 / bpmAround(context, quarters);
    return (quarters - Math.round(quarters * 4) / 4) * seconds;
  });
  const middle = median(off);
  const alike = off.filter((one) => Math.abs(one - middle) <= figure(figures.lateSpread));
  if (alike.length < figure(figures.lateShare) * off.length) return undefined;
  const late = median(alike);
  return Math.abs(late) >= figure(figures.late) ? late : undefined;
};

const bpmAround = ({ timeline }: CheckContext, quarters: number): number =>
  bpmAt(timeline.tempo, Math.max(0, quarters));

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1]!;
};
