// MEL1: a sung line that leaps or lies where a singer cannot follow.

import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { Fix } from '../../song/problem.ts';
import { figures, voiceRanges } from '../figures.ts';
import { octaveChange, octaveText } from '../octaves.ts';
import { isPitched, type PitchedNote } from '../part-sums.ts';
import { endSecondsOf, playersOf, startOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const mel1: Rule = {
  id: 'MEL1',
  tier: 'timeline',
  severity: 'information',
  title: "A sung leap over an octave, or a line out of the singer's range",
  why: `A singer hears the next note before singing it, and beyond an octave few do: such a leap is most often a slip of an octave in
the text. And a line that lies too high for one voice and too low for the other is sung by nobody: told of is one that is outside of
every voice's comfortable range for more than the share of its time below. Looked at are tracks with lyrics. After a rest
as long as below, a leap is a new beginning.`,
  examples: {
    fires: `song "Leap" { tempo 90bpm }
instrument voice = Synth { }
track vox { instrument: voice }
section verse 2 bars { vox: "a4 c5 e6 d5 | c5 b4 a4 ~" }
arrange verse
lyrics vox in verse "Ci- ty lights go | by to- night"
`,
    silent: `song "Step" { tempo 90bpm }
instrument voice = Synth { }
track vox { instrument: voice }
section verse 2 bars { vox: "a4 c5 e5 d5 | c5 b4 a4 ~" }
arrange verse
lyrics vox in verse "Ci- ty lights go | by to- night"
`,
  },
  check: (context) => {
    const sung = new Set(context.song.lyrics.map(({ track }) => track.name));
    return playersOf(context)
      .filter(({ name }) => sung.has(name))
      .flatMap((player) => [...leaps(player, context), ...tessitura(player, context)]);
  },
};

const leaps = (player: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const line = player.notes.filter(isPitched);
  const [widest, pause] = [context.figure(figures.sungLeap), context.figure(figures.sungPause)];
  return line.flatMap((note, place): readonly Finding[] => {
    const before = line[place - 1];
    if (!before || note.startSeconds - endSecondsOf(before) >= pause) return [];
    const leap = note.midi - before.midi;
    if (Math.abs(leap) <= widest) return [];
    const after = line[place + 1];
    // Back from a note that was told of is the same slip.
    const earlier = line[place - 2];
    if (
      earlier &&
      Math.abs(before.midi - earlier.midi) > widest &&
      Math.abs(note.midi - earlier.midi) <= widest
    )
      return [];
    const named = (one: PitchedNote): string =>
      inProse(spelledFrom(one.midi, context.index.atoms.get(one.id), undefined));
    const fixes = closer(note, [before, after], context);
    return [
      {
        id: note.id,
        also: [before.id],
        cause: player.name,
        message: `${player.name} leaps ${Math.round(Math.abs(leap))} semitones, from ${named(before)} to ${named(note)} (bar ${Math.floor(startOf(note)) + 1}): more than an octave is hard to sing. Move it by an octave.`,
        ...(fixes.length > 0 ? { fixes } : {}),
      },
    ];
  });
};

/** The octave in which a note is nearest to its neighbours. */
const closer = (
  note: PitchedNote,
  around: readonly (PitchedNote | undefined)[],
  context: CheckContext,
): readonly Fix[] => {
  const neighbours = around.flatMap((one) => one ?? []);
  const distance = (octaves: number): number =>
    Math.max(...neighbours.map(({ midi }) => Math.abs(midi - note.midi - 12 * octaves)));
  const [octaves] = [1, -1, 2, -2].toSorted((left, right) => distance(left) - distance(right));
  const text = octaveText(note.id, octaves!, context);
  const change = octaveChange(note.id, octaves!, context);
  return change && distance(octaves!) <= 12 ? [{ title: `Sing ${text} instead`, changes: [change] }] : [];
};

const tessitura = (player: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const line = player.notes.filter(isPitched);
  const whole = line.reduce((sum, { lengthSeconds }) => sum + lengthSeconds, 0);
  const outside = (low: number, high: number): number =>
    line.reduce((sum, { midi, lengthSeconds }) => sum + (midi < low || midi > high ? lengthSeconds : 0), 0) /
    whole;
  const shares = voiceRanges.map(({ name, low, high }) => ({ name, share: outside(low, high) }));
  const [best] = shares.toSorted((left, right) => left.share - right.share);
  if (whole === 0 || !best || best.share <= context.figure(figures.strained)) return [];
  return [
    {
      id: player.track.name.id,
      message: `No voice sings all of ${player.name} in comfort: ${best.name} comes nearest, and ${Math.round(best.share * 100)}% of it lies outside of where a ${best.name} is at home. Transpose it, or share it between two voices.`,
    },
  ];
};
