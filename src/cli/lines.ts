// Offsets as lines and columns, as editors and compilers count them: from 1, in UTF-16 units.

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Lines {
  placeOf(offset: number): Place;
  /** The text of a line without its end, from 1. */
  textOf(line: number): string;
}

export const linesOf = (text: string): Lines => {
  const starts = [0];
  for (const { index } of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(index + (text.startsWith('\r\n', index) ? 2 : 1));
  }
  return {
    placeOf: (offset) => {
      let [low, high] = [0, starts.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - starts[low]! + 1, offset };
    },
    textOf: (line) =>
      text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length).replace(/[\r\n]+$/, ''),
  };
};
