// Values as a song writes them: base units to the unit that a person would choose.

import type { Quantity } from '../song/value.ts';
import type { Parameter } from './parameter.ts';

/**
 * A value in base units as text that reads back as the same value: `-6dB`, `30ms`, `2.4kHz`, `20% left`.
 * Rounded to what a fader or a message needs: six significant digits.
 */
export function written(value: number, quantity: Quantity): string {
  switch (quantity) {
    case 'decibels':
      return `${plain(value)}dB`;
    case 'dbtp':
      return `${plain(value)}dBTP`;
    case 'lufs':
      return `${plain(value)}LUFS`;
    case 'lu':
      return `${plain(value)}LU`;
    case 'hertz':
      return Math.abs(value) >= 1000 ? `${plain(value / 1000)}kHz` : `${plain(value)}Hz`;
    case 'seconds':
      return Math.abs(value) < 1 && value !== 0 ? `${plain(value * 1000)}ms` : `${plain(value)}s`;
    case 'bpm':
      return `${plain(value)}bpm`;
    // Over one it is a compressor's `3:1`; a share of the whole is at most that.
    case 'ratio':
      return value > 1 ? `${plain(value)}:1` : `${plain(value * 100)}%`;
    case 'pan':
      return writtenPan(value);
    case 'semitones':
      return `${signed(value)}st`;
    case 'cents':
      return `${signed(value)}ct`;
    case 'bars':
      return `${plain(value)} ${value === 1 ? 'bar' : 'bars'}`;
    case 'beats':
      return `${plain(value)} ${value === 1 ? 'beat' : 'beats'}`;
    case 'notes':
      return writtenNote(value);
    case 'number':
      return plain(value);
  }
}

/** A parameter's range and default in one line: `0s to 10s, default 5ms`, or its choices. */
export function rangeInWords(parameter: Parameter): string {
  if (parameter.kind === 'choice') {
    const numbered = parameter.numbered ? `, a number up to ${parameter.numbered.most} behind some` : '';
    return `${parameter.choices.join(', ')}${numbered}; default ${parameter.default}`;
  }
  if (parameter.kind === 'list')
    return `up to ${parameter.most} numbers from ${plain(parameter.min)} to ${plain(parameter.max)}; default none`;
  const { quantity, min, max } = parameter;
  return `${written(min, quantity)} to ${written(max, quantity)}, default ${written(parameter.default, quantity)}`;
}

const plain = (value: number): string => {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) < 1e-6 ? '0' : String(rounded);
};

const signed = (value: number): string => (value > 0 ? `+${plain(value)}` : plain(value));

function writtenPan(value: number): string {
  const percent = plain(Math.abs(value) * 100);
  return percent === '0' ? 'centre' : `${percent}% ${value < 0 ? 'left' : 'right'}`;
}

/** A share of a whole note with the least denominator that says it. */
function writtenNote(value: number): string {
  for (let denominator = 1; denominator <= 192; denominator++) {
    const numerator = value * denominator;
    if (Math.abs(numerator - Math.round(numerator)) < 1e-9) return `${Math.round(numerator)}/${denominator}`;
  }
  return plain(value);
}
