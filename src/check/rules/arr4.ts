// ARR4: a border between two sections at which nothing changes.

import { meterAt } from '../../music/meter.ts';
import { keyAt } from '../../timeline/keys.ts';
import type { Note, PlacedSection } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import { playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const arr4: Rule = {
  id: 'ARR4',
  tier: 'timeline',
  severity: 'information',
  title: 'A section border where nothing changes',
  why: `A new section has a new name because something new begins. Where the bars after the border are, note for note and
on every track, the bars before it, nobody hears that it has come: no fill leads into it, no part drops out, none comes
in. A fill in the last bar, another key or tempo, a curve that begins or ends there: each of them is enough. Sections shorter than the bars below are a pickup or a turn, and are left alone.`,
  examples: {
    fires: `song "Seamless" { tempo 112bpm }
instrument kick = MembraneSynth { }
instrument soft = Synth { }
track drum { instrument: kick }
track lead { instrument: soft }
section verse 4 bars { drum: "bd*4", lead: "a4 c5 e5 c5" }
section chorus 8 bars { drum: "bd*4", lead: "a4 c5 e5 c5" }
arrange verse chorus
`,
    silent: `song "With a Fill" { tempo 112bpm }
instrument kick = MembraneSynth { }
instrument soft = Synth { }
track drum { instrument: kick }
track lead { instrument: soft }
section verse 4 bars { drum: "bd*4".fill(4, "sd*8", 1/2), lead: "a4 c5 e5 c5" }
section chorus 8 bars { drum: "bd*4", lead: "a4 c5 e5 c5" }
arrange verse chorus
`,
  },
  check: (context) =>
    context.timeline.sections.slice(1).flatMap((after, place): readonly Finding[] => {
      const before = context.timeline.sections[place]!;
      if (before.section === after.section || changes(before, after, context)) return [];
      const fixes = fill(before, context);
      return [
        {
          id: after.id,
          message: `Nothing changes where ${after.name} begins (bar ${after.bar + 1}): it goes on, note for note, as ${before.name} ended. Lead into it with a fill, drop a part before it, or bring one in.`,
          ...(fixes.length > 0 ? { fixes } : {}),
        },
      ];
    }),
};

const changes = (before: PlacedSection, after: PlacedSection, context: CheckContext): boolean => {
  const { timeline, figure } = context;
  const bars = figure(figures.sameBars);
  if (Math.min(before.bars, after.bars) < bars) return true;
  const border = after.bar;
  if (
    keyAt(timeline.keys, border - 1) !== keyAt(timeline.keys, border) ||
    meterAt(timeline.meters, border - 1) !== meterAt(timeline.meters, border)
  )
    return true;
  const at = after.startSeconds;
  const isTempoSteady =
    Math.abs(timeline.barSeconds[border + bars]! - at - (at - timeline.barSeconds[border - bars]!)) < 1e-6;
  if (!isTempoSteady) return true;
  const nearBorder = (seconds: number): boolean => Math.abs(seconds - at) < 1e-6;
  const curves = timeline.lanes.some(({ spans }) =>
    spans.some(
      ({ startSeconds, endSeconds, points }) =>
        nearBorder(startSeconds) ||
        nearBorder(endSeconds) ||
        points.some(({ seconds }) => nearBorder(seconds)),
    ),
  );
  if (curves) return true;
  const all = playersOf(context);
  const isSame = all.every((player) => sameAround(player, border, bars));
  // Silence on both sides is for ARR5.
  const isHeard = all.some(({ notes }) => notesIn(notes, border, border + bars).length > 0);
  return !isSame || !isHeard;
};

const sameAround = ({ notes }: TrackPlayer, border: number, bars: number): boolean => {
  const left = notesIn(notes, border - bars, border);
  const right = notesIn(notes, border, border + bars);
  return (
    left.length === right.length &&
    left.every((note, place) => {
      const other = right[place]!;
      return (
        note.midi === other.midi &&
        note.hit === other.hit &&
        Math.abs(note.velocity - other.velocity) < 1e-9 &&
        note.start.d === other.start.d &&
        note.start.n + bars * note.start.d === other.start.n
      );
    })
  );
};

const notesIn = (notes: readonly Note[], from: number, to: number): readonly Note[] =>
  notes.slice(firstFrom(notes, from), firstFrom(notes, to));

const firstFrom = (notes: readonly Note[], bar: number): number => {
  let [low, high] = [0, notes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { n, d } = notes[middle]!.start;
    if (n < bar * d) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A roll at the end of the drums before the border. */
const fill = (before: PlacedSection, context: CheckContext): Finding['fixes'] & object => {
  const { song } = context;
  const drums = new Set(
    playersOf(context)
      .filter(({ isDrum, notes }) => isDrum && notes.length > 0)
      .map(({ name }) => name),
  );
  const part = song.sections[before.section]!.parts.find(
    ({ track, expression, at }) => drums.has(track.name) && expression.kind !== 'silence' && !at,
  );
  if (!part) return [];
  return [
    {
      title: `Lead out of ${before.name} with a fill on ${part.track.name}`,
      changes: [
        {
          do: 'transform',
          id: part.expression.id,
          transform: 'fill',
          arguments: [String(before.bars), '"sd*8"', '1/2'],
        },
      ],
    },
  ];
};
