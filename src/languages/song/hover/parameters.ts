// Parameters that the song sets, by their names and by their values: what they do, unit, range, default.

import type { Range } from '../../../song/origin.ts';
import type { Setting } from '../../../song/value.ts';
import { effectNamed } from '../../../vocabulary/effects.ts';
import { level, pan, sendLevel, tempo } from '../../../vocabulary/mixer.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import { rangeInWords } from '../../../vocabulary/written.ts';
import type { Reading } from '../../language.ts';
import { instrumentParameters } from '../lower/instrument.ts';
import type { Fact } from './fact.ts';

export function parameterFacts({ song, origins }: Reading): readonly Fact[] {
  const at = (id: number): Range => origins[id]!;
  const settings = (list: readonly Setting[], parameters: readonly Parameter[]): readonly Fact[] =>
    list.flatMap((setting) => {
      const parameter = parameters.find(({ path }) => path === setting.path);
      const tell = (): string | undefined => parameter && parameterText(parameter);
      return [
        { range: at(setting.pathId), tell },
        { range: at(setting.value.id), tell },
      ];
    });
  const measure = (value: { readonly id: number } | undefined, parameter: Parameter): readonly Fact[] =>
    value ? [{ range: at(value.id), tell: () => parameterText(parameter) }] : [];
  return [
    ...song.instruments.flatMap((instrument) =>
      settings(instrument.settings, instrumentParameters(instrument.type.name, instrument.polyphonic)),
    ),
    ...[...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
      inserts.flatMap((insert) =>
        settings(insert.settings, effectNamed(insert.effect.name)?.parameters ?? []),
      ),
    ),
    ...[...song.tracks, ...song.buses].flatMap((strip) => [
      ...measure(strip.level, level),
      ...measure(strip.pan, pan),
      ...strip.sends.flatMap((send) => measure(send.level, sendLevel)),
    ]),
    ...measure(song.master.level, level),
    ...measure(song.tempo, tempo),
  ];
}

/** `**attack** · 0s to 10s, default 5ms`, and what it does. */
export const parameterText = (parameter: Parameter): string =>
  `**${parameter.path}** · ${rangeInWords(parameter)}\n\n${parameter.doc}`;
