// Problems as the panel shows them: with characters, a line, and the track or section they stand in.

import type { Reading } from '../languages/language.ts';
import type { PanelProblem } from '../protocol/panel.ts';
import type { Range, SourceId } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Declaration } from '../song/value.ts';

/** In the order of the text. */
export function panelProblems(reading: Reading, problems: readonly Problem[]): readonly PanelProblem[] {
  const lineAt = lineFinder(reading.text);
  return problems
    .map((problem) => {
      const { from, to } = placeOf(reading, problem.id);
      const track = around(reading, reading.song.tracks, from);
      const section = around(reading, reading.song.sections, from);
      return {
        rule: problem.rule,
        severity: problem.severity,
        message: problem.message,
        from,
        to,
        line: lineAt(from),
        ...(track ? { track } : {}),
        ...(section ? { section } : {}),
      };
    })
    .sort((left, right) => left.from - right.from || left.to - right.to);
}

/** The characters of an id; the start of the text where the reading has no place for it. */
export const placeOf = (reading: Reading, id: SourceId | undefined): Range =>
  (id === undefined ? undefined : reading.origins[id]) ?? { from: 0, to: 0 };

const around = (reading: Reading, declared: readonly Declaration[], offset: number): string | undefined =>
  declared.find(({ declaration }) => {
    const place = placeOf(reading, declaration);
    return place.from <= offset && offset < place.to;
  })?.name.name;

/** Finds the 1-based line of an offset. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
