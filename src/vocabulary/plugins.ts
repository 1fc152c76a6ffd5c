// Tone.js's own instruments and effects as songs name them: `tone.FMSynth`, `tone.Chorus`. Made from the table of
// the installed Tone.js (tone-table.ts); where the core has the same parameter, with its range and its words.
// Options are plain data: nothing that calls back or fetches is in the table.

import type { EffectType } from './effects/effect.ts';
import type { InstrumentType } from './instruments/instrument.ts';
import { mostPartials, mostUnison } from './instruments/oscillator.ts';
import {
  type ChoiceParameter,
  cents,
  choice,
  decibels,
  hertz,
  type NumberParameter,
  type Parameter,
  plain,
  ratio,
  seconds,
} from './parameter.ts';
import { type ToneOption, type ToneRow, toneTable } from './tone-table.ts';
import { written } from './written.ts';

/** What stands before the name of a class of Tone.js. */
export const plugPrefix = 'tone';

/** As a song names it. */
const plugName = ({ name }: Pick<ToneRow, 'name'>): string => `${plugPrefix}.${name}`;

/** @param known  the core's own, for ranges and words where Tone.js's is the same */
export const plugInstruments = (known: readonly InstrumentType[]): readonly InstrumentType[] =>
  toneTable.flatMap((row): readonly InstrumentType[] => {
    if (row.role === 'effect') return [];
    const like = known.find(({ name }) => name === row.name);
    const parameters = parametersOf(row, like?.parameters ?? []);
    return [
      {
        name: plugName(row),
        doc: `Tone.js’s own ${row.name}, played in its graph: a bounce of it takes a browser.`,
        example: `instrument lead = ${plugName(row)} { ${settingOf(parameters, ': ')} }`,
        parameters,
        hitMidi: like?.hitMidi ?? 60,
        ...(like?.drum && { drum: like.drum }),
        hosted: row,
      },
    ];
  });

/** @param known  as above */
export const plugEffects = (known: readonly EffectType[]): readonly EffectType[] =>
  toneTable.flatMap((row): readonly EffectType[] => {
    if (row.role !== 'effect') return [];
    const like = known.find(({ name }) => name === row.name);
    const parameters = parametersOf(row, like?.parameters ?? []);
    return [
      {
        name: plugName(row),
        property: plugName(row),
        doc: `Tone.js’s own ${row.name}, played in its graph: a bounce of it takes a browser.`,
        example: `${plugName(row)}: ${settingOf(parameters, ' ')}`,
        parameters,
        widens: true,
        on: ['track', 'bus', 'master'],
        hosted: row,
      },
    ];
  });

/** A number of its own, as an example. */
const settingOf = (parameters: readonly Parameter[], between: string): string => {
  const wet = parameters.find(({ path }) => path === 'wet');
  if (wet) return `wet${between}50%`;
  const number = parameters.find(
    (one): one is NumberParameter =>
      one.kind === 'number' && one.quantity === 'number' && one.min <= 1 && one.max >= 1,
  );
  if (number) return `${number.path}${between}1`;
  const first = parameters.find((one): one is NumberParameter => one.kind === 'number')!;
  return `${first.path}${between}${written(first.default, first.quantity)}`;
};

function parametersOf(row: ToneRow, known: readonly Parameter[]): readonly Parameter[] {
  const all = row.options.flatMap((option): readonly Parameter[] => {
    const made = parameterOf(option, row);
    return made ? [likeKnown(made, known)] : [];
  });
  // What takes values in a row takes the share of the effect by its name.
  return [...all.filter(({ kind }) => kind !== 'list'), ...all.filter(({ kind }) => kind === 'list')];
}

/** With the core's range and words, where that measures the same. */
function likeKnown(made: Parameter, known: readonly Parameter[]): Parameter {
  const same = known.find(({ path, aliases }) => path === made.path || aliases?.includes(made.path) === true);
  if (!same) return made;
  if (made.kind !== 'number') return { ...made, doc: same.doc };
  if (same.kind !== 'number' || same.quantity !== made.quantity) return { ...made, doc: same.doc };
  const { min, max, curve, doc } = same;
  const fallback = Math.min(max, Math.max(min, made.default));
  return { ...made, min, max, doc, default: fallback, ...(curve && { curve }) };
}

/** Options that make so many nodes, or so much work, as they say. */
const most: Readonly<Record<string, number>> = {
  count: mostUnison,
  partialCount: mostPartials,
  order: 100,
  stages: 24,
};

function parameterOf([path, kind, fallback]: ToneOption, row: ToneRow): Parameter | undefined {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const number = typeof fallback === 'number' ? fallback : 0;
  const doc = `\`${last}\` as Tone.js’s ${row.name} has it.`;
  if (kind.includes('|')) return wordsOf(path, kind.split('|'), fallback, doc);
  const limit = most[last];
  if (limit !== undefined)
    return plain(path, Math.min(limit, number), last === 'partialCount' ? 0 : 1, limit, doc);
  switch (kind) {
    case 'Time':
    case 'Seconds':
      return { ...seconds(path, number, 0, 60, doc), noteValues: true };
    case 'Milliseconds':
      return seconds(path, number / 1000, 0, 1, doc);
    case 'Frequency':
    case 'Hertz':
      return hertz(path, number, number <= 0 ? -20_000 : 0.01, 20_000, doc);
    case 'Decibels':
      return decibels(path, number, -100, 40, doc);
    case 'Cents':
      return cents(path, number, -4800, 4800, doc);
    case 'Interval':
      return { ...plain(path, number, -48, 48, doc), quantity: 'semitones' };
    case 'NormalRange':
      return ratio(path, number, 0, 1, doc);
    case 'AudioRange':
      return plain(path, number, -1, 1, doc);
    case 'Degrees':
      return plain(path, number, 0, 360, doc);
    case 'Positive':
      return plain(path, number, 0, 1000, doc);
    case 'GainFactor':
    case 'number':
      return plain(path, number, -1000, 1000, doc);
    case 'number[]':
      return { kind: 'list', path, most: mostPartials, min: -1, max: 1, doc };
    default:
      return undefined;
  }
}

function wordsOf(
  path: string,
  words: readonly string[],
  fallback: ToneOption[2],
  doc: string,
): ChoiceParameter {
  const isWave = words.includes('sine') && words.includes('sawtooth');
  const first = words.includes(String(fallback)) ? String(fallback) : words[0]!;
  return {
    // The one that it is by itself comes first.
    ...choice(path, [first, ...words.filter((word) => word !== first)], doc),
    ...(isWave && {
      numbered: { words: words.filter((word) => !/^p|custom$/.test(word)), most: mostPartials },
    }),
    ...(path.endsWith('.type') && { aliases: [path.slice(0, -'.type'.length)] }),
  };
}

/** What Tone.js takes an option in, over what the song measures it in. */
export const toneFactor = (row: ToneRow, path: string): number =>
  row.options.find(([name]) => name === path)?.[1] === 'Milliseconds' ? 1000 : 1;
