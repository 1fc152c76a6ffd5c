// Scala's scale files (.scl): a description, how many notes, then a pitch a line in cents or as a ratio.
// Follows https://www.huygens-fokker.org/scala/scl_format.html. What the format does not allow is refused
// with its line; nothing is guessed, since a wrong guess would be heard as a wrong note.

import {
  lastLine,
  notATuning,
  type ScalaLine,
  scalaLines,
  shortened,
  type TuningFault,
} from './scala-lines.ts';

export interface ScalaScale {
  /** May be empty. */
  readonly description: string;
  /**
   * Cents above 1/1 of degrees 1 to the last, in the order of the file; degree 0 is always 0 cents. The
   * last is the interval after which the scale begins anew. Need not ascend, and may be negative.
   */
  readonly degrees: readonly number[];
}

export type ScaleReading =
  | { readonly ok: true; readonly scale: ScalaScale }
  | { readonly ok: false; readonly fault: TuningFault };

/** A scale file's text as a scale, to within 1e-9 cents; or its first fault. Never throws. */
export const readScale = (text: string): ScaleReading => {
  const unfit = notATuning(text);
  if (unfit) return { ok: false, fault: unfit };
  const [description, count, ...pitches] = scalaLines(text);
  if (!description || !count)
    return refuse(
      lastLine(text),
      'The number of notes is missing: it stands on the line below the description.',
    );
  const notes = readCount(count);
  if (typeof notes !== 'number') return { ok: false, fault: notes };
  const degrees: number[] = [];
  for (const line of pitches.slice(0, notes)) {
    const pitch = readPitch(line.text);
    if (typeof pitch === 'string') {
      // What follows the last pitch is nobody's business, and an empty end is a count too high.
      if (
        line.text.trim() === '' &&
        pitches.slice(degrees.length).every(({ text: rest }) => rest.trim() === '')
      )
        break;
      return refuse(line.number, pitch);
    }
    degrees.push(pitch);
  }
  if (degrees.length < notes)
    return refuse(
      lastLine(text),
      `Line ${count.number} says ${notes} notes, but the file has ${degrees.length}. Add what is missing, or correct the number.`,
    );
  return { ok: true, scale: { description: description.text.trim(), degrees } };
};

const readCount = ({ number, text }: ScalaLine): number | TuningFault => {
  const count = /^\s*(\d{1,9})(?![\d.,/])/.exec(text)?.[1];
  if (count !== undefined) return Number(count);
  return {
    line: number,
    message: `Below the description stands how many notes the scale has, such as 12; here stands "${shortened(text)}".`,
  };
};

/** Cents of a pitch line, or what is wrong with it. What stands behind a pitch is a remark. */
const readPitch = (text: string): number | string => {
  const written = text.trim();
  if (written === '')
    return 'A pitch is missing on this line: cents with a point (701.955), or a ratio (3/2).';
  const cents = /^([+-]?(?:\d+\.\d*|\.\d+))(?![\d.,/:^])/.exec(written)?.[1];
  if (cents !== undefined) return Number(cents);
  const ratio = /^([+-]?)(\d+)(?:\s*\/\s*([+-]?)(\d+))?(?!\s*\/|[\d.,:^*])/.exec(written);
  if (!ratio) return unreadable(written);
  const [, sign, over, underSign, under = '1'] = ratio;
  if (sign === '-' || underSign === '-')
    return `A ratio can't be negative; an interval downwards is a ratio under 1 or negative cents. Here stands "${shortened(written)}".`;
  if (isZero(over!) || isZero(under)) return `A ratio can't have a 0 in it: "${shortened(written)}".`;
  return 1200 * (log2(over!) - log2(under));
};

const unreadable = (written: string): string => {
  const shown = `"${shortened(written)}"`;
  if (/^[+-]?\d+,\d/.test(written)) return `Cents are written with a point, not with a comma: ${shown}.`;
  if (/^\d+\s*:\s*\d/.test(written)) return `A ratio is written with a slash: 3/2, not ${shown}.`;
  return `This is no pitch: ${shown}. Write cents with a point (701.955), or a ratio (3/2).`;
};

const isZero = (digits: string): boolean => /^0+$/.test(digits);

/** Of a positive whole number in decimal digits, of which some scales have hundreds. */
const log2 = (digits: string): number => {
  const significant = digits.replace(/^0+/, '');
  // A double holds 15 digits whole; of a longer number the first 17 say it to a part in 10^16.
  if (significant.length <= 15) return Math.log2(Number(significant));
  return (
    Math.log2(Number(significant.slice(0, 17))) +
    (significant.length - Math.min(17, significant.length)) * Math.log2(10)
  );
};

const refuse = (line: number, message: string): ScaleReading => ({ ok: false, fault: { line, message } });
