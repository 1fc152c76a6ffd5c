// Problems as workflow commands of GitHub Actions: each stands on its line in the review of a pull request.

import type { Problem, Severity } from '../song/problem.ts';
import type { Look } from './look.ts';
import { rangeOf } from './source-range.ts';

export const githubReport = (looks: readonly Look[]): string =>
  looks.flatMap((look) => look.problems.map((problem) => commandOf(problem, look))).join('\n');

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

const commandOf = (problem: Problem, look: Look): string => {
  const { from, to } = rangeOf(look, problem.id);
  // A place over several lines has no columns: GitHub refuses them.
  const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
  const properties = {
    file: look.file.path.replaceAll('\\', '/'),
    line: from.line,
    endLine: to.line,
    ...columns,
    title: problem.rule,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`,
  );
  return `::${commands[problem.severity]} ${written.join(',')}::${escaped(problem.message, /[%\r\n]/g)}`;
};

const escaped = (text: string, which: RegExp): string =>
  text.replace(
    which,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
