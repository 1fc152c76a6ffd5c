// Problems for a person: each with its line, and a count at the end.

import type { Severity } from '../song/problem.ts';
import type { Look } from './look.ts';
import { showProblem } from './show-problem.ts';
import type { Colors } from './terminal.ts';

export const textReport = (looks: readonly Look[], colors: Colors): string => {
  const shown = looks.flatMap((look) => look.problems.map((problem) => showProblem(problem, look, colors)));
  return [...shown, summary(looks, colors)].join('\n');
};

const summary = (looks: readonly Look[], colors: Colors): string => {
  const severities = looks.flatMap(({ problems }) => problems.map(({ severity }) => severity));
  const files = looks.length === 1 ? looks[0]!.file.path : `${looks.length} songs`;
  if (severities.length === 0) return colors.green(`${files}: no problems`);
  const counts = (['error', 'warning', 'information'] as const)
    .map((severity) => counted(severities.filter((one) => one === severity).length, severity))
    .filter((text) => text !== '');
  return `${files}: ${counts.join(', ')}`;
};

const counted = (count: number, severity: Severity): string => {
  if (count === 0) return '';
  const word = severity === 'information' ? 'note' : severity;
  return `${count} ${word}${count === 1 ? '' : 's'}`;
};
