// What a bench has to say: figures, each beside a reference of the same run, and the table of them. What a
// machine is busy with besides moves both alike, so that the ratio, not the time, is what counts.

/** One line of the table, in words and numbers that are ready to read. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  /** What it is measured beside, and its figure. */
  readonly reference: string;
  readonly ratio: string;
  /** What was promised, and whether it holds. */
  readonly goal?: { readonly says: string; readonly holds: boolean };
}

/** To run.ts, which started this bench; or, run alone, printed here. Ends with 1 where a goal is missed. */
export function tell(figures: readonly Figure[]): void {
  if (process.send) process.send(figures);
  else console.log(tableOf(figures));
  if (figures.some(({ goal }) => goal?.holds === false)) process.exitCode = 1;
}

/** The figures under headings, in columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'ours', 'reference', 'ratio', 'goal'],
    ...figures.map(({ what, ours, reference, ratio, goal }) => [
      what,
      ours,
      reference,
      ratio,
      goal ? `${goal.says}: ${goal.holds ? 'holds' : 'MISSED'}` : '',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

/** The middle one. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1]!;
