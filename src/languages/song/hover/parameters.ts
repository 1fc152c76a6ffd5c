// Parameters that the song sets, by their names and by their values: what they do, unit, range, default.

import { parameterInWords } from '../../../pattern/signature.ts';
import { transformNamed } from '../../../pattern/transforms.ts';
import type { Range } from '../../../song/origin.ts';
import type { Argument, PatternExpression } from '../../../song/pattern.ts';
import type { Song } from '../../../song/song.ts';
import type { Setting } from '../../../song/value.ts';
import { eachExpression } from '../../../song/walk.ts';
import { effectNamed } from '../../../vocabulary/effects.ts';
import { kitParameters, sampleParameters, takeParameters } from '../../../vocabulary/material.ts';
import { level, pan, sendLevel, tempo } from '../../../vocabulary/mixer.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import { targetAt } from '../../../vocabulary/targets.ts';
import { rangeInWords } from '../../../vocabulary/written.ts';
import type { Reading } from '../../language.ts';
import { instrumentParameters } from '../lower/instrument.ts';
import type { Fact } from './fact.ts';

/** @param here those parts of the song whose facts are asked for */
export function parameterFacts({ song, origins }: Reading, here: Song): readonly Fact[] {
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
    ...here.instruments.flatMap((instrument) =>
      settings(instrument.settings, instrumentParameters(instrument.type.name, instrument.polyphonic)),
    ),
    ...[...here.tracks, ...here.buses, here.master].flatMap(({ inserts }) =>
      inserts.flatMap((insert) =>
        settings(insert.settings, effectNamed(insert.effect.name)?.parameters ?? []),
      ),
    ),
    ...[...here.tracks, ...here.buses].flatMap((strip) => [
      ...measure(strip.level, level),
      ...measure(strip.pan, pan),
      ...strip.sends.flatMap((send) => measure(send.level, sendLevel)),
    ]),
    ...here.takes.flatMap((take) => settings(take.settings, takeParameters)),
    ...here.samples.flatMap((sample) => settings(sample.settings, sampleParameters)),
    ...here.kits.flatMap((kit) => settings(kit.settings, kitParameters)),
    ...measure(here.master.level, level),
    ...measure(here.tempo, tempo),
    ...here.tempoChanges.flatMap((change) => measure(change.tempo, tempo)),
    ...here.automation.flatMap(({ path, points, wave }) => {
      const target = targetAt(song, path.name);
      if (!target) return [];
      const tell = (): string => parameterText({ ...target.parameter, path: target.path });
      const values = [...points.map(({ value }) => value), ...(wave ? [wave.from, wave.to] : [])];
      return [{ range: at(path.id), tell }, ...values.map(({ id }) => ({ range: at(id), tell }))];
    }),
    ...[...here.patterns, ...here.progressions, ...here.sections.flatMap(({ parts }) => parts)].flatMap(
      ({ expression }) => argumentFacts(expression, at),
    ),
  ];
}

/** What stands in the brackets of transforms, each with what it is. */
function argumentFacts(expression: PatternExpression, at: (id: number) => Range): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (name: string, given: readonly Argument[], first: number): void => {
    const parameters = transformNamed(name)?.parameters ?? [];
    for (const [index, argument] of given.entries()) {
      const parameter = parameters[index - first];
      // A pattern and a transform are told of as what they are.
      if (parameter && argument.kind !== 'pattern' && argument.kind !== 'transform')
        facts.push({
          range: at(argument.id),
          tell: () => `**${parameterInWords(parameter)}** · ${parameter.doc}`,
        });
      if (argument.kind === 'transform') add(argument.transform.name, argument.arguments, 0);
    }
  };
  eachExpression(expression, (inner) => {
    if (inner.kind === 'transform') add(inner.transform.name, inner.arguments, 0);
    // The first pattern of a call is what others have before the dot.
    if (inner.kind === 'call') add(inner.function.name, inner.arguments, 1);
  });
  return facts;
}

/** `**attack** · 0s to 10s, default 5ms`, and what it does. */
export const parameterText = (parameter: Parameter): string =>
  `**${parameter.path}** · ${rangeInWords(parameter)}\n\n${parameter.doc}`;
