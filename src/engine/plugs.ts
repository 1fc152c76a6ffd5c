// What a song hosts of Tone.js as the program's plugs: each by where it stands and what it is, with the options
// that the song sets, as plain data in the units that Tone.js takes. Pure.

import type { Setting, Value } from '../song/value.ts';
import type { Parameter } from '../vocabulary/parameter.ts';
import { toneFactor } from '../vocabulary/plugins.ts';
import type { ToneRow } from '../vocabulary/tone-table.ts';
import { limits, type PlugOptions, type PlugProgram, type Program, type StripProgram } from './program.ts';
import { valueWritten } from './values.ts';

/** A type of the vocabulary that Tone.js plays. */
interface HostedType {
  readonly parameters: readonly Parameter[];
  readonly hosted?: ToneRow;
}

/** Gives each plug its place; `at` is undefined where there is no room for it. */
export interface PlugTable {
  readonly plugs: readonly PlugProgram[];
  at(where: string, type: HostedType, settings: readonly Setting[], voices?: number): number | undefined;
}

/** @param bpm  the tempo that note values follow */
export function plugTable(bpm: number): PlugTable {
  const plugs: PlugProgram[] = [];
  return {
    plugs,
    at(where, type, settings, voices) {
      if (!type.hosted || plugs.length === limits.plugs) return undefined;
      const options = optionsOf(type, type.hosted, settings, 60 / bpm);
      const id = JSON.stringify([where, type.hosted.name, voices ?? 0, options]);
      const place = voices === undefined ? id : where;
      const plug = { id, place, type: type.hosted.name, options, ...(voices !== undefined && { voices }) };
      return plugs.push(plug) - 1;
    },
  };
}

/** Whether the host has to play some of it. */
export const isHosted = ({ plugs }: Pick<Program, 'plugs'>): boolean => plugs.length > 0;

/** The names of what Tone.js plays in a program, each once: `tone.FMSynth`. */
export const hostedNames = ({ plugs }: Pick<Program, 'plugs'>): readonly string[] => [
  ...new Set(plugs.map(({ type }) => `tone.${type}`)),
];

/** What the core plays alone: the plugs are silent, and their effects let the sound through. */
export const withoutPlugs = (program: Program): Program => {
  const kept = <Strip extends StripProgram>(strip: Strip): Strip => ({
    ...strip,
    inserts: strip.inserts.filter(({ plug }) => plug === undefined),
  });
  if (!isHosted(program)) return program;
  return {
    ...program,
    plugs: [],
    tracks: program.tracks.map(({ plug: _, ...track }) => kept(track)),
    buses: program.buses.map(kept),
    master: kept(program.master),
  };
};

type Plain = PlugOptions[string];

function optionsOf(
  { parameters }: HostedType,
  row: ToneRow,
  settings: readonly Setting[],
  quarterSeconds: number,
): PlugOptions {
  const options: Record<string, Plain> = {};
  for (const parameter of parameters) {
    const written = settings.findLast(({ path }) => path === parameter.path)?.value;
    const value = written && plainOf(parameter, written, row, quarterSeconds);
    if (value !== undefined) put(options, parameter.path.split('.'), value);
  }
  return options;
}

function plainOf(
  parameter: Parameter,
  value: Value,
  row: ToneRow,
  quarterSeconds: number,
): Plain | undefined {
  if (parameter.kind === 'list') return String(value.value).split(' ').map(Number);
  if (parameter.kind === 'number') {
    const number = valueWritten(parameter, value, quarterSeconds);
    return number === undefined ? undefined : number * toneFactor(row, parameter.path);
  }
  const word = String(value.value);
  if (parameter.choices.every((choice) => /^-?\d+$/.test(choice))) return Number(word);
  return word === 'true' || word === 'false' ? word === 'true' : word;
}

/** The paths are the vocabulary's, so no name in them is one of JavaScript's own. */
function put(options: Record<string, Plain>, [first, ...rest]: readonly string[], value: Plain): void {
  if (rest.length === 0) {
    options[first!] = value;
    return;
  }
  const group = (options[first!] ?? {}) as Record<string, Plain>;
  options[first!] = group;
  put(group, rest, value);
}
