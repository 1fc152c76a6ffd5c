// Runs the rules over a song. One rule's fault is ours: it is reported, and the other rules go on.
// Keeps out of text: a problem stands on ids, and a host turns ids into characters.

import type { Origins, Range, SourceId } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { indexSong } from './song-index.ts';

/** A rule that threw: a mistake of ours, never the song's. */
export interface RuleFault {
  readonly rule: string;
  readonly error: unknown;
}

/**
 * What cannot be placed in time, and what the rules find in a song, in the order of the text, without what
 * the song marks as meant (`song.ignores`).
 * @param origins  of the reading that made `song`: places for the order and for what a mark covers
 * @param report   told once of each rule that throws; that rule finds nothing
 * @param rules    the rules to run: all, where absent
 */
export const check = (
  song: Song,
  timeline: Timeline,
  origins: Origins,
  report: (fault: RuleFault) => void = () => {},
  rules: readonly Rule[] = allRules,
): readonly Problem[] => {
  const context = { song, timeline, index: indexSong(song) };
  const found = rules.flatMap((rule) => {
    try {
      return problemsOf(rule, rule.check(context));
    } catch (error) {
      report({ rule: rule.id, error });
      return [];
    }
  });
  return [...timeline.problems, ...found]
    .filter((problem) => !isMeant(problem, song, origins))
    .sort((left, right) => inTextOrder(left, right, origins));
};

/** A part that sections have in common is looked at in each, and told of once. */
const problemsOf = (rule: Rule, findings: ReturnType<Rule['check']>): readonly Problem[] => {
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const words = `${finding.id} ${finding.message}`;
    if (told.has(words)) return [];
    told.add(words);
    return [{ severity: rule.severity, ...finding, rule: rule.id }];
  });
};

const isMeant = (problem: Problem, song: Song, origins: Origins): boolean =>
  song.ignores.some(
    (ignore) =>
      ignore.rule === problem.rule && touches(placeOf(ignore.covers, origins), placeOf(problem.id, origins)),
  );

// A mark speaks of lines; what begins on such a line is covered, however far it goes on.
const touches = (covered: Range, place: Range): boolean =>
  place.from >= covered.from && place.from <= covered.to;

const inTextOrder = (left: Problem, right: Problem, origins: Origins): number => {
  const [leftPlace, rightPlace] = [placeOf(left.id, origins), placeOf(right.id, origins)];
  return (
    leftPlace.from - rightPlace.from ||
    leftPlace.to - rightPlace.to ||
    compareWords(left.rule, right.rule) ||
    compareWords(left.message, right.message)
  );
};

const placeOf = (id: SourceId, origins: Origins): Range => origins[id] ?? { from: 0, to: 0 };

// Not localeCompare: the order must be the same on every machine.
const compareWords = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
