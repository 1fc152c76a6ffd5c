// Each place of a `deliver` as clauses: loudness and true peak that it asks for, and the format.

import type { Delivery } from '../../song/brief.ts';
import type { Name } from '../../song/value.ts';
import { type Clause, fails, type Heard, holds, soundOf, type Verdict } from '../clause.ts';
import { type DeliveredFormat, deliveredAs, type TargetSound, targetSounds } from '../figures.ts';
import { tenths } from '../in-words.ts';

export const deliveryClauses = (delivery: Delivery): readonly Clause[] =>
  delivery.targets.flatMap((target) => {
    const sound = targetSounds[target.name];
    return sound ? ofTarget(target, sound, delivery, deliveredAs[target.name]) : [];
  });

const ofTarget = (
  { name, id }: Name,
  sound: TargetSound,
  delivery: Delivery,
  takes: DeliveredFormat | undefined,
): readonly Clause[] => [
  ...(sound.loudness === undefined
    ? []
    : [
        {
          name: `deliver ${name}: ${sound.loudness} LUFS`,
          id,
          needs: 'sound' as const,
          judge: loudnessVerdict(name, sound.loudness, sound),
        },
      ]),
  { name: `deliver ${name}: true peak`, id, needs: 'sound', judge: peakVerdict(sound) },
  ...(takes
    ? [
        {
          name: `deliver ${name}: the format`,
          id,
          needs: 'notes' as const,
          judge: formatVerdict(name, takes, delivery),
        },
      ]
    : []),
];

const loudnessVerdict =
  (place: string, target: number, { tolerance, isStrict }: TargetSound) =>
  (heard: Heard): Verdict => {
    const { integrated } = soundOf(heard).mix;
    if (integrated === -Infinity) return fails('The song is silent.');
    const off = integrated - target;
    const is = `The song has ${integrated.toFixed(1)} LUFS`;
    if (off < -tolerance)
      return fails(
        `${is}, ${(-off).toFixed(1)} LU below ${place}'s ${target}: it is softer than what plays around it. Raise the master.`,
      );
    if (off <= tolerance) return holds(`${is}.`);
    return isStrict
      ? fails(`${is}, ${off.toFixed(1)} LU above the ${target} of ${place}: it is refused. Lower the master.`)
      : holds(`${is}: ${place} turns it down by ${off.toFixed(1)} dB to its ${target}.`);
  };

/** The ceiling for a song that loud. */
export const ceilingOf = (
  { ceiling, ceilingWhenLouder, loudness }: TargetSound,
  integrated: number,
): number =>
  ceilingWhenLouder !== undefined && loudness !== undefined && integrated > loudness + 0.5
    ? ceilingWhenLouder
    : ceiling;

/** Half of a tenth: a true peak is told to a tenth, and no meter is surer than that. */
export const peakTolerance = 0.05;

const peakVerdict =
  (sound: TargetSound) =>
  (heard: Heard): Verdict => {
    const { truePeak, integrated } = soundOf(heard).mix;
    if (truePeak === -Infinity) return holds('The song is silent.');
    const ceiling = ceilingOf(sound, integrated);
    const is = `The highest true peak is ${tenths(truePeak)} dBTP`;
    return truePeak <= ceiling + peakTolerance
      ? holds(`${is}, under ${ceiling}.`)
      : fails(`${is}, over the ceiling of ${ceiling} (${sound.source}). Write \`limiter: ${ceiling}dBTP\`.`);
  };

const formatVerdict =
  (place: string, { rates = [], bits = [], source }: DeliveredFormat, { extras }: Delivery) =>
  (): Verdict => {
    const written = (name: string): string | number | undefined =>
      extras.find((extra) => extra.name.name === name)?.value?.value;
    const [rate, depth] = [written('rate'), written('bits')];
    const takes = `${rates.map((one) => one / 1000).join(' or ')} kHz and ${bits.join(' or ')} bits`;
    const isRight =
      (rate === undefined || rates.includes(Number(rate))) &&
      (depth === undefined || bits.includes(String(depth)));
    if (isRight) return holds(`${takes}.`);
    const said = [rate && `${Number(rate) / 1000} kHz`, depth && `${depth} bits`].filter(Boolean).join(', ');
    return fails(
      `${place} takes ${takes} (${source}), and the delivery says ${said}. Write \`rate: ${rates[0]! / 1000}kHz, bits: ${bits[0]}\`.`,
    );
  };
