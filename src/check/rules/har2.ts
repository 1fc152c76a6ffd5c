// HAR2: two tracks that hold notes a semitone apart.

import { pitchClass } from '../../music/pitch.ts';
import { inKey } from '../../music/scale.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { Fix } from '../../song/problem.ts';
import { chordTonesByBar } from '../chord-tones.ts';
import { figures } from '../figures.ts';
import { scaleIn } from '../keys-of.ts';
import { isPitched } from '../part-sums.ts';
import { startOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { eachPair, type Sustained, sustained } from '../sustained.ts';

export const har2: Rule = {
  id: 'HAR2',
  tier: 'timeline',
  severity: 'warning',
  title: 'A sustained semitone clash between tracks',
  why: `Two parts that hold notes a semitone apart, or a semitone and an octave, beat against each other: the ear hears a
mistake before it hears a chord. In passing the same two notes are spice, so only what sounds together for at least the time
below is told of. Left alone is whatever the music explains: both notes belong to the chord symbols of their bar (the
seventh and the root of \`Cmaj7\`), a suspension that resolves by step, drums, and sounds that have died away by themselves.`,
  examples: {
    fires: `song "Beating" { tempo 90bpm }
instrument soft = Synth { envelope.sustain: 80% }
track low { instrument: soft }
track high { instrument: soft }
section verse 2 bars { low: "e4 | a3", high: "f4 | c5" }
arrange verse
`,
    silent: `song "Resolved" { tempo 90bpm }
instrument soft = Synth { envelope.sustain: 80% }
track low { instrument: soft }
track high { instrument: soft }
section verse 2 bars { low: "e4 | a3", high: "f4 g4 | c5" }
arrange verse
`,
  },
  check: (context) => {
    const longest = context.figure(figures.clash);
    const tones = chordTonesByBar(context);
    const found: Finding[] = [];
    const all = sustained(context, longest);
    eachPair(all, longest, (one, other) => {
      if (one.player === other.player) return;
      const interval = Math.abs(one.note.midi - other.note.midi);
      if (interval !== 1 && interval !== 13) return;
      const bar = Math.floor(other.from);
      const chord = tones.get(bar);
      const inChord = ({ note }: Sustained): boolean => chord?.has(pitchClass(note.midi)) === true;
      if ((inChord(one) && inChord(other)) || resolves(one) || resolves(other)) return;
      // The one that the chord or the key does not explain is the one to move.
      const isOdd = ({ note }: Sustained): boolean => !inKeyOf(note.midi, bar, context);
      const [moving, staying] =
        (inChord(other) && !inChord(one)) || (isOdd(one) && !isOdd(other)) ? [one, other] : [other, one];
      found.push(told(moving, staying, all, context));
    });
    return found;
  },
};

const inKeyOf = (midi: number, bar: number, context: CheckContext): boolean => {
  const scale = scaleIn(context.timeline, bar);
  return !scale || inKey(midi, scale);
};

/** Goes on by a step as soon as it ends. */
const resolves = ({ note, player, to }: Sustained): boolean => {
  const next = player.notes.find(
    (other) => isPitched(other) && startOf(other) >= to - 1e-6 && startOf(other) <= to + 1 / 8,
  );
  if (!next || next.midi === undefined) return false;
  const step = Math.abs(next.midi - note.midi);
  return step >= 1 && step <= 2;
};

const told = (
  moving: Sustained,
  staying: Sustained,
  all: readonly Sustained[],
  context: CheckContext,
): Finding => {
  const seconds =
    Math.min(moving.toSeconds, staying.toSeconds) -
    Math.max(moving.note.startSeconds, staying.note.startSeconds);
  const named = ({ note }: Sustained): string =>
    inProse(
      spelledFrom(
        note.midi,
        context.index.atoms.get(note.id),
        scaleIn(context.timeline, Math.floor(startOf(note))),
      ),
    );
  const fixes = moved(moving, all, context);
  return {
    id: moving.note.id,
    also: [staying.note.id],
    cause: `${moving.player.name} ${staying.player.name} ${pitchClass(moving.note.midi)}`,
    message: `${named(moving)} on ${moving.player.name} and ${named(staying)} on ${staying.player.name} are held a semitone apart for ${seconds.toFixed(1)} s (bar ${Math.floor(Math.max(moving.from, staying.from)) + 1}). Move one of them, or keep it shorter.`,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

/** The nearest pitch that is in key and clashes with nothing that is held with the note, wherever it sounds. */
const moved = (moving: Sustained, all: readonly Sustained[], context: CheckContext): readonly Fix[] => {
  const atom = context.index.atoms.get(moving.note.id);
  if (atom?.kind !== 'note') return [];
  const scale = scaleIn(context.timeline, Math.floor(moving.from));
  const places = all.filter(({ note }) => note.id === moving.note.id);
  const around = places.flatMap((place) =>
    all.filter((other) => other.player !== place.player && other.from < place.to && place.from < other.to),
  );
  const step = [1, -1, 2, -2, 3, -3].find((by) => {
    const midi = moving.note.midi + by;
    return (
      (!scale || inKey(midi, scale)) &&
      around.every(({ note }) => ![1, 13, 6].includes(Math.abs(note.midi - midi)))
    );
  });
  if (step === undefined) return [];
  const text = spelledFrom(atom.midi + step, atom, scale);
  return [{ title: `Change it to ${text}`, changes: [{ do: 'replace', id: moving.note.id, text }] }];
};
