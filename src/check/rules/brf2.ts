// BRF2: a song that is longer or shorter than its brief asks for.

import type { Fix } from '../../song/problem.ts';
import type { Placement } from '../../song/song.ts';
import { minutes } from '../in-words.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const brf2: Rule = {
  id: 'BRF2',
  tier: 'timeline',
  severity: 'warning',
  title: 'A length outside the brief',
  why: `The brief says how long the song may be: a radio edit, a cue under a scene, a slot on stage. What is longer gets
cut by somebody else, and not where you would. The fixes name the sections that can go, or come once more, so that the
length fits; a section that stands only once is not offered, since the song would lose it.`,
  examples: {
    fires: `song "Long Cut" { tempo 120bpm }
brief { length 0:30..0:50 }
deliver spotify
instrument soft = Synth { }
track lead { instrument: soft }
section verse 8 bars { lead: "a4 c5 e5 c5 | f4 a4 c5 a4" }
section chorus 8 bars { lead: "e5 c5 a4 c5 | f5 c5 a4 c5" }
arrange verse chorus verse chorus
`,
    silent: `song "Radio Edit" { tempo 120bpm }
brief { length 0:30..0:50 }
deliver spotify
instrument soft = Synth { }
track lead { instrument: soft }
section verse 8 bars { lead: "a4 c5 e5 c5 | f4 a4 c5 a4" }
section chorus 8 bars { lead: "e5 c5 a4 c5 | f5 c5 a4 c5" }
arrange verse chorus verse
`,
  },
  check: (context): readonly Finding[] => {
    const { song, timeline } = context;
    const length = song.brief?.length;
    if (!length || timeline.bars === 0) return [];
    const [shortest, longest] = [length.shortest.value, length.longest.value];
    // A clock that shows whole seconds is what the brief was written with.
    const seconds = Math.round(timeline.seconds);
    if (seconds >= shortest && seconds <= longest) return [];
    const isLong = seconds > longest;
    const fixes = isLong ? shorter(context, [shortest, longest]) : longer(context, [shortest, longest]);
    const way = isLong ? 'Take out' : 'Add';
    return [
      {
        id: length.id,
        message: `The song lasts ${minutes(seconds)}, and the brief asks for ${minutes(shortest)} to ${minutes(longest)}. ${way} ${minutes(isLong ? seconds - longest : shortest - seconds)} or more, or change the brief.`,
        ...(fixes.length > 0 ? { fixes } : {}),
      },
    ];
  },
};

type Span = readonly [number, number];

/** Each pass that can go alone so that the length fits: the last ones first, the song's beginning stays. */
const shorter = ({ song, timeline }: CheckContext, [shortest, longest]: Span): readonly Fix[] => {
  const passes = new Map<string, number>();
  for (const { name } of timeline.sections) passes.set(name, (passes.get(name) ?? 0) + 1);
  return song.arrangement
    .flatMap((placement): readonly Fix[] => {
      const place = timeline.sections.findLast(({ id }) => id === placement.id);
      if (!place || passes.get(place.name)! < 2) return [];
      const lasts = place.endSeconds - place.startSeconds;
      const left = timeline.seconds - lasts;
      if (left < shortest || left > longest + 0.5) return [];
      return [
        {
          title: `Take out ${place.name} in bar ${place.bar + 1} (${minutes(lasts)})`,
          changes: [withOneLess(placement)],
        },
      ];
    })
    .reverse();
};

const withOneLess = ({ id, repeats, repeatsId }: Placement): Fix['changes'][number] =>
  repeats > 1 && repeatsId !== undefined
    ? { do: 'replace', id: repeatsId, text: String(repeats - 1) }
    : { do: 'delete', id };

/** Each section that can come once more so that the length fits. */
const longer = ({ song, timeline }: CheckContext, [shortest, longest]: Span): readonly Fix[] =>
  song.arrangement.flatMap(({ id, section, repeats, repeatsId }): readonly Fix[] => {
    const place = timeline.sections.find((one) => one.id === id);
    const lasts = place ? place.endSeconds - place.startSeconds : 0;
    const length = timeline.seconds + lasts;
    // A third pass in a row would be one too many.
    if (repeats > 1 || length < shortest || length > longest) return [];
    const more = `${section.name}*${repeats + 1}`;
    return [
      {
        title: `Play ${section.name} once more there (${minutes(lasts)})`,
        changes: [
          repeatsId === undefined
            ? { do: 'replace', id, text: more }
            : { do: 'replace', id: repeatsId, text: String(repeats + 1) },
        ],
      },
    ];
  });
