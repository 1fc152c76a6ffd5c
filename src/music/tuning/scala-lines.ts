// What Scala's two file formats, .scl and .kbm, have in common: lines, comments and whole numbers.

/** What is wrong with a tuning file, in a musician's words. */
export interface TuningFault {
  /** 1-based; the last line where something is missing at the end. */
  readonly line: number;
  readonly message: string;
}

export interface ScalaLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

/** Far above any tuning; what is longer is some other file. */
const longestText = 4_000_000;

/** The lines that are no comments, whatever ends them. Comments begin with `!` in the first column. */
export const scalaLines = (text: string): readonly ScalaLine[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => !line.text.startsWith('!'));

/** The number of the last line of the text that something stands on. */
export const lastLine = (text: string): number => text.trimEnd().split(/\r\n|\r|\n/).length;

/** Why the text can be no tuning file at all; undefined where it may be one. */
export const notATuning = (text: string): TuningFault | undefined => {
  if (text.length > longestText)
    return {
      line: 1,
      message: `This is larger than any tuning: ${longestText / 1e6} MB is the most that is read.`,
    };
  if (text.includes('\0')) return { line: 1, message: 'This is no text. A tuning is a text file.' };
  if (text.trim() === '') return { line: 1, message: 'This file is empty.' };
  return undefined;
};

/** Shown in a message, however long the line is. */
export const shortened = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.length > 40 ? `${trimmed.slice(0, 40)}…` : trimmed;
};
