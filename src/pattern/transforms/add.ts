// add: a pattern of numbers on top.

import { lcm } from '../../music/rational.ts';
import { commonPeriod, within } from '../measures.ts';
import { stepped, transposed } from '../pitches.ts';
import { soundingAt, type Voice, voiced } from '../voices.ts';
import { transform } from './transform.ts';

export const add = transform({
  name: 'add',
  doc: 'Adds numbers: to degrees as steps of the scale, to notes and chords as semitones. A pattern of numbers is read at the begin of each note; several numbers at once make several notes, and in a rest the note stays as it is.',
  example: 'hook.add("<0 5>")',
  parameters: [{ kind: 'pattern', name: 'numbers', doc: 'what is added: 7, "0 2"', numbers: true }],
  apply: (of, [{ pattern: numbers }], { scale }) => {
    const sounding = soundingAt(numbers);
    const added = ({ value, velocity }: Voice, number: number, alter: number): Voice => {
      const moved = value.kind === 'degree' ? stepped(value, number, scale) : transposed(value, number);
      return { value: alter === 0 ? moved : transposed(moved, alter), velocity };
    };
    const change = {
      grid: numbers.grid,
      period: within(lcm(of.period, commonPeriod([numbers]))),
      most: Math.min(mostVoices, Math.max(1, numbers.density)),
    };
    return voiced(of, change, (moment) => {
      const given = sounding(moment).slice(0, mostVoices);
      const sums = given.flatMap(({ value }) =>
        value.kind === 'degree' ? [added(moment, value.degree, value.alter)] : [],
      );
      return sums.length > 0 ? sums : [moment];
    });
  },
});

/** Numbers at one moment, at most. */
const mostVoices = 16;
