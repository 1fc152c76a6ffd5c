// The problem under the pointer, explained: why the check is there, and the figures that it goes by, as they are
// tuned for this song. The message itself is shown by the editor.

import { chosenFor } from '../check/choices.ts';
import { figuresOf } from '../check/figures.ts';
import { ruleNamed } from '../check/rules.ts';
import type { Problem } from '../song/problem.ts';
import { written } from '../vocabulary/written.ts';
import type { OpenSong } from './documents.ts';
import type { World } from './world.ts';

/** The problems at an offset in Markdown; empty where there are none. */
export const explained = (song: OpenSong, offset: number, world: World): readonly string[] => {
  const rules = new Set(
    // A hover must not wait for the checks: what they have found stands in the text by now.
    (song.foundProblems() ?? []).filter((problem) => stands(problem, song, offset)).map(({ rule }) => rule),
  );
  return [...rules].flatMap((rule) => explanation(rule, song, world) ?? []);
};

const stands = ({ id, also }: Problem, song: OpenSong, offset: number): boolean =>
  [id, ...(also ?? [])].some((place) => {
    const range = song.linked().origins[place];
    return range !== undefined && range.from <= offset && offset <= range.to;
  });

const explanation = (id: string, song: OpenSong, { pageOf, choices }: World): string | undefined => {
  const rule = ruleNamed(id);
  if (!rule) return undefined;
  const chosen = chosenFor(song.linked().song, choices?.());
  const figures = figuresOf(id).map((figure) => {
    const value = chosen.figure(figure);
    const by =
      value === figure.default ? figure.source : `tuned; else ${written(figure.default, figure.quantity)}`;
    return `- \`${figure.path}\` **${written(value, figure.quantity)}**: ${figure.doc} (${by})`;
  });
  const page = pageOf(id);
  return [
    `**${id}** · ${rule.title}`,
    rule.why,
    figures.join('\n'),
    page === undefined ? '' : `[The page of this check](${page})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};
