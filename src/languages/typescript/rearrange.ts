// The arrangement of a program in another order: the arguments of its one `.arrange(...)`, where they are names of sections
// and `name.times(2)`, one for each entry. What a loop or a function puts there is refused: it stands for more than one place.

import type { Range, TextEdit } from '../../song/origin.ts';
import type { WantedPlacement } from '../../song/problem.ts';
import type { Reading } from '../language.ts';
import type { Evaluated } from './evaluated.ts';

type Edited = readonly TextEdit[] | { readonly reason: string };

const computed = {
  reason:
    'What .arrange(...) is given is computed, or is no plain row of sections: change it in the program.',
};

/**
 * One edit of the arguments, as little of them as differs.
 * @param text  of the song's own file
 */
export function rearrangeIn(
  text: string,
  { song }: Reading,
  evaluated: Evaluated & { ok: true },
  wanted: readonly WantedPlacement[],
): Edited {
  const calls = evaluated.constructs.filter(({ from }) =>
    /^arrange\b/.test(evaluated.text.slice(from, from + 8)),
  );
  const call = calls.length === 1 && calls[0]!.at.file === 0 ? calls[0] : undefined;
  const given = call && argumentsOf(text, call.callee.to, call.at.to);
  if (!given || given.length !== song.arrangement.length) return computed;
  const names = new Map<string, string>();
  for (const [index, { section, repeats }] of song.arrangement.entries()) {
    const [, name, times] =
      /^([\w$]+)(?:\.times\((\d+)\))?$/.exec(text.slice(given[index]!.from, given[index]!.to)) ?? [];
    if (name === undefined || Number(times ?? 1) !== repeats) return computed;
    names.set(section.name, name);
  }
  const words: string[] = [];
  for (const { section, repeats } of wanted) {
    const name = names.get(section) ?? variableOf(text, section);
    if (name === undefined)
      return {
        reason: `No variable holds the section ${section}: name it in the program, and put it in there.`,
      };
    words.push(repeats === 1 ? name : `${name}.times(${repeats})`);
  }
  return smallest(text, given, words);
}

/** What stands between the brackets, one stretch an argument; undefined where more than commas part them. */
function argumentsOf(text: string, from: number, to: number): readonly Range[] | undefined {
  const open = text.indexOf('(', from);
  if (open < 0 || open >= to) return undefined;
  const close = text.lastIndexOf(')', to - 1);
  const inside = text.slice(open + 1, close);
  const found = [...inside.matchAll(/[\w$]+(?:\.times\(\d+\))?/g)].map(({ 0: word, index }) => ({
    from: open + 1 + index,
    to: open + 1 + index + word.length,
  }));
  const between = inside.replaceAll(/[\w$]+(?:\.times\(\d+\))?/g, '');
  return found.length > 0 && /^(?:\s*,)*\s*$/.test(between) ? found : undefined;
}

/** The name of the variable that is set to a section of that name. */
function variableOf(text: string, section: string): string | undefined {
  const named = [...text.matchAll(/\b(?:const|let)\s+([\w$]+)\s*=\s*section\(\s*(['"`])(.*?)\2/g)].filter(
    ({ 3: name }) => name === section,
  );
  return named.length === 1 ? named[0]![1] : undefined;
}

/** From the first word that differs to the last. */
function smallest(text: string, given: readonly Range[], words: readonly string[]): Edited {
  const was = given.map(({ from, to }) => text.slice(from, to));
  let [start, end] = [0, 0];
  while (start < Math.min(was.length, words.length) && was[start] === words[start]) start++;
  while (end < Math.min(was.length, words.length) - start && was.at(-1 - end) === words.at(-1 - end)) end++;
  if (start === was.length && start === words.length) return [];
  const part = given.length > 1 ? text.slice(given[0]!.to, given[1]!.from) : ', ';
  const fresh = words.slice(start, words.length - end).join(part);
  const gone = given.slice(start, given.length - end);
  // Words that come or go take what parts them along.
  if (gone.length === 0) {
    const at = start > 0 ? given[start - 1]!.to : given[0]!.from;
    return [{ range: { from: at, to: at }, text: start > 0 ? `${part}${fresh}` : `${fresh}${part}` }];
  }
  if (fresh === '')
    return [
      {
        range:
          start > 0
            ? { from: given[start - 1]!.to, to: gone.at(-1)!.to }
            : { from: gone[0]!.from, to: given[gone.length]?.from ?? gone.at(-1)!.to },
        text: '',
      },
    ];
  return [{ range: { from: gone[0]!.from, to: gone.at(-1)!.to }, text: fresh }];
}
