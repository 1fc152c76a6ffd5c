// INS3: more than two hands can reach.

import { inProse, spelledFrom } from '../../music/spelling.ts';
import { figures } from '../figures.ts';
import { octaveChange, octaveText } from '../octaves.ts';
import { isPitched, type PitchedNote } from '../part-sums.ts';
import { isCalled, perPart, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const ins3: Rule = {
  id: 'INS3',
  tier: 'timeline',
  severity: 'warning',
  title: 'An unplayable hand',
  why: `Ten fingers, two hands, a tenth each: what does not go into that cannot be played on a keyboard, and a listener who
plays knows it without counting. Looked at are parts for a person at the keys: tracks, instruments and samples called
piano, rhodes, wurlitzer, clavinet, harpsichord or celesta. Synths and pads are no hands. Notes that start together are
one grip; what rings on through the pedal does not count.`,
  examples: {
    fires: `song "Three Hands" { tempo 80bpm }
instrument piano = PolySynth(FMSynth) { }
track piano { instrument: piano }
section verse 2 bars { piano: "[c2,g2,e4,g4,c6] | [c3,g3,c4]" }
arrange verse
`,
    silent: `song "Two Hands" { tempo 80bpm }
instrument piano = PolySynth(FMSynth) { }
track piano { instrument: piano }
section verse 2 bars { piano: "[c2,g2,e4,g4,c5] | [c3,g3,c4]" }
arrange verse
`,
  },
  check: (context) =>
    playersOf(context)
      .filter((player) => isCalled(player, keyboards))
      .flatMap((player) => player.parts.flatMap((part) => judged(grips(part), player, context))),
};

const keyboards = /piano|rhodes|wurli|clavinet|harpsichord|cembalo|celesta/i;

type Grip = readonly PitchedNote[];

/** What starts together, the lowest first. */
const grips = perPart((part): readonly Grip[] => {
  const found: PitchedNote[][] = [];
  for (const note of part.filter(isPitched)) {
    const last = found.at(-1);
    if (last && Math.abs(last[0]!.startSeconds - note.startSeconds) < 1e-6) last.push(note);
    else found.push([note]);
  }
  return found.map((grip) => grip.toSorted((left, right) => left.midi - right.midi));
});

const judged = (all: readonly Grip[], player: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const [span, fingers] = [context.figure(figures.handSpan), context.figure(figures.fingers)];
  const isPlayable = (pitches: readonly number[]): boolean =>
    pitches.some((_, split) => fits(pitches.slice(0, split)) && fits(pitches.slice(split)));
  const fits = (hand: readonly number[]): boolean =>
    hand.length <= fingers && (hand.length === 0 || hand.at(-1)! - hand[0]! <= span);
  return all.flatMap((grip): readonly Finding[] => {
    const pitches = grip.map(({ midi }) => midi);
    if (isPlayable(pitches)) return [];
    const [lowest, highest] = [grip[0]!, grip.at(-1)!];
    const named = (note: PitchedNote): string =>
      inProse(spelledFrom(note.midi, context.index.atoms.get(note.id), undefined));
    const moved = [
      ...grip.map((note) => [note, 1] as const),
      ...grip.toReversed().map((note) => [note, -1] as const),
    ].find(
      ([note, octaves]) =>
        octaveText(note.id, octaves, context) !== undefined &&
        !pitches.includes(note.midi + 12 * octaves) &&
        isPlayable(
          grip.map((one) => (one === note ? one.midi + 12 * octaves : one.midi)).toSorted((a, b) => a - b),
        ),
    );
    return [
      {
        id: moved?.[0].id ?? lowest.id,
        cause: player.name,
        message: `No two hands can play this: ${grip.length} notes from ${named(lowest)} to ${named(highest)} on ${player.name}. A hand has ${fingers} fingers and reaches ${span} semitones. Move a note by an octave, or leave one out.`,
        ...(moved
          ? {
              fixes: [
                {
                  title: `Play ${named(moved[0])} an octave ${moved[1] > 0 ? 'higher' : 'lower'}`,
                  changes: [octaveChange(moved[0].id, moved[1], context)!],
                },
              ],
            }
          : {}),
      },
    ];
  });
};
