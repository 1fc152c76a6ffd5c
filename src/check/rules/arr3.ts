// ARR3: a section that plays three times in a row, note for note.

import type { Fix } from '../../song/problem.ts';
import type { PlacedSection } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const arr3: Rule = {
  id: 'ARR3',
  tier: 'timeline',
  severity: 'information',
  title: 'Three or more identical passes of a section',
  why: `The first time a section is new, the second time it is known, the third time it is wallpaper: that is where
listeners look at the clock. Leave a part out, add one, or change the last bars of the last pass. Loops inside a section
are not meant: a groove may repeat as long as its section lasts. Sections shorter than the length below are riffs and are
left alone, and so are passes over which a curve moves something, or in which tempo or key change.`,
  examples: {
    fires: `song "Wallpaper" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft }
track pad { instrument: soft }
section verse 4 bars { lead: "a4 c5 e5 c5", pad: "a3" }
section coda 2 bars { lead: "a4", pad: "a3" }
arrange verse*3 coda
`,
    silent: `song "Growing" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft }
track pad { instrument: soft }
section verse 4 bars { lead: "a4 c5 e5 c5", pad: "a3" }
section answer 4 bars like verse with { lead: "a4 c5 f5 e5" }
section coda 2 bars { lead: "a4", pad: "a3" }
arrange verse*2 answer coda
`,
  },
  check: (context) => {
    const { timeline, figure } = context;
    const [most, bars] = [figure(figures.samePasses), figure(figures.samePassBars)];
    return runs(timeline.sections)
      .filter((run) => run.length >= most && run[0]!.bars >= bars && !isVaried(run, context))
      .map((run) => told(run, most, context));
  },
};

type Run = readonly PlacedSection[];

const runs = (sections: readonly PlacedSection[]): readonly Run[] => {
  const found: PlacedSection[][] = [];
  for (const place of sections) {
    const last = found.at(-1);
    if (last && last[0]!.section === place.section) last.push(place);
    else found.push([place]);
  }
  return found;
};

const isVaried = (run: Run, { timeline }: CheckContext): boolean => {
  const [first, last] = [run[0]!, run.at(-1)!];
  const end = last.bar + last.bars;
  const lasts = run.map(({ startSeconds, endSeconds }) => (endSeconds - startSeconds).toFixed(6));
  return (
    new Set(lasts).size > 1 ||
    timeline.keys.some(({ bar }) => bar > first.bar && bar < end) ||
    timeline.lanes.some(({ spans }) =>
      spans.some(
        // A curve of the section itself does the same in every pass.
        ({ points, startSeconds, endSeconds }) =>
          points.length > 1 &&
          startSeconds < last.startSeconds - 1e-6 &&
          endSeconds > first.endSeconds + 1e-6,
      ),
    )
  );
};

const told = (run: Run, most: number, context: CheckContext): Finding => {
  const [first, last] = [run[0]!, run.at(-1)!];
  // The pass that is one too many.
  const place = context.song.arrangement.find(({ id }) => id === run[most - 1]!.id)!;
  const fixes = variation(run, context);
  return {
    id: place.repeatsId ?? place.id,
    message: `${first.name} plays ${run.length} times in a row, note for note (bars ${first.bar + 1} to ${last.bar + last.bars}). Vary the last pass: leave a part out, or add one.`,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

/** The last pass without one of its parts, as a section of its own. */
const variation = (run: Run, { song }: CheckContext): readonly Fix[] => {
  const section = song.sections[run[0]!.section]!;
  const tracks = [...new Set(section.parts.map(({ track }) => track.name))];
  const [dropped] = tracks.toReversed();
  const placement = song.arrangement.find(({ id }) => id === run.at(-1)!.id)!;
  if (tracks.length < 2 || dropped === undefined) return [];
  const taken = new Set(song.sections.map(({ name }) => name.name));
  let count = 2;
  while (taken.has(`${section.name.name}_${count}`)) count += 1;
  const name = `${section.name.name}_${count}`;
  const before = placement.repeats - 1;
  const kept = before === 0 ? '' : before === 1 ? `${section.name.name} ` : `${section.name.name}*${before} `;
  return [
    {
      title: `Play the last pass without ${dropped}, as ${name}`,
      changes: [
        {
          do: 'declare',
          what: 'section',
          name,
          body: `${section.bars.value} bars like ${section.name.name} without { ${dropped} }`,
        },
        { do: 'replace', id: placement.id, text: `${kept}${name}` },
      ],
    },
  ];
};
