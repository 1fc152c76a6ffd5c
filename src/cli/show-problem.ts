// A problem as a person reads it in a shell: place, severity, rule, message, and the line with a caret.

import type { Problem, Severity } from '../song/problem.ts';
import type { Look } from './look.ts';
import type { Colors } from './terminal.ts';

export const showProblem = (problem: Problem, look: Look, colors: Colors): string => {
  const range = look.reading.origins[problem.id] ?? { from: 0, to: 0 };
  const start = look.lines.placeOf(range.from);
  const paint = paints[problem.severity](colors);
  const where = colors.bold(`${look.file.path}:${start.line}:${start.column}`);
  const head = `${where}: ${paint(problem.severity)} ${paint(problem.rule)}: ${oneLine(problem.message)}`;
  const line = look.lines.textOf(start.line);
  const gutter = String(start.line);
  const { shown, before } = windowOf(line, start.column - 1);
  const length = Math.max(
    1,
    Math.min(range.to - range.from, line.length - (start.column - 1), shown.length - before),
  );
  return [
    head,
    `  ${colors.dim(`${gutter} |`)} ${printable(shown)}`,
    `  ${colors.dim(`${' '.repeat(gutter.length)} |`)} ${blank(shown.slice(0, before))}${paint('^'.repeat(length))}`,
    ...alsoAt(problem, look, colors),
  ].join('\n');
};

/** The further places of one cause, on a line of their own. */
const alsoAt = ({ also }: Problem, { reading, lines }: Look, colors: Colors): readonly string[] => {
  const places = (also ?? []).flatMap((id) => {
    const range = reading.origins[id];
    if (!range) return [];
    const { line, column } = lines.placeOf(range.from);
    return [`${line}:${column}`];
  });
  if (places.length === 0) return [];
  const shown = places.slice(0, mostPlaces).join(', ');
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
  return [`  ${colors.dim(`also at ${shown}${more}`)}`];
};

const mostPlaces = 8;

const paints: Readonly<Record<Severity, (colors: Colors) => (text: string) => string>> = {
  error: (colors) => colors.red,
  warning: (colors) => colors.yellow,
  information: (colors) => colors.cyan,
};

const widest = 160;

/** The part of a long line around a column. */
const windowOf = (line: string, column: number): { shown: string; before: number } => {
  if (line.length <= widest) return { shown: line, before: column };
  const from = Math.max(0, Math.min(column - 60, line.length - widest));
  return { shown: line.slice(from, from + widest), before: column - from };
};

// A song may hold any character; a shell obeys some of them.
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\u00b7');

/** Spaces as wide as the text: tabs stay tabs. */
const blank = (text: string): string => text.replace(/[^\t]/g, ' ');

const oneLine = (text: string): string => printable(text.replace(/\s*\n\s*/g, ' '));
