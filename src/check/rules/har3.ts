// HAR3: a bass that plays under a chord what the chord does not have.

import { readChord } from '../../music/chord.ts';
import { pitchClass } from '../../music/pitch.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { SourceId } from '../../song/origin.ts';
import { figures } from '../figures.ts';
import { heardIn } from '../heard.ts';
import { scaleIn } from '../keys-of.ts';
import { isPitched, type PitchedNote } from '../part-sums.ts';
import { bassesOf, endOf, startOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const har3: Rule = {
  id: 'HAR3',
  tier: 'timeline',
  severity: 'warning',
  title: 'A bass that contradicts the chord',
  why: `The bass decides what a chord is: under an A the notes of C major are an A minor seventh. Where the bass plays no note of the
chord above it at all, the two have read different charts. Put the chord right, write it with its bass (\`G/A\`), or move the
bass. Left alone are pedal points, where the bass holds one note under several chords, chords that last less than the time below,
and a bass that touches a note of the chord anywhere under it: walking basses do.`,
  examples: {
    fires: `song "Two Charts" { tempo 100bpm }
instrument soft = PolySynth(Synth) { }
instrument sub = MonoSynth { }
track pad { instrument: soft }
track bass { instrument: sub }
section verse 4 bars { pad: "Am | F | C | G", bass: "a1 | f1 | f1 | g1" }
arrange verse
`,
    silent: `song "One Chart" { tempo 100bpm }
instrument soft = PolySynth(Synth) { }
instrument sub = MonoSynth { }
track pad { instrument: soft }
track bass { instrument: sub }
section verse 4 bars { pad: "Am | F | C/F | G", bass: "a1 | f1 | f1 | g1" }
arrange verse
`,
  },
  check: (context) => {
    const chords = chordsIn(context);
    const shortest = context.figure(figures.chordBeats);
    return bassesOf(context).flatMap((bass) => {
      const line = bass.notes.filter(isPitched);
      return chords.flatMap((chord, place): readonly Finding[] => {
        if (chord.track === bass.name || chord.seconds < shortest) return [];
        const under = notesUnder(line, chord);
        const [first] = under;
        if (!first || under.some(({ midi }) => chord.classes.has(pitchClass(midi)))) return [];
        if (isPedal(first, chords, place, line)) return [];
        return [told(first, chord, bass, context)];
      });
    });
  },
};

interface SoundingChord {
  readonly id: SourceId;
  readonly symbol: string;
  readonly track: string;
  readonly classes: ReadonlySet<number>;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

const chordsIn = (context: CheckContext): readonly SoundingChord[] => {
  const { song, index } = context;
  return heardIn(context).chords.flatMap((notes, place) => {
    const found: SoundingChord[] = [];
    for (const note of notes) {
      const last = found.at(-1);
      const from = startOf(note);
      if (last?.id === note.id && last.from === from) {
        (last.classes as Set<number>).add(pitchClass(note.midi));
        continue;
      }
      const atom = index.atoms.get(note.id);
      if (atom?.kind !== 'chord') continue;
      found.push({
        id: note.id,
        symbol: atom.symbol,
        track: song.tracks[place]!.name.name,
        classes: new Set([pitchClass(note.midi)]),
        from,
        to: endOf(note),
        seconds: note.lengthSeconds,
      });
    }
    return found;
  });
};

const notesUnder = (line: readonly PitchedNote[], { from, to }: SoundingChord): readonly PitchedNote[] => {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(line[middle]!) < from - 1e-6) low = middle + 1;
    else high = middle;
  }
  const found: PitchedNote[] = [];
  for (let at = low; at < line.length && startOf(line[at]!) < to - 1e-6; at += 1) found.push(line[at]!);
  return found;
};

/** The bass has the same note under the chord before or after, where it belongs. */
const isPedal = (
  { midi }: PitchedNote,
  chords: readonly SoundingChord[],
  place: number,
  line: readonly PitchedNote[],
): boolean =>
  [chords[place - 1], chords[place + 1]].some(
    (other) =>
      other !== undefined &&
      other.track === chords[place]!.track &&
      other.classes.has(pitchClass(midi)) &&
      notesUnder(line, other).some((note) => note.midi === midi) &&
      notesUnder(line, chords[place]!).every((note) => note.midi === midi),
  ) && isHeldOver(chords, place, line);

/** Three chords or more over one note are a pedal point; over two, the second is a slip as often as not. */
const isHeldOver = (
  chords: readonly SoundingChord[],
  place: number,
  line: readonly PitchedNote[],
): boolean => {
  const pitchUnder = (chord: SoundingChord | undefined): number | undefined => {
    const notes = chord ? notesUnder(line, chord) : [];
    return notes.length > 0 && notes.every(({ midi }) => midi === notes[0]!.midi)
      ? notes[0]!.midi
      : undefined;
  };
  const own = pitchUnder(chords[place]);
  let held = 1;
  for (let at = place - 1; at >= 0 && pitchUnder(chords[at]) === own; at -= 1) held += 1;
  for (let at = place + 1; at < chords.length && pitchUnder(chords[at]) === own; at += 1) held += 1;
  return held >= 3;
};

const told = (
  first: PitchedNote,
  chord: SoundingChord,
  bass: TrackPlayer,
  context: CheckContext,
): Finding => {
  const scale = scaleIn(context.timeline, Math.floor(chord.from));
  const note = inProse(spelledFrom(first.midi, context.index.atoms.get(first.id), scale));
  const root = note.replace(/-?\d+$/, '');
  const reading = readChord(chord.symbol);
  const plain = chord.symbol.split('/')[0]!;
  const withBass = `${plain}/${root}`;
  const isWritten = reading.ok && readChord(withBass).ok;
  return {
    id: first.id,
    also: [chord.id],
    cause: `${bass.name} ${chord.symbol}`,
    message: `${bass.name} plays ${note} under ${chord.symbol} (bar ${Math.floor(chord.from) + 1}), and no note of that chord. Write the chord as ${withBass} if that is meant, or move the bass.`,
    ...(isWritten
      ? {
          fixes: [
            {
              title: `Write it as ${withBass}`,
              changes: [{ do: 'replace' as const, id: chord.id, text: withBass }],
            },
          ],
        }
      : {}),
  };
};
