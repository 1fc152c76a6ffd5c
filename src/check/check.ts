// Runs the rules over a song. One rule's fault is ours: it is reported, and the other rules go on.
// Keeps out of text: a problem stands on ids, and a host turns ids into characters.

import type { Origins, Range, SourceId } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Ignore, Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { byCause } from './causes.ts';
import { type Choices, type Chosen, chosenFor } from './choices.ts';
import type { Measured } from './measured.ts';
import type { Recordings } from './recordings.ts';
import type { CheckContext, Finding, Rule, Verdicts } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { indexSong } from './song-index.ts';
import type { SoundFiles } from './sound-files.ts';

/** A rule that threw: a mistake of ours, never the song's. */
export interface RuleFault {
  readonly rule: string;
  readonly error: unknown;
}

export interface CheckOptions {
  /** The rules to run: all, where absent. */
  readonly rules?: readonly Rule[];
  /** What the workspace or the run chooses of them. */
  readonly choices?: Choices;
  /** Rules of tier `audio` run where the sound was measured. */
  readonly measured?: Measured | undefined;
  /** Rules of tier `recording` run where the recordings were listened to. */
  readonly recordings?: Recordings | undefined;
  readonly soundFiles?: SoundFiles | undefined;
  /** Paths and names of sounds that are on their way while the song plays. */
  readonly coming?: ReadonlySet<string> | undefined;
}

/**
 * What cannot be placed in time, and what the rules find in a song, in the order of the text, without what
 * the song marks as meant (`song.ignores`) or turns off (`song.checks`).
 * @param origins  of the reading that made `song`: places for the order and for what a mark covers
 * @param report   told once of each rule that throws; that rule finds nothing
 */
export const check = (
  song: Song,
  timeline: Timeline,
  origins: Origins,
  report: (fault: RuleFault) => void = () => {},
  { rules = allRules, choices, measured, recordings, soundFiles, coming }: CheckOptions = {},
): readonly Problem[] => {
  const chosen = chosenFor(song, choices);
  const context: CheckContext = {
    song,
    timeline,
    index: indexSong(song),
    figure: chosen.figure,
    placeOf: (id) => placeNumber(id, origins),
    ...(measured ? { measured } : {}),
    ...(recordings ? { recordings } : {}),
    ...(soundFiles ? { soundFiles } : {}),
    ...(coming ? { coming } : {}),
  };
  const excusing = new Set<Ignore>();
  const isMeant = (rule: string, id: SourceId): boolean => {
    const marks = song.ignores.filter(
      (ignore) => ignore.rule === rule && touches(placeOf(ignore.covers, origins), placeOf(id, origins)),
    );
    for (const mark of marks) excusing.add(mark);
    return marks.length > 0;
  };
  const attempt = (rule: Rule, find: () => readonly Finding[]): readonly Problem[] => {
    try {
      return problemsOf(rule, find(), chosen, isMeant, context);
    } catch (error) {
      report({ rule: rule.id, error });
      return [];
    }
  };
  const needs = { score: true, timeline: true, audio: measured, recording: recordings };
  const running = rules.filter((rule) => chosen.runs(rule) && needs[rule.tier]);
  const found = [
    ...timeline.problems
      .filter(({ rule, id }) => !chosen.isOff(rule) && !isMeant(rule, id))
      .map((problem) => ({ ...problem, severity: chosen.severity(problem.rule, problem.severity) })),
    ...running.flatMap((rule) => attempt(rule, () => rule.check(context))),
  ];
  const verdicts = verdictsOf(rules, running, excusing);
  const judged = running.flatMap((rule) =>
    rule.judge ? attempt(rule, () => rule.judge!(context, verdicts)) : [],
  );
  return [...found, ...judged].sort((left, right) => inTextOrder(left, right, origins));
};

/** A part that sections have in common is looked at in each, and told of once. */
const problemsOf = (
  rule: Rule,
  findings: readonly Finding[],
  chosen: Chosen,
  isMeant: (rule: string, id: SourceId) => boolean,
  context: CheckContext,
): readonly Problem[] => {
  const told = new Set<string>();
  const fresh = findings.filter((finding) => {
    const words = `${finding.id} ${finding.message}`;
    if (told.has(words)) return false;
    told.add(words);
    return !isMeant(rule.id, finding.id);
  });
  return byCause(fresh, context.index.atoms).map(({ cause: _, ...finding }) => ({
    ...finding,
    severity: chosen.severity(rule.id, finding.severity ?? rule.severity),
    rule: rule.id,
  }));
};

const verdictsOf = (
  rules: readonly Rule[],
  running: readonly Rule[],
  excusing: ReadonlySet<Ignore>,
): Verdicts => {
  const ran = new Set(running.map(({ id }) => id));
  const ruleIds = [...new Set([...allRules, ...rules].map(({ id }) => id))];
  const known = new Set(ruleIds);
  return {
    excuses: (ignore) => excusing.has(ignore),
    standing: (rule) => (ran.has(rule) ? 'ran' : known.has(rule) ? 'did not run' : undefined),
    ruleIds,
  };
};

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

/** No text is as long as 2 ** 26 characters. What stands nowhere is told apart by its id. */
const placeNumber = (id: SourceId, origins: Origins): number => {
  const place = origins[id];
  return place ? place.from * 2 ** 26 + place.to : -1 - id;
};

const placeOf = (id: SourceId, origins: Origins): Range => origins[id] ?? { from: 0, to: 0 };

// Not localeCompare: the order must be the same on every machine.
const compareWords = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
