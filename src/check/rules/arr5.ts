// ARR5: a bar in which nobody plays, and nobody said so.

import type { Fix } from '../../song/problem.ts';
import type { PlacedSection } from '../../timeline/timeline.ts';
import { numberOf } from '../parameters.ts';
import { barOf, endOf, perPart, placementAt, playersOf, startOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const arr5: Rule = {
  id: 'ARR5',
  tier: 'timeline',
  severity: 'warning',
  title: 'A silent bar that nobody planned',
  why: `A stop is the strongest effect there is, and a hole is the weakest: what tells them apart is whether it was meant.
Most holes are a part that begins later than the bar above it, or a pattern padded with rests on every track. Say that it
is meant (\`kick: silence\` in the section, or a mark), or fill it. A break in the last bar of a section, before the next
one comes in, is what breaks are for, and is left alone; so is a part that plays alone, where a rest is melody; so are the bars before the first note and after the last, and
whatever rings on through an instrument's release. A section that plays recordings is left alone too.`,
  examples: {
    fires: `song "A Hole" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft }
track pad { instrument: soft }
track bell { instrument: soft }
section intro 2 bars { bell: "a5", lead: "c5" }
section verse 4 bars { lead: "a4 c5 e5 c5 | ~ | f4 a4 c5 a4 | e4", pad: "a3 | ~ | f3 | c4" }
arrange intro verse
`,
    silent: `song "A Break" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft }
track pad { instrument: soft }
section verse 4 bars { lead: "a4 c5 e5 c5 | f4 a4 c5 a4 | e4 | ~", pad: silence }
section outro 2 bars { pad: "a3", lead: "c5" }
arrange verse outro
`,
  },
  check: (context) => {
    const { timeline } = context;
    const heard = heardBars(context);
    const first = heard.indexOf(1);
    const last = heard.lastIndexOf(1);
    const findings: Finding[] = [];
    for (let bar = first + 1; first >= 0 && bar < last; bar += 1) {
      if (heard[bar] === 1) continue;
      const place = placementAt(timeline, bar);
      let end = bar;
      while (heard[end + 1] === 0 && place && end + 1 < place.bar + place.bars) end += 1;
      if (place && !isPlanned(place, bar, end, context)) findings.push(hole(place, bar, end, context));
      bar = end;
    }
    return findings;
  },
};

/** 1 for each bar in which something sounds. */
const heardBars = (context: CheckContext): Uint8Array => {
  const heard = new Uint8Array(context.timeline.bars);
  for (const { parts, instrument } of playersOf(context)) {
    const release = numberOf(instrument, 'envelope.release') ?? 0;
    for (const part of parts)
      for (const [from, to] of stretches(part, release)) heard.fill(1, Math.max(0, from), to);
  }
  return heard;
};

/** Bars from and to that a part sounds in, with its releases. */
const stretches = perPart((part, release): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (const note of part) {
    const barSeconds = note.length.n > 0 ? (note.lengthSeconds * note.length.d) / note.length.n : 1;
    // A bar through half of which a release rings is heard.
    const rings = endOf(note) + release / Math.max(barSeconds, 1e-3);
    const to = Math.max(Math.ceil(endOf(note) - 1e-9), Math.floor(rings + 0.5));
    const last = found.at(-1);
    if (last && barOf(note) <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([Math.floor(startOf(note)), to]);
  }
  return found;
});

const isPlanned = (place: PlacedSection, bar: number, end: number, { song }: CheckContext): boolean => {
  const isBreak = bar === end && end === place.bar + place.bars - 1;
  const { parts } = song.sections[place.section]!;
  const recordings = new Set([...song.takes, ...song.samples].map(({ name }) => name.name));
  return (
    isBreak ||
    new Set(parts.map(({ track }) => track.name)).size < 2 ||
    parts.some(
      ({ expression }) =>
        expression.kind === 'silence' || (expression.kind === 'name' && recordings.has(expression.name.name)),
    )
  );
};

const hole = (place: PlacedSection, bar: number, end: number, context: CheckContext): Finding => {
  const section = context.song.sections[place.section]!;
  const bars = bar === end ? `bar ${bar + 1}` : `bars ${bar + 1} to ${end + 1}`;
  const within =
    bar === end ? `bar ${bar - place.bar + 1}` : `bars ${bar - place.bar + 1} to ${end - place.bar + 1}`;
  const fixes = planned(place, context);
  return {
    id: section.name.id,
    message: `Nobody plays in ${within} of ${place.name} (${bars} of the song). Fill it, or say that it is meant: \`${context.song.tracks[0]?.name.name ?? 'kick'}: silence\`.`,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

/** A track that has nothing to do in the section says that it is silent there. */
const planned = ({ section: at }: PlacedSection, { song }: CheckContext): readonly Fix[] => {
  const section = song.sections[at]!;
  const playing = new Set(section.parts.map(({ track }) => track.name));
  const idle = song.tracks.find(({ name }) => !playing.has(name.name));
  const [first] = section.parts;
  if (!idle || !first || section.like) return [];
  return [
    {
      title: `Say that the rest is meant: ${idle.name.name}: silence`,
      changes: [{ do: 'insert', id: first.id, text: `${idle.name.name}: silence` }],
    },
  ];
};
