// What a song sets of its instruments and its mixer, or the vocabulary's default where it sets nothing.

import type { Instrument, Song, Strip } from '../song/song.ts';
import type { Setting } from '../song/value.ts';
import { effectNamed } from '../vocabulary/effects.ts';
import { instrumentNamed, polyphony } from '../vocabulary/instruments.ts';
import type { Parameter } from '../vocabulary/parameter.ts';
import { targetAt } from '../vocabulary/targets.ts';

/** A number of an instrument, in base units; undefined where its type has no such number. */
export const numberOf = (instrument: Instrument | undefined, path: string): number | undefined => {
  if (!instrument) return undefined;
  const value = valueOf(instrument, path);
  return typeof value === 'number' ? value : undefined;
};

/** A choice of an instrument, as written. */
export const choiceOf = (instrument: Instrument | undefined, path: string): string | undefined => {
  const value = instrument && valueOf(instrument, path);
  return typeof value === 'string' ? value : undefined;
};

export const settingOf = (
  { settings }: { readonly settings: readonly Setting[] },
  path: string,
): Setting | undefined => settings.find((setting) => setting.path === path);

/** Voices of a polyphonic instrument. */
export const voicesOf = (instrument: Instrument): number => {
  const value = settingOf(instrument, 'voices')?.value;
  return value?.kind === 'measure' ? value.value : polyphony.default;
};

/** What the mixer or the instrument says where no automation speaks, in base units. */
export const standingValue = (song: Song, path: string): number | undefined => {
  const target = targetAt(song, path);
  if (!target) return undefined;
  const [name = '', first = '', ...rest] = target.path.split('.');
  const strip: (Partial<Strip> & Pick<Strip, 'inserts'>) | undefined =
    name === 'master' ? song.master : [...song.tracks, ...song.buses].find((one) => one.name.name === name);
  if (!strip) return undefined;
  if (first === 'level') return strip.level?.value ?? target.parameter.default;
  if (first === 'pan') return strip.pan?.value ?? target.parameter.default;
  if (first === 'send') return strip.sends?.find(({ bus }) => bus.name === rest.join('.'))?.level.value;
  const insert = strip.inserts.find(({ effect }) => effectNamed(effect.name)?.property === first);
  if (insert) return numberIn(insert.settings, target.parameter);
  const track = song.tracks.find((one) => one.name.name === name);
  const instrument = song.instruments.find((one) => one.name.name === track?.instrument?.name);
  return instrument && numberIn(instrument.settings, target.parameter);
};

const numberIn = (settings: readonly Setting[], parameter: Parameter): number | undefined => {
  const value = settings.find(({ path }) => path === parameter.path)?.value;
  if (value) return value.kind === 'measure' ? value.value : undefined;
  return parameter.kind === 'number' ? parameter.default : undefined;
};

const valueOf = (instrument: Instrument, path: string): number | string | undefined =>
  settingOf(instrument, path)?.value.value ??
  defaultOf(instrumentNamed(instrument.type.name)?.parameters.find((parameter) => parameter.path === path));

const defaultOf = (parameter: Parameter | undefined): number | string | undefined =>
  parameter && parameter.kind !== 'list' ? parameter.default : undefined;
