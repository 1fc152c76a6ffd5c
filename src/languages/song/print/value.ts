// Values as songs write them, so that they read back as exactly the same: numbers with their unit, words,
// texts in quotes, places in the song.

import { displayNote } from '../../../music/pitch.ts';
import type { Place } from '../../../song/place.ts';
import type { Measure, Quantity, Setting, Value } from '../../../song/value.ts';
import { unitsOf } from '../../../vocabulary/units.ts';
import { readNumber } from '../lower/number.ts';

/** A number in base units with the unit that a person would choose: `-6dB`, `30ms`, `20% left`, `3/16`. */
export const measureText = ({ value, quantity }: Pick<Measure, 'value' | 'quantity'>): string => {
  switch (quantity) {
    case 'pan':
      return panText(value);
    case 'notes':
      return noteValueText(value);
    case 'bars':
    case 'beats':
      return `${decimal(value)} ${quantity.slice(0, value === 1 ? -1 : undefined)}`;
    case 'ratio':
      // Over one it is a compressor's `3:1`; a share of the whole is at most that.
      return Math.abs(value) > 1 ? `${decimal(value)}:1` : withUnit(value, 'ratio', '%');
    case 'hertz':
      return Math.abs(value) >= 1000 ? withUnit(value, quantity, 'kHz') : withUnit(value, quantity, 'Hz');
    case 'seconds':
      return Math.abs(value) < 1 && value !== 0
        ? withUnit(value, quantity, 'ms')
        : withUnit(value, quantity, 's');
    case 'semitones':
    case 'cents':
      return (value > 0 ? '+' : '') + withUnit(value, quantity);
    default:
      return withUnit(value, quantity);
  }
};

/** In the unit preferred where it says the value exactly, else in the quantity's first one that does. */
const withUnit = (value: number, quantity: Quantity, preferred?: string): string => {
  const units = unitsOf(quantity);
  const first = units.find(({ unit }) => unit === preferred) ?? units[0] ?? { unit: '', factor: 1 };
  for (const { unit, factor } of [first, ...units]) {
    const text = shortest(value / factor, (figures) => readNumber(figures + unit).value === value);
    if (text !== undefined) return text + unit;
  }
  // Some few doubles lie between what figures in any unit say: the nearest one is a rounding away.
  return decimal(value / first.factor) + first.unit;
};

/** The fewest figures of a number under which it reads back. */
const shortest = (value: number, isSame: (figures: string) => boolean): string | undefined => {
  for (let digits = 1; digits <= 17; digits += 1) {
    const figures = decimal(Number(value.toPrecision(digits)));
    if (isSame(figures)) return figures;
  }
  return undefined;
};

/** A number in figures alone, without an exponent. */
export const decimal = (value: number): string => {
  const text = String(value);
  if (!text.includes('e')) return text;
  // Beyond 1e21 in size nothing is written; below a millionth, the figures behind the point say it.
  return value.toFixed(30).replace(/\.?0+$/, '');
};

const panText = (value: number): string => {
  if (value === 0) return 'centre';
  const share = withUnit(Math.abs(value), 'ratio', '%');
  return `${share} ${value < 0 ? 'left' : 'right'}`;
};

/** A share of a whole note with the least denominator that says it. */
const noteValueText = (value: number): string => {
  for (let denominator = 1; denominator <= 10_000; denominator += 1) {
    const numerator = Math.round(value * denominator);
    if (numerator / denominator === value) return `${numerator}/${denominator}`;
  }
  return `${decimal(value)}/1`;
};

const isWord = (text: string): boolean => /^(?:[-+]?[\d.]+|[\p{L}_#][\p{L}\p{M}\p{N}_#♯♭]*)$/u.test(text);

/** A value of a parameter; a word that is none by itself stands in quotes. */
export const valueText = (value: Value): string =>
  value.kind === 'measure' ? measureText(value) : isWord(value.value) ? value.value : quoted(value.value);

/** A text in quotes; one of several lines in backticks. */
export const quoted = (text: string): string =>
  /[\r\n]/.test(text) ? `\`${text.replace(/[`\\]/g, '\\$&')}\`` : `"${text.replace(/["\\]/g, '\\$&')}"`;

/** `filter.Q: 2`; a file stands in quotes. */
export const settingText = ({ path, value }: Setting, how: { readonly files?: boolean } = {}): string =>
  `${path}: ${how.files === true && value.kind === 'word' ? quoted(value.value) : valueText(value)}`;

/** `1.2s..9.8s`; minutes and seconds for the length of a song: `2:45..3:30`. */
export const spanText = (low: Measure, high: Measure): string => `${clockText(low)}..${clockText(high)}`;

const clockText = (measure: Measure): string => {
  const { value, quantity } = measure;
  const isClock = quantity === 'seconds' && value >= 60 && value < 60_000 && Number.isInteger(value);
  return isClock ? `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}` : measureText(measure);
};

/** MIDI notes as musicians write them: `B0..G3`. */
export const noteSpanText = (low: number, high: number): string =>
  `${displayNote(low)}..${displayNote(high)}`;

/** `chorus bar 8 beat 3`, `50%`. */
export const placeText = ({ section, bar, beat, share }: Place): string =>
  [
    ...(section ? [section.name] : []),
    ...(share ? [measureText(share)] : []),
    ...(bar ? [`bar ${decimal(bar.value)}`] : []),
    ...(beat ? [`beat ${decimal(beat.value)}`] : []),
  ].join(' ');
