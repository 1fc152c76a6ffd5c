// What stands behind the root of a chord symbol, as intervals: `m7`, `maj7#11`, `7sus4b9`, `9omit3`. The
// endings that stand in a table are tonal's; ours are other ways to write them, and changes behind them.

import { ChordType, Interval } from 'tonal';

/** From the root up, as tonal names intervals: `1P`, `3m`, `5P`. */
export const intervalsOf = (written: string): readonly string[] | undefined => {
  const exact = lookUp(written);
  if (exact) return exact;
  let ending = written;
  for (const [from, to] of respelled) ending = ending.replace(from, to);
  return lookUp(ending) ?? composed(ending, 0);
};

/** Ways to write an ending that tonal does not list, tried in turn, each on the result of the last. */
const respelled: readonly (readonly [RegExp, string])[] = [
  [/[()\s,]/g, ''],
  [/♯/g, '#'],
  [/♭/g, 'b'],
  [/^minor/i, 'm'],
  [/^min(?!or)/i, 'm'],
  [/^mi(?!n)/, 'm'],
  [/^major/i, 'maj'],
  [/^dom(?=\d)/, ''],
  [/^-(?=.)/, 'm'],
  [/^m\/?(?:maj|ma|M|Δ|\^)(?=\d)/, 'mMaj'],
  [/^m\/?(?:Δ|\^)$/, 'mMaj7'],
  [/^(?:maj|M)6$/, '6'],
  [/^(?:halfdim|hdim)7?$/, 'm7b5'],
  [/^(?:mb5|m-5|-b5)$/, 'dim'],
  [/^ø7$/, 'm7b5'],
  [/^m7-5$/, 'm7b5'],
  [/^(\d+)-(\d)/, '$1b$2'],
  [/^(\d+)\+(\d)/, '$1#$2'],
  [/^ma(?=\d)/, 'maj'],
];

/** A change at the start of what is left of an ending: `add9`, `omit3`, `sus4`, `b9`, `#11`. */
const changePattern = /^(add|omit|no|sus|(?=[b#]))([b#]?)(\d*)$/;

/** Changes behind one ending: more are no chord. */
const mostChanges = 5;

/** An ending that no table lists, as a known one with changes: `m7add11`, `9omit3`, `7sus4b9`. */
const composed = (ending: string, depth: number): readonly string[] | undefined => {
  const match = depth < mostChanges ? lastChange(ending) : undefined;
  if (!match) return undefined;
  const base = lookUp(match.base) ?? composed(match.base, depth + 1);
  const intervals = base && match.apply(base);
  return intervals && [...intervals].sort((a, b) => Interval.semitones(a) - Interval.semitones(b));
};

interface ChordChange {
  readonly base: string;
  /** Undefined where the change makes no sense on that chord. */
  apply(intervals: readonly string[]): readonly string[] | undefined;
}

const lastChange = (ending: string): ChordChange | undefined => {
  // The shortest tail that is a change; a number of the base (`m7`) belongs to it.
  for (let at = ending.length - 1; at >= 0; at -= 1) {
    const match = changePattern.exec(ending.slice(at));
    if (!match) continue;
    const [, word = '', sign = '', number = ''] = match;
    // `b9` of `addb9` goes with its word.
    if (word === '' && /(?:add|omit|no|sus)$/.test(ending.slice(0, at))) continue;
    const apply = changeOf(word, sign, number);
    if (apply) return { base: ending.slice(0, at), apply };
  }
  return undefined;
};

const changeOf = (word: string, sign: string, number: string): ChordChange['apply'] | undefined => {
  const without = (intervals: readonly string[], ...degrees: readonly string[]): readonly string[] =>
    intervals.filter((interval) => !degrees.includes(interval.slice(0, -1)));
  if (word === 'sus') {
    const hung = number === '2' ? '2M' : number === '' || number === '4' ? '4P' : undefined;
    return sign === '' && hung ? (intervals) => [...without(intervals, '3'), hung] : undefined;
  }
  const interval = naturalIntervals.get(number);
  if (!interval) return undefined;
  const altered = sign === '' ? interval : alteredInterval(interval, sign);
  if (word === 'omit' || word === 'no') {
    return sign === ''
      ? (intervals) => {
          const left = without(intervals, number);
          return left.length < intervals.length && left.length > 1 ? left : undefined;
        }
      : undefined;
  }
  if (altered === undefined) return undefined;
  if (word === 'add') {
    return (intervals) => (intervals.includes(altered) ? undefined : [...intervals, altered]);
  }
  return (intervals) => [...without(intervals, number), altered];
};

/** What a number in a chord symbol means on its own. */
const naturalIntervals: ReadonlyMap<string, string> = new Map([
  ['1', '1P'],
  ['2', '2M'],
  ['3', '3M'],
  ['4', '4P'],
  ['5', '5P'],
  ['6', '6M'],
  ['7', '7m'],
  ['9', '9M'],
  ['11', '11P'],
  ['13', '13M'],
]);

const alteredInterval = (natural: string, sign: string): string | undefined => {
  const degree = natural.slice(0, -1);
  const perfect = natural.endsWith('P');
  if (degree === '1' || degree === '7') return undefined;
  return degree + (sign === '#' ? 'A' : perfect ? 'd' : 'm');
};

const lookUp = (ending: string): readonly string[] | undefined => {
  // `4` is tonal's quartal chord; in songs `C4` is a note written in upper case.
  if (ending === '4') return undefined;
  const type = ChordType.get(ending === '' ? 'M' : ending);
  // `get` also takes long names ("major seventh"), which no chart writes.
  if (type.empty || (ending !== '' && !type.aliases.includes(ending))) return undefined;
  return [...type.intervals].sort((a, b) => Interval.semitones(a) - Interval.semitones(b));
};
