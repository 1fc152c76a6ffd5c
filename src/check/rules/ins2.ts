// INS2: a line for breath without a place to breathe.

import type { Change } from '../../song/problem.ts';
import { figures } from '../figures.ts';
import { isPitched, type PitchedNote } from '../part-sums.ts';
import { barOf, endSecondsOf, isCalled, placementAt, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const ins2: Rule = {
  id: 'INS2',
  tier: 'timeline',
  severity: 'warning',
  title: 'A wind or voice line without a breath',
  why: `Whoever plays or sings this needs air, and takes it where you leave room, or where you do not. A line that never
stops also sounds like a machine when a machine plays it: phrases are made by the gaps. Leave a short rest where a
phrase ends. Looked at are tracks where they have lyrics, and those whose track, instrument or samples are called by a wind
instrument's name (flute, oboe, clarinet, sax, trumpet, horn, trombone, tuba and their families). Choirs breathe in turns and are left
alone; a gap as short as below is a breath.`,
  examples: {
    fires: `song "Out of Breath" { tempo 90bpm }
instrument flute = Synth { }
track flute { instrument: flute }
section verse 4 bars { flute: "a4 c5 e5 c5 | f4 a4 c5 a4 | g4 b4 d5 b4 | e4 g4 b4 ~" }
arrange verse
`,
    silent: `song "Phrases" { tempo 90bpm }
instrument flute = Synth { }
track flute { instrument: flute }
section verse 4 bars { flute: "a4 c5 e5 c5 | f4 a4 c5 ~ | g4 b4 d5 b4 | e4 g4 b4 ~" }
arrange verse
`,
  },
  check: (context) =>
    playersOf(context)
      .filter((player) => !player.isDrum && !isCalled(player, /choir/i))
      .flatMap((player) => breathless(player, context)),
};

const winds =
  /flute|piccolo|oboe|cor ?anglais|clarinet|bassoon|sax|trumpet|cornet|flugel|french ?horn|\bhorn|trombone|tuba|euphonium|recorder|ocarina|shakuhachi|whistle|harmonica/i;

type Line = readonly PitchedNote[];

const breathless = (player: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const [longest, breath] = [context.figure(figures.breath), context.figure(figures.breathGap)];
  const notes = isCalled(player, winds) ? player.notes.filter(isPitched) : sungBy(player, context);
  return linesOf(notes, breath).flatMap((line): readonly Finding[] => {
    const seconds = Math.max(...line.map(endSecondsOf)) - line[0]!.startSeconds;
    if (seconds <= longest + 1e-6) return [];
    const last = lastBefore(line, longest);
    const changes = rests(line, longest, context);
    const from = Math.floor(line[0]!.start.n / line[0]!.start.d) + 1;
    return [
      {
        id: last.id,
        cause: player.name,
        message: `${player.name} goes on for ${seconds.toFixed(1)} s from bar ${from} without a breath; ${longest} s are as long as most can. Leave a rest by here.`,
        ...(changes.length > 0 ? { fixes: [{ title: 'Breathe here', changes }] } : {}),
      },
    ];
  });
};

/** What a track plays where it has lyrics. */
const sungBy = ({ name, notes }: TrackPlayer, { song, timeline }: CheckContext): Line => {
  const sections = new Set(
    song.lyrics.flatMap(({ track, section }) => (track.name === name ? [section.name] : [])),
  );
  if (sections.size === 0) return [];
  return notes
    .filter(isPitched)
    .filter((note) => sections.has(placementAt(timeline, barOf(note))?.name ?? ''));
};

/** What is played without a gap. */
const linesOf = (notes: Line, gap: number): readonly Line[] => {
  const lines: PitchedNote[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const note of notes) {
    if (note.startSeconds < end + gap) lines.at(-1)!.push(note);
    else lines.push([note]);
    end = Math.max(end, endSecondsOf(note));
  }
  return lines;
};

/** The last note that ends before the breath is out, counted from the first. */
const lastBefore = (line: Line, seconds: number, from = line[0]!.startSeconds): PitchedNote =>
  line.findLast((note) => endSecondsOf(note) <= from + seconds) ?? line[0]!;

/** The last part of a note becomes a rest, as often as the line needs it. */
const rests = (line: Line, longest: number, { index }: CheckContext): readonly Change[] => {
  const changes = new Map<number, Change>();
  const end = endSecondsOf(line.at(-1)!);
  let from = line[0]!.startSeconds;
  while (end - from > longest) {
    const note = lastBefore(line, longest, from);
    const atom = index.atoms.get(note.id);
    if (atom?.kind !== 'note' || endSecondsOf(note) <= from) return [];
    const text = note.lengthSeconds >= 0.4 ? `[${atom.name}@3 ~]` : `[${atom.name} ~]`;
    changes.set(note.id, { do: 'replace', id: note.id, text });
    from = endSecondsOf(note);
  }
  return [...changes.values()];
};
