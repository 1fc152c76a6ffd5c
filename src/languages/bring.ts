// Parts of one song brought into another: under new names, with new ids. What a pattern names in its own
// song comes along inside it, so that nothing else of that song is needed, and no name can clash.

import { renamedSounds } from '../pattern/mini/sounds.ts';
import { transformNamed } from '../pattern/transforms.ts';
import type { ImportedName, Kit, Sample, SamplerSounds, TuningFile } from '../song/material.ts';
import type { SourceId } from '../song/origin.ts';
import type { Argument, PatternExpression } from '../song/pattern.ts';
import type { Instrument, Pattern, Song } from '../song/song.ts';
import type { Name, Setting, Value, Word } from '../song/value.ts';
import { eachExpression } from '../song/walk.ts';

/** Gives ids of the song that is brought into for those of the other. */
export interface NewIds {
  one(id: SourceId): SourceId;
  /** For `count` ids from `first` on: the first of as many in a row. */
  row(first: SourceId, count: number): SourceId;
}

/** What stands for a part that could not be found: the one finding is the import's. */
export const silentPattern = ({ as, declaration }: ImportedName): Pattern => ({
  name: as,
  declaration,
  expression: { kind: 'silence', id: as.id },
});

/** Far above any pattern: names that double and double make a text of a few lines that large. */
export const mostBrought = 20_000;

/** A pattern or progression of `from`, called as the import says; undefined where it is made of too much. */
export const bringPattern = (
  part: Pattern,
  { as, declaration }: ImportedName,
  from: Song,
  ids: NewIds,
): Pattern | undefined => {
  const expression = inlined(from, as, ids)(part.expression, part.name.name);
  return expression && { name: as, declaration, expression };
};

import { isPath } from '../vocabulary/bundled-sounds.ts';

export const bringInstrument = (
  part: Instrument,
  { as, declaration }: ImportedName,
  ids: NewIds,
  from: string,
): Instrument => ({
  ...part,
  name: as,
  declaration,
  type: { ...part.type, id: ids.one(part.type.id) },
  ...(part.sounds && { sounds: bringSounds(part.sounds, ids, from) }),
  settings: part.settings.map((setting) => bringSetting(setting, ids)),
  ...(part.range ? { range: { ...part.range, id: ids.one(part.range.id) } } : {}),
});

/** The tunings that a brought pattern may play by, under names that no song can write. */
export const bringTunings = (from: Song, { as, declaration }: ImportedName): readonly TuningFile[] =>
  from.tunings.map((tuning) => ({
    ...tuning,
    name: { name: broughtTuning(as, tuning.name.name), id: as.id },
    declaration,
  }));

const broughtTuning = (as: Name, tuning: string): string => `${as.name}#${tuning.trim()}`;

export const bringSample = (
  part: Sample,
  { as, declaration }: ImportedName,
  ids: NewIds,
  from: string,
): Sample => ({
  ...part,
  name: as,
  declaration,
  file: {
    path: bringPath(part.file.path, ids, from),
    ...(part.file.hash && { hash: bringWord(part.file.hash, ids) }),
    ...(part.file.licence && { licence: bringWord(part.file.licence, ids) }),
    ...(part.file.credit && { credit: bringWord(part.file.credit, ids) }),
  },
  settings: part.settings.map((setting) => bringSetting(setting, ids)),
});

export const bringKit = (part: Kit, { as, declaration }: ImportedName, ids: NewIds, from: string): Kit => ({
  ...part,
  name: as,
  declaration,
  source: bringPath(part.source, ids, from),
  settings: part.settings.map((setting) => bringFile(setting, ids, from)),
});

/** The samples that a pattern brought as `name` plays, under names that no song can write. */
export const bringSamples = (
  { expression }: Pattern,
  from: Song,
  name: ImportedName,
  ids: NewIds,
  path: string,
): readonly Sample[] => {
  const played = new Set<string>();
  eachExpression(expression, (inner) => {
    if (inner.kind === 'mini') for (const sound of inner.mini.sounds) played.add(sound.name);
  });
  return from.samples.flatMap((sample) => {
    const as = { name: broughtSample(name.as, sample.name.name), id: name.as.id };
    return played.has(as.name) ? [bringSample(sample, { ...name, as }, ids, path)] : [];
  });
};

const broughtSample = (as: Name, sample: string): string => `${as.name}#${sample}`;

/** Paths count from the song that writes them: brought into another, they lead over the other's folder. */
const pathFrom = (from: string, value: string): string => {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const isFound = isPath(value) && !/^(?:\/|[a-z][a-z0-9+.-]+:)/i.test(value);
  return isFound ? folder + value.replace(/^\.\//, '') : value;
};

const bringPath = (word: Word, ids: NewIds, from: string): Word => ({
  ...bringWord(word, ids),
  value: pathFrom(from, word.value),
});

/** A setting of a kit or a Sampler, whose words are files. */
const bringFile = (setting: Setting, ids: NewIds, from: string): Setting => {
  const brought = bringSetting(setting, ids);
  const { value } = brought;
  return value.kind === 'word'
    ? { ...brought, value: { ...value, value: pathFrom(from, value.value) } }
    : brought;
};

const bringSounds = ({ source, preset, files }: SamplerSounds, ids: NewIds, from: string): SamplerSounds => ({
  ...(source && { source: bringPath(source, ids, from) }),
  ...(preset && { preset: bringWord(preset, ids) }),
  files: files.map((file) => bringFile(file, ids, from)),
});

const bringWord = (word: Word, ids: NewIds): Word => ({ ...word, id: ids.one(word.id) });

const bringSetting = (setting: Setting, ids: NewIds): Setting => ({
  ...setting,
  pathId: ids.one(setting.pathId),
  value: bringValue(setting.value, ids),
});

const bringValue = (value: Value, ids: NewIds): Value => ({ ...value, id: ids.one(value.id) });

/** An expression without names: each replaced by what it names, silence where that leads back to itself. */
const inlined = (from: Song, as: Name, ids: NewIds) => {
  const named = new Map<string, PatternExpression>();
  for (const { name, expression } of [...from.patterns, ...from.progressions])
    if (!named.has(name.name)) named.set(name.name, expression);

  const samples = new Map(from.samples.map(({ name }) => [name.name, broughtSample(as, name.name)]));
  let brought = 0;
  const bring = (expression: PatternExpression, above: ReadonlySet<string>): PatternExpression => {
    brought += expression.kind === 'mini' ? 1 + expression.mini.atoms : 1;
    if (brought > mostBrought) return { kind: 'silence', id: expression.id };
    switch (expression.kind) {
      case 'silence':
        return { ...expression, id: ids.one(expression.id) };
      case 'mini': {
        const firstAtom = ids.row(expression.firstAtom, expression.mini.atoms);
        const mini = renamedSounds(expression.mini, samples);
        return { ...expression, mini, firstAtom, id: ids.one(expression.id) };
      }
      case 'name': {
        const meant = named.get(expression.name.name);
        if (!meant || above.has(expression.name.name)) return { kind: 'silence', id: ids.one(expression.id) };
        return bring(meant, new Set([...above, expression.name.name]));
      }
      case 'transform':
        return {
          ...expression,
          of: bring(expression.of, above),
          transform: { ...expression.transform, id: ids.one(expression.transform.id) },
          arguments: bringArguments(expression.transform.name, expression.arguments, above),
          id: ids.one(expression.id),
        };
      case 'call':
        return {
          ...expression,
          function: { ...expression.function, id: ids.one(expression.function.id) },
          arguments: bringArguments(expression.function.name, expression.arguments, above),
          id: ids.one(expression.id),
        };
    }
  };

  const bringArguments = (
    transform: string,
    given: readonly Argument[],
    above: ReadonlySet<string>,
  ): readonly Argument[] => {
    const parameters = transformNamed(transform)?.parameters ?? [];
    return given.map((argument, index) => {
      switch (argument.kind) {
        case 'range':
          return {
            ...argument,
            low: bringValue(argument.low, ids),
            high: bringValue(argument.high, ids),
            id: ids.one(argument.id),
          };
        case 'pattern':
          return { ...argument, expression: bring(argument.expression, above), id: ids.one(argument.id) };
        case 'transform':
          return {
            ...argument,
            transform: { ...argument.transform, id: ids.one(argument.transform.id) },
            arguments: bringArguments(argument.transform.name, argument.arguments, above),
            id: ids.one(argument.id),
          };
        case 'word': {
          const parameter = parameters[Math.min(index, parameters.length - 1)];
          if (parameter?.kind === 'text' && parameter.names === 'tuning')
            return { ...argument, value: broughtTuning(as, argument.value), id: ids.one(argument.id) };
          // A bare word names a pattern where one is due, which this song does not know by that name.
          if (parameter?.kind !== 'pattern') return bringValue(argument, ids);
          const name = { name: argument.value, id: argument.id };
          const expression = bring({ kind: 'name', name, id: argument.id }, above);
          return { kind: 'pattern', expression, id: ids.one(argument.id) };
        }
        default:
          return bringValue(argument, ids);
      }
    });
  };
  return (expression: PatternExpression, name: string): PatternExpression | undefined => {
    const all = bring(expression, new Set([name]));
    return brought > mostBrought ? undefined : all;
  };
};
