// What can move while the song plays: the paths that automation takes, and the parameter behind each.
// `bass.level`, `vox.send.space`, `bass.eq.low`, `master.limiter.threshold`, `bass.filter.Q`: the strip's name,
// then what the strip has, or what the instrument of the track has.

import type { Insert, Song, Strip } from '../song/song.ts';
import { eq3 } from './effects/eq3.ts';
import { parametricEq } from './effects/parametric-eq.ts';
import { effectNamed, effectNumber, effectOfProperty, furtherEffect, kindOf } from './effects.ts';
import { instrumentNamed } from './instruments.ts';
import { level, pan, sendLevel } from './mixer.ts';
import type { NumberParameter, Parameter } from './parameter.ts';

/** What is needed of a song. */
export type Mixed = Pick<Song, 'tracks' | 'buses' | 'master' | 'instruments'>;

export interface Target {
  /** `bass.eq.low`, by the names of the vocabulary. */
  readonly path: string;
  readonly parameter: NumberParameter;
  readonly part: TargetPart;
}

/** Whose parameter it is. */
export type TargetPart =
  | { readonly kind: 'level' | 'pan' | 'instrument' }
  | { readonly kind: 'send'; readonly bus: string }
  /** By the vocabulary's name. */
  | { readonly kind: 'insert'; readonly effect: string };

/** The target that a path names; undefined where it names none. */
export const targetAt = (song: Mixed, path: string): Target | undefined => {
  const [name = '', ...rest] = path.split('.');
  const wanted = canonical(rest);
  return targetsOf(song, name).find(
    (target) => target.path === `${name}.${wanted}` || hasAlias(target, `${name}.${wanted}`),
  );
};

/** Every target of the strip named, the mixer's first; empty where there is no such strip. */
export const targetsOf = (song: Mixed, name: string): readonly Target[] => {
  const own = (parameter: NumberParameter, path: string, part: TargetPart): Target => ({
    path: `${name}.${path}`,
    parameter,
    part,
  });
  if (name === 'master')
    return [own(level, 'level', { kind: 'level' }), ...insertTargets(name, song.master.inserts)];
  const track = song.tracks.find((one) => one.name.name === name);
  const strip: Strip | undefined = track ?? song.buses.find((one) => one.name.name === name);
  if (!strip) return [];
  const instrument = song.instruments.find((one) => one.name.name === track?.instrument?.name);
  return [
    own(level, 'level', { kind: 'level' }),
    own(pan, 'pan', { kind: 'pan' }),
    ...strip.sends.map(({ bus }) => own(sendLevel, `send.${bus.name}`, { kind: 'send', bus: bus.name })),
    ...insertTargets(name, strip.inserts),
    ...numbers(instrumentNamed(instrument?.type.name ?? '')).map((parameter) =>
      own(parameter, parameter.path, { kind: 'instrument' }),
    ),
  ];
};

const insertTargets = (name: string, inserts: readonly Insert[]): readonly Target[] =>
  inserts.flatMap((insert) => {
    const effect = effectNamed(insert.effect.name);
    return numbers(effect).map((parameter) => ({
      path: `${name}.${effect!.property}.${parameter.path}`,
      parameter,
      part: { kind: 'insert', effect: effect!.name },
    }));
  });

/** Words and note values do not move by degrees; what Tone.js plays has no lanes. */
const numbers = (
  type: { readonly parameters: readonly Parameter[]; readonly hosted?: unknown } | undefined,
): readonly NumberParameter[] =>
  type?.hosted ? [] : (type?.parameters ?? []).filter((parameter) => parameter.kind === 'number');

/** Effects by Tone.js's name and by their other words (`glue`), bands behind `eq`, sends in either number. */
const canonical = ([first = '', ...rest]: readonly string[]): string => {
  const effect = effectOfProperty(first) ?? effectNamed(first);
  if (effect && kindOf(effect) === eq3 && rest[0]?.startsWith('band'))
    return [furtherEffect(parametricEq, effectNumber(effect)).property, ...rest].join('.');
  return [effect ? effect.property : first === 'sends' ? 'send' : first, ...rest].join('.');
};

const hasAlias = ({ path, parameter }: Target, written: string): boolean =>
  parameter.aliases?.some(
    (alias) => `${path.slice(0, path.length - parameter.path.length)}${alias}` === written,
  ) === true;
