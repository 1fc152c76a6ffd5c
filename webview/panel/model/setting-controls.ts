// Every parameter of the effects and instruments of a song as a control: what the song sets, and the defaults of what
// it leaves unsaid. Pure.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import type { PanelValue } from '../../../src/protocol/strip-view.ts';
import type { EffectType } from '../../../src/vocabulary/effects/effect.ts';
import { effectNamed } from '../../../src/vocabulary/effects.ts';
import { instrumentNamed } from '../../../src/vocabulary/instruments.ts';
import { isBuiltIn, slotDefault, stripSlots } from '../../../src/vocabulary/layout.ts';
import {
  type ChoiceParameter,
  choiceNumber,
  type NumberParameter,
  type Parameter,
} from '../../../src/vocabulary/parameter.ts';
import type { Control, StripKind } from './control.ts';

/** Controls of all effects, then of all instruments; an instrument that several tracks play has one of each. */
export const settingControls = (song: PanelSong): readonly Control[] => [
  ...instrumentControls(song),
  ...song.tracks.flatMap((strip, index) => effectControls(strip, 'track', index)),
  ...song.buses.flatMap((strip, index) => effectControls(strip, 'bus', index)),
  ...effectControls(song.master, 'master', 0),
];

/** `bass.compressor.threshold`. */
export const effectPath = (strip: Pick<PanelStrip, 'path'>, effect: string, parameter: string): string =>
  `${strip.path}.${effectNamed(effect)?.property ?? effect}.${parameter}`;

/** What can be turned: numbers and words; rows of numbers are written in the text. */
export const turnable = (parameter: Parameter): parameter is NumberParameter | ChoiceParameter =>
  parameter.kind !== 'list';

/** Place of an effect in the program's chain, as compile.ts makes it; -1 where it is in none. */
export const chainPlace = (strip: PanelStrip, kind: StripKind, effect: string): number =>
  strip.inserts
    .filter((insert) => {
      const type = effectNamed(insert.effect);
      return type?.on.includes(kind) && !isBuiltIn(type, kind) && !insert.bypassed;
    })
    .findIndex((insert) => insert.effect === effect);

const effectControls = (strip: PanelStrip, kind: StripKind, index: number): readonly Control[] =>
  strip.inserts.flatMap(({ effect, values }) => {
    const type = effectNamed(effect);
    if (!type) return [];
    const insert = chainPlace(strip, kind, effect);
    return type.parameters.flatMap((parameter, at): readonly Control[] => {
      if (!turnable(parameter)) return [];
      const path = effectPath(strip, effect, parameter.path);
      const lock = strip.locked?.[`${type.property}.${parameter.path}`];
      return [
        {
          path,
          ...(parameter.kind === 'number' && { lane: path }),
          kind: 'effect',
          strip: kind,
          index,
          value: valueOf(parameter, values),
          ...(lock && { lock }),
          setting: {
            parameter,
            insert,
            slot: slotOf(type, kind, parameter, at),
            ...textOf(parameter, values),
          },
        },
      ];
    });
  });

const slotOf = (type: EffectType, kind: StripKind, { path }: Parameter, at: number): number =>
  isBuiltIn(type, kind) ? stripSlots(kind).indexOf(`${type.name}.${path}`) : at;

const instrumentControls = ({ tracks }: PanelSong): readonly Control[] => {
  const seen = new Set<string>();
  return tracks.flatMap(({ plays, path: track, inserts }, index) => {
    const type = plays && instrumentNamed(plays.type);
    if (!plays || !type || seen.has(plays.name)) return [];
    seen.add(plays.name);
    const players = tracks.flatMap((other, at) => (other.plays?.name === plays.name ? [at] : []));
    return type.parameters.flatMap((parameter, slot): readonly Control[] => {
      if (!turnable(parameter)) return [];
      // Where the strip has an effect of that name and the track its instrument's, the path is the effect's.
      const hidden = inserts.some(
        ({ effect }) => effectNamed(effect)?.property === parameter.path.split('.')[0],
      );
      if (hidden && plays.name === track) return [];
      const lock = plays.locked?.[parameter.path];
      return [
        {
          path: `${plays.name}.${parameter.path}`,
          ...(parameter.kind === 'number' && !hidden && { lane: `${track}.${parameter.path}` }),
          kind: 'instrument',
          strip: 'track',
          index,
          value: valueOf(parameter, plays.values),
          ...(lock && { lock }),
          setting: { parameter, slot, tracks: players, ...textOf(parameter, plays.values) },
        },
      ];
    });
  });
};

const written = ({ path }: Parameter, values: readonly PanelValue[]): PanelValue | undefined =>
  values.findLast((one) => one.path === path);

const textOf = (parameter: Parameter, values: readonly PanelValue[]): { readonly text?: string } => {
  const text = written(parameter, values)?.text;
  return text === undefined ? {} : { text };
};

const valueOf = (parameter: Parameter, values: readonly PanelValue[]): number => {
  const value = written(parameter, values)?.value;
  if (typeof value === 'number') return value;
  const word =
    parameter.kind === 'choice' && value !== undefined ? choiceNumber(parameter, value) : undefined;
  return word ?? slotDefault(parameter);
};
