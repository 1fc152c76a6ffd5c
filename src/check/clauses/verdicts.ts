// Verdicts that brief and expect have in common: how long, and how much louder.

import type { Measure, Name } from '../../song/value.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { fails, type Heard, holds, soundOf, type Verdict } from '../clause.ts';
import { minutes } from '../in-words.ts';
import type { MeasuredSound } from '../measured.ts';

type Judge = (heard: Heard) => Verdict;

export const lengthVerdict =
  ({ shortest, longest }: { readonly shortest: Measure; readonly longest: Measure }): Judge =>
  ({ timeline: { seconds } }) => {
    const is = `The song lasts ${minutes(seconds)}`;
    if (seconds < shortest.value)
      return fails(`${is}: ${minutes(shortest.value - seconds)} too short. Repeat or lengthen a section.`);
    if (seconds > longest.value)
      return fails(`${is}: ${minutes(seconds - longest.value)} too long. Cut or shorten a section.`);
    return holds(`${is}.`);
  };

export const louderVerdict =
  ({ section, than, by = 0 }: { readonly section: Name; readonly than: Name; readonly by?: number }): Judge =>
  (heard) => {
    const { mix } = soundOf(heard);
    const [one, other] = [section, than].map(({ name }) => sectionLoudness(mix, heard.timeline, name)) as [
      number | undefined,
      number | undefined,
    ];
    for (const [name, loudness] of [
      [section.name, one],
      [than.name, other],
    ] as const) {
      if (loudness === undefined) return fails(`The section ${name} is not arranged. Add it to \`arrange\`.`);
      if (loudness === -Infinity) return fails(`The section ${name} is silent.`);
    }
    const lift = one! - other!;
    const is = `${section.name} is ${Math.abs(lift).toFixed(1)} LU ${lift >= 0 ? 'louder' : 'softer'} than ${than.name} (${one!.toFixed(1)} against ${other!.toFixed(1)} LUFS)`;
    // As exact as it is told: 1.96 is shown as 2.0, and is 2.0.
    if (Math.round(lift * 10) >= Math.round(by * 10) && lift > 0) return holds(`${is}.`);
    return fails(
      `${is}, and ${by > 0 ? `${by} LU louder` : 'louder'} was asked for. Let more play in ${section.name}, or less in ${than.name}.`,
    );
  };

/**
 * Loudness of a section over all its places in the arrangement, in LUFS: their mean by power and length.
 * @returns undefined where it is not arranged
 */
export const sectionLoudness = (mix: MeasuredSound, timeline: Timeline, name: string): number | undefined => {
  let [power, bars] = [0, 0];
  for (const [place, section] of timeline.sections.entries()) {
    if (section.name !== name) continue;
    power += section.bars * 10 ** ((mix.sections[place]?.loudness ?? -Infinity) / 10);
    bars += section.bars;
  }
  return bars === 0 ? undefined : 10 * Math.log10(power / bars);
};
