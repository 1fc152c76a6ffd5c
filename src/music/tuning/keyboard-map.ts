// Scala's keyboard mappings (.kbm): which degree of a scale each MIDI note plays, and at what frequency
// one of them stands. Follows https://www.huygens-fokker.org/scala/help.htm#mappings.

import {
  lastLine,
  notATuning,
  type ScalaLine,
  scalaLines,
  shortened,
  type TuningFault,
} from './scala-lines.ts';

export interface KeyboardMap {
  /** MIDI notes that are tuned, both included; the others stay as they are. */
  readonly first: number;
  readonly last: number;
  /** The MIDI note that the first entry of the mapping belongs to. */
  readonly middle: number;
  /** The MIDI note whose frequency is given. */
  readonly reference: number;
  /** In hertz. */
  readonly frequency: number;
  /** The degree that is an octave: from one round of the mapping to the next. 0 is the scale's last degree. */
  readonly octave: number;
  /** Degrees from the middle note up, round and round; undefined where a key is silent. Empty: one a key. */
  readonly entries: readonly (number | undefined)[];
}

export type MapReading =
  | { readonly ok: true; readonly map: KeyboardMap }
  | { readonly ok: false; readonly fault: TuningFault };

/** One degree a key from c4 up, which stands where a piano has it. What holds where no map is given. */
export const plainMap: KeyboardMap = {
  first: 0,
  last: 127,
  middle: 60,
  reference: 60,
  frequency: 440 * 2 ** (-9 / 12),
  octave: 0,
  entries: [],
};

/** A mapping file's text as a map, or its first fault. Never throws. */
export const readKeyboardMap = (text: string): MapReading => {
  const unfit = notATuning(text);
  if (unfit) return { ok: false, fault: unfit };
  const lines = scalaLines(text);
  const heads: number[] = [];
  for (const [index, head] of header.entries()) {
    const line = lines[index];
    if (!line) return refuse(lastLine(text), `${head.name} is missing at the end of this file.`);
    const value = readHead(line, head);
    if (value === undefined)
      return refuse(line.number, `Here stands ${head.says}; "${shortened(line.text)}" can't be that.`);
    heads.push(value);
  }
  const [size, first, last, middle, reference, frequency, octave] = heads as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (first > last)
    return refuse(lines[2]!.number, `The last note to tune, ${last}, is below the first, ${first}.`);
  const entries: (number | undefined)[] = [];
  // The silent keys at the end may be left out.
  for (const line of withoutBlankEnd(lines.slice(header.length, header.length + size))) {
    const entry = readEntry(line);
    if (!entry)
      return refuse(
        line.number,
        `A degree stands here, or x for a key that is silent; "${shortened(line.text)}" can't be that.`,
      );
    entries.push(entry.degree);
  }
  while (entries.length < size) entries.push(undefined);
  return { ok: true, map: { first, last, middle, reference, frequency, octave, entries } };
};

interface Head {
  readonly name: string;
  readonly says: string;
  readonly isFraction?: true;
  readonly most: number;
}

const note = (name: string): Head => ({
  name,
  says: `${name.toLowerCase()}, a MIDI note from 0 to 127`,
  most: 127,
});

/** What stands on the first lines, in order. */
const header: readonly Head[] = [
  { name: 'The size of the map', says: 'the size of the map, 0 for one degree a key', most: 100_000 },
  note('The first note to tune'),
  note('The last note to tune'),
  note('The middle note'),
  note('The reference note'),
  { name: 'The frequency', says: 'a frequency in hertz, such as 440.0', isFraction: true, most: 100_000 },
  {
    name: 'The degree of the octave',
    says: "the degree that is an octave, 0 for the scale's last",
    most: 100_000,
  },
];

const readHead = ({ text }: ScalaLine, { isFraction, most }: Head): number | undefined => {
  const written = (isFraction ? /^\s*(\d+(?:\.\d*)?|\.\d+)(?![\d.,])/ : /^\s*(\d+)(?![\d.,/])/).exec(
    text,
  )?.[1];
  if (written === undefined) return undefined;
  const value = Number(written);
  return value <= most && (!isFraction || value > 0) ? value : undefined;
};

const readEntry = ({ text }: ScalaLine): { readonly degree: number | undefined } | undefined => {
  const written = text.trim();
  if (/^x(?!\w)/i.test(written)) return { degree: undefined };
  const degree = /^-?\d{1,9}(?![\d.,/])/.exec(written)?.[0];
  return degree === undefined ? undefined : { degree: Number(degree) };
};

const withoutBlankEnd = (lines: readonly ScalaLine[]): readonly ScalaLine[] =>
  lines.slice(0, lines.findLastIndex(({ text }) => text.trim() !== '') + 1);

const refuse = (line: number, message: string): MapReading => ({ ok: false, fault: { line, message } });
