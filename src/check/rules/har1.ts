// HAR1: a note out of key that nothing in the music explains.

import { meterAt } from '../../music/meter.ts';
import { pitchClass, readNote } from '../../music/pitch.ts';
import { floor, toNumber } from '../../music/rational.ts';
import { inKey, type KeyScale, nearestDegree, scaleOf, spelledIn } from '../../music/scale.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Key } from '../../song/place.ts';
import type { Fix } from '../../song/problem.ts';
import { keyAt } from '../../timeline/keys.ts';
import type { Note } from '../../timeline/timeline.ts';
import { type ChordTones, chordTonesByBar } from '../chord-tones.ts';
import { passingNote } from '../figures.ts';
import { type Contradiction, contradiction } from '../key-fit.ts';
import { type ScaleAt, scalesOf } from '../keys-of.ts';
import type { PitchedNote } from '../part-sums.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { type Sounding, soundings, type Wanted } from '../sounding.ts';

export const har1: Rule = {
  id: 'HAR1',
  tier: 'timeline',
  severity: 'warning',
  title: 'A note out of key that nothing explains',
  why: `A single note outside the key sticks out of everything around it: sometimes that is the hook, more often it
is a slip of a semitone that is heard at once and hard to find by eye. Good music is full of notes outside its
key, so this check keeps quiet wherever the music itself says why the note is there:

- songs without a \`key\`, drum hits, and drums played by pitch (a tuned kick is a colour, not a melody);
- chord symbols: who writes \`E7\` in A minor means its g#; and every note of whatever track that belongs to a
  chord sounding in the same bar, as long as at least half of what the chords play is in the key;
- in minor keys the raised seventh (g# in A minor), and the raised sixth next to it in the line (f# g#);
- an approach: the last beat of a bar that leads by a semitone into the next, as walking basses do; and the sixth of a
  minor tonic that is played as a chord (c eb g a);
- a passing or neighbour note: at most a beat long, reached and left by a step of one or two semitones, from
  and to notes of the key or of the chord.

Where most of the chords are outside the key (or, without chords, most of the notes), it is the key that is
wrong: then that is said once, on the key, with the key that the music fits.

What is left is worth a look. Take the nearest note of the key, or mark the line:
\`// codetta-ignore HAR1: the blue note of the hook\`.`,
  examples: {
    fires: `song "Out of key" { key A minor }
instrument lead = Synth { }
track lead { instrument: lead }
section verse 4 bars { lead: "a4 c#5 e5 c5" }
arrange verse
`,
    silent: `song "Explained" { key A minor }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft }
track pad { instrument: soft }
section verse 2 bars { lead: "a4 g#4 b4 c5 | c5 c#5 d5 e5", pad: "E7 | Am" }
arrange verse
`,
  },
  check: (context) => {
    const scaleAt = scalesOf(context.timeline);
    const wrongKeys = contradictedKeys(context);
    const chords = chordTonesByBar(context);
    // Of a key that is wrong, its notes say nothing more.
    const judgedBy: ScaleAt =
      wrongKeys.size === 0
        ? scaleAt
        : (bar) => (wrongKeys.has(keyAt(context.timeline.keys, bar)?.id) ? undefined : scaleAt(bar));
    return [
      ...[...wrongKeys.values()],
      ...soundings(context, ({ type }) => outOfKey(type?.drum ? () => undefined : judgedBy))
        .filter(({ id, type }) => context.index.atoms.kindOf(id) === 'note' && !type?.drum)
        .flatMap((sounding) => judged(sounding, judgedBy, chords, context)),
    ];
  },
};

/** A note of its key needs no explanation. */
const outOfKey = (scaleAt: ScaleAt): Wanted => ({
  note: ({ midi, start }) => {
    const scale = scaleAt(floor(start));
    return scale !== undefined && !inKey(midi, scale);
  },
  noneIn: ({ classes, firstBar, lastBar }) => {
    const scale = scaleAt(firstBar);
    // Where the key changes within the part, its notes are looked at one by one.
    for (let bar = firstBar + 1; bar <= lastBar; bar++) if (scaleAt(bar) !== scale) return false;
    return !scale || scale.degrees.reduce((rest, degree) => rest & ~(1 << degree), classes) === 0;
  },
});

/** The keys that the music under them contradicts, each with what to say of it, by the key's id. */
const contradictedKeys = (context: CheckContext): ReadonlyMap<SourceId | undefined, Finding> => {
  const { keys } = context.timeline;
  const found = new Map<SourceId | undefined, Finding>();
  for (const key of new Map(keys.map((point) => [point.key.id, point.key])).values()) {
    const scale = scaleOf(key);
    const contradicted = scale && contradiction(underKey(context, key), scale);
    if (contradicted) found.set(key.id, wrong(contradicted, scale, key.id));
  }
  return found;
};

/** The song as far as it is in a key. */
const underKey = (context: CheckContext, key: Key): CheckContext => {
  const { timeline } = context;
  if (timeline.keys.length === 1 && timeline.keys[0]!.bar === 0) return context;
  const isUnder = ({ start }: Note): boolean => keyAt(timeline.keys, floor(start))?.id === key.id;
  const tracks = timeline.tracks.map((track) => ({
    ...track,
    notes: track.notes.filter(isUnder),
    parts: track.parts.map((part) => (part.every(isUnder) ? part : part.filter(isUnder))),
  }));
  return { ...context, timeline: { ...timeline, tracks } };
};

const wrong = ({ by, share, better }: Contradiction, scale: KeyScale, id: SourceId): Finding => {
  const fact = `Only ${Math.round(share * 100)}% of what the ${by} play is in ${scale.name}`;
  if (!better) {
    return { id, message: `${fact}, and no other key fits most of it. Leave the key out, or mark the line.` };
  }
  const name = `${better.tonic} ${better.mode}`;
  return {
    id,
    message: `${fact}; ${name} fits better. Change the key, or mark the line if it is meant.`,
    fixes: [{ title: `Change the key to ${name}`, changes: [{ do: 'replace', id, text: name }] }],
  };
};

const judged = (
  sounding: Sounding,
  scaleAt: ScaleAt,
  chords: ChordTones,
  context: CheckContext,
): readonly Finding[] => {
  // Where a token is explained one time and not another, it is the same decision: only what is never
  // explained is told of.
  const suspicious = sounding.notes.every((note) => !isExplained(note, sounding, scaleAt, chords, context));
  if (!suspicious) return [];
  const note = sounding.notes[0]!;
  // Without a key the note would have been explained.
  const scale = scaleAt(floor(note.start))!;
  const written = spelledFrom(note.midi, context.index.atoms.get(sounding.id), scale);
  return [
    {
      id: sounding.id,
      cause: `${sounding.track.name.name} ${pitchClass(note.midi)} ${scale.name}`,
      message: `${inProse(written)} is not in ${scale.name}, nor in a chord of its bar (bar ${floor(note.start) + 1}, ${sounding.track.name.name}). Take ${inProse(
        spelledIn(nearestDegree(note.midi, scale), scale),
      )}, or mark the line if it is meant.`,
      fixes: nearestDegrees(note, scale, sounding, context),
    },
  ];
};

const isExplained = (
  note: PitchedNote,
  { line }: Sounding,
  scaleAt: ScaleAt,
  chords: ChordTones,
  context: CheckContext,
): boolean => {
  const bar = floor(note.start);
  const scale = scaleAt(bar);
  if (!scale) return true;
  const belongs = ({ midi, start }: PitchedNote): boolean => {
    const its = scaleAt(floor(start));
    return !its || inKey(midi, its) || (chords.get(floor(start))?.has(pitchClass(midi)) ?? false);
  };
  if (belongs(note)) return true;
  const { before, after } = neighbours(line, note);
  if (isRaisedInMinor(note, [...before, ...after], scale) || isTonicSixth(note, line, scale)) return true;
  const isStep = (other: PitchedNote): boolean =>
    Math.abs(other.midi - note.midi) <= passingNote.largestStepSemitones && belongs(other);
  const longestBars = passingNote.longestBeats / meterAt(context.timeline.meters, bar).beats;
  if (toNumber(note.length) > longestBars + 1e-9) return false;
  const leadsIn = (other: PitchedNote): boolean =>
    other.start.d === 1 && Math.abs(other.midi - note.midi) === 1 && belongs(other);
  return after.some(leadsIn) || (before.some(isStep) && after.some(isStep));
};

interface Neighbours {
  readonly before: readonly PitchedNote[];
  readonly after: readonly PitchedNote[];
}

/** The notes that start last before a note and first after it, on its track: within a bar of it. */
const neighbours = (line: readonly PitchedNote[], note: PitchedNote): Neighbours => {
  const at = toNumber(note.start);
  const startOf = (place: number): number => toNumber(line[place]!.start);
  let [first, end] = [0, line.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (startOf(middle) < at) first = middle + 1;
    else end = middle;
  }
  let [last, next] = [first - 1, first];
  while (next < line.length && startOf(next) <= at) next++;
  const before: PitchedNote[] = [];
  const after: PitchedNote[] = [];
  const lastStart = last >= 0 ? startOf(last) : Number.NEGATIVE_INFINITY;
  const nextStart = next < line.length ? startOf(next) : Number.POSITIVE_INFINITY;
  if (at - lastStart <= passingNote.farthestNeighbourBars)
    for (; last >= 0 && startOf(last) === lastStart; last--) before.push(line[last]!);
  if (nextStart - at <= passingNote.farthestNeighbourBars)
    for (; next < line.length && startOf(next) === nextStart; next++) after.push(line[next]!);
  return { before, after };
};

// Major second, minor third and fifth make a minor key, whatever its name: there the seventh degree
// leads to the tonic when raised, and the sixth follows it.
const isRaisedInMinor = (note: PitchedNote, around: readonly PitchedNote[], scale: KeyScale): boolean => {
  const above = (midi: number): number => (pitchClass(midi) - scale.tonic + 12) % 12;
  const degrees = new Set(scale.degrees.map(above));
  if (![2, 3, 7].every((interval) => degrees.has(interval))) return false;
  return above(note.midi) === 11 || (above(note.midi) === 9 && around.some(({ midi }) => above(midi) === 11));
};

/** The sixth over a minor tonic, sounding with its root and its third. */
const isTonicSixth = (note: PitchedNote, line: readonly PitchedNote[], scale: KeyScale): boolean => {
  const above = (midi: number): number => (pitchClass(midi) - scale.tonic + 12) % 12;
  if (above(note.midi) !== 9) return false;
  const together = line.filter(({ startSeconds }) => startSeconds === note.startSeconds);
  return [0, 3].every((interval) => together.some(({ midi }) => above(midi) === interval));
};

/** The written note moved to the nearest note of the key; both neighbours where they are as near. */
const nearestDegrees = (
  note: PitchedNote,
  scale: KeyScale,
  { id }: Sounding,
  { index }: CheckContext,
): readonly Fix[] => {
  const atom = index.atoms.get(id);
  if (atom?.kind !== 'note') return [];
  const lower = nearestDegree(note.midi, scale);
  const mirrored = 2 * Math.round(note.midi) - lower;
  const targets = mirrored !== lower && inKey(mirrored, scale) ? [lower, mirrored] : [lower];
  return targets.map((target) => {
    // What sounds may have been transposed since it was written: move what is written by the same step.
    const text = spelledIn((readNote(atom.name)?.midi ?? atom.midi) + target - Math.round(note.midi), scale);
    return { title: `Change to ${text}`, changes: [{ do: 'replace', id, text }] };
  });
};
