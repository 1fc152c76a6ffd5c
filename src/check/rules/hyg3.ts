// HYG3: the same music written out three times.

import type { SourceId } from '../../song/origin.ts';
import type { Mini } from '../../song/pattern.ts';
import type { Song } from '../../song/song.ts';
import { eachExpression } from '../../song/walk.ts';
import { figures } from '../figures.ts';
import type { MiniExpression } from '../pattern-bars.ts';
import type { Finding, Rule } from '../rule.ts';
import { expressionsOf } from '../song-index.ts';

export const hyg3: Rule = {
  id: 'HYG3',
  tier: 'score',
  severity: 'information',
  title: 'The same pattern text three times',
  why: `A line that is written out in three places has to be changed in three places, and one is always forgotten. Give it
a name and play it by its name: a change is heard everywhere at once, and the sections read as music again. Short
figures (\`"bd*4"\`) are as quickly written as named, and are left alone: a text counts from as many notes as below on.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Again" { tempo 112bpm }
instrument sub = MonoSynth { }
track bass { instrument: sub }
section intro 2 bars { bass: "a1 ~ a1 [c2 e2]" }
section verse 4 bars { bass: "a1 ~ a1 [c2 e2]" }
section outro 2 bars { bass: "a1 ~ a1 [c2 e2]" }
arrange intro verse outro
`,
    silent: `song "Once" { tempo 112bpm }
instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern walk = "a1 ~ a1 [c2 e2]"
section intro 2 bars { bass: walk }
section verse 4 bars { bass: walk }
section outro 2 bars { bass: walk }
arrange intro verse outro
`,
  },
  check: ({ song, figure, placeOf }) => {
    const [times, notes] = [figure(figures.writtenTimes), figure(figures.writtenNotes)];
    return [...writtenTexts(song, placeOf).values()].flatMap((places): readonly Finding[] => {
      const [first, ...more] = [...places.values()] as [Place, ...Place[]];
      if (more.length + 1 < times || first.expression.mini.atoms < notes) return [];
      const name = freeName(first.track, song);
      const text = first.expression.mini.text.trim().replace(/\s+/g, ' ');
      return [
        {
          id: first.expression.id,
          also: more.map(({ expression }) => expression.id),
          message: `This line is written out ${more.length + 1} times. Give it a name, and a change is heard in all of them.`,
          fixes: [
            {
              title: `Name it: pattern ${name}`,
              changes: [
                { do: 'declare', what: 'pattern', name, body: `= "${text}"` },
                ...[first, ...more].map(({ expression }) => ({
                  do: 'replace' as const,
                  id: expression.id,
                  text: name,
                })),
              ],
            },
          ],
        },
      ];
    });
  },
};

interface Place {
  readonly expression: MiniExpression;
  readonly track: string;
}

/**
 * The literals that sections play, by what they say. A part that sections have in common is one place, and so is a
 * literal that code plays in several.
 */
const writtenTexts = (
  song: Song,
  placeOf: (id: SourceId) => number,
): ReadonlyMap<string, ReadonlyMap<number, Place>> => {
  const texts = new Map<string, Map<number, Place>>();
  const charts = new Set(song.progressions.map(({ expression }) => expression));
  const tracks = new Map(
    song.sections.flatMap(({ parts }) => parts.map((part) => [part.expression, part.track.name] as const)),
  );
  for (const outer of expressionsOf(song)) {
    if (charts.has(outer)) continue;
    eachExpression(outer, (expression) => {
      // What has no characters of its own came with an import, and is written there.
      if (expression.kind !== 'mini') return;
      const key = wordsOf(expression.mini);
      const places = texts.get(key) ?? new Map<number, Place>();
      texts.set(key, places);
      const at = placeOf(expression.id);
      if (!places.has(at)) places.set(at, { expression, track: tracks.get(outer) ?? 'line' });
    });
  }
  return texts;
};

/** The text with its spaces in order. */
const wordsOf = (mini: Mini): string => {
  const known = words.get(mini);
  if (known !== undefined) return known;
  const found = mini.text.trim().replace(/\s+/g, ' ');
  words.set(mini, found);
  return found;
};

const words = new WeakMap<Mini, string>();

const freeName = (track: string, song: Song): string => {
  const taken = new Set(
    [...song.patterns, ...song.progressions, ...song.takes, ...song.samples].map(({ name }) => name.name),
  );
  const base = `${track}Line`;
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}${count}`)) count += 1;
  return `${base}${count}`;
};
