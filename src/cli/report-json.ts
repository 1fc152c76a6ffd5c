// Problems for programs: one JSON object; lines and columns from 1, offsets in UTF-16 units.

import type { SourceId } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Look } from './look.ts';
import { rangeOf } from './source-range.ts';

export const jsonReport = (looks: readonly Look[]): string =>
  JSON.stringify({ files: looks.map(fileOf), ...counts(looks) }, undefined, 2);

const fileOf = (look: Look): object => ({
  file: look.file.path,
  problems: look.problems.map((problem) => problemOf(problem, look)),
});

const problemOf = (problem: Problem, look: Look): object => ({
  rule: problem.rule,
  severity: problem.severity,
  message: problem.message,
  ...rangeOf(look, problem.id),
  also: (problem.also ?? []).map((id: SourceId) => rangeOf(look, id)),
  fixes: (problem.fixes ?? []).map(({ title }) => title),
});

const counts = (looks: readonly Look[]): object => {
  const severities = looks.flatMap(({ problems }) => problems.map(({ severity }) => severity));
  const count = (severity: Problem['severity']): number =>
    severities.filter((one) => one === severity).length;
  return { errors: count('error'), warnings: count('warning'), information: count('information') };
};
