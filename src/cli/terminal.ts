// Where the verbs write: results to stdout, everything about them to stderr. Colours only where a person
// looks, and never where NO_COLOR is set.

import picocolors from 'picocolors';

export interface Terminal {
  /** A line of the result. */
  out(line: string): void;
  /** A line about the result: problems, progress, reasons. */
  note(line: string): void;
  /** A fault of ours, in one line; with its stack where CODETTA_DEBUG=1. */
  fault(line: string, error: unknown): void;
  /** For lines of `out`. */
  readonly colors: Colors;
  /** For lines of `note`. */
  readonly noteColors: Colors;
  /** Whether a person sees `note` as it is written. */
  readonly watched: boolean;
}

export type Colors = ReturnType<typeof picocolors.createColors>;

export const shell = (): Terminal => {
  const debug = process.env['CODETTA_DEBUG'] === '1';
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    note,
    fault: (line, error) => {
      const stack = error instanceof Error ? error.stack : String(error);
      note(debug ? `${line}\n${stack}` : `${line} (CODETTA_DEBUG=1 shows where)`);
    },
    colors: picocolors.createColors(isColourful(process.stdout)),
    noteColors: picocolors.createColors(isColourful(process.stderr)),
    watched: process.stderr.isTTY === true,
  };
};

const isColourful = (stream: NodeJS.WriteStream): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
};
