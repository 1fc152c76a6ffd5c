// The controls of the mixer as data: where each stands in the song, what it says, and how it is written. Pure.

import type { PanelLock, PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import type { ChoiceParameter, NumberParameter } from '../../../src/vocabulary/parameter.ts';
import { settingControls } from './setting-controls.ts';
import { writtenSetting } from './travel.ts';
import { writtenDb, writtenPan } from './words.ts';

export type StripKind = 'track' | 'bus' | 'master';
export type ControlKind = 'level' | 'pan' | 'mute' | 'solo' | 'send' | 'effect' | 'instrument';

/** One control. Flags count as 0 and 1. */
export interface Control {
  /** As `set` takes it: `bass.level`, `pad.send.space`. */
  readonly path: string;
  readonly kind: ControlKind;
  readonly strip: StripKind;
  /** Of the strip among its kind. */
  readonly index: number;
  /** Index of the bus, for a send; -1 where the song has no such bus. */
  readonly bus?: number;
  /** What the text says. */
  readonly value: number;
  /** Why it can't be set from here, and what makes it, where code does. */
  readonly lock?: PanelLock;
  /** The path by which automation names it, where it can move over time. */
  readonly lane?: string;
  /** Of an effect or an instrument. */
  readonly setting?: ControlSetting;
}

/** A parameter of an effect or an instrument. */
export interface ControlSetting {
  readonly parameter: NumberParameter | ChoiceParameter;
  readonly slot: number;
  /** Place of the effect in the program's chain; -1 where it is bypassed, or a part of the strip itself. */
  readonly insert?: number;
  /** The tracks that play the instrument. */
  readonly tracks?: readonly number[];
  /** As it is written; absent where the song leaves it at its default. */
  readonly text?: string;
}

/** Every control of a song, by path. */
export function controlsOf(song: PanelSong): ReadonlyMap<string, Control> {
  const all = [
    ...settingControls(song),
    ...song.tracks.flatMap((strip, index) => ofStrip(song, 'track', strip, index)),
    ...song.buses.flatMap((strip, index) => ofStrip(song, 'bus', strip, index)),
    {
      path: `${song.master.path}.level`,
      lane: `${song.master.path}.level`,
      kind: 'level',
      strip: 'master',
      index: 0,
      value: song.master.levelDb,
      ...lockOf(song.master, 'level'),
    } as const,
  ];
  return new Map(all.map((control) => [control.path, control]));
}

/** A value as the song writes it. */
export function written({ kind, setting }: Pick<Control, 'kind' | 'setting'>, value: number): string {
  if (setting) return writtenSetting(setting.parameter, value);
  if (kind === 'pan') return writtenPan(value);
  if (kind === 'mute' || kind === 'solo') return value ? 'true' : 'false';
  return writtenDb(value);
}

export const sendPath = (strip: PanelStrip, bus: string): string => `${strip.path}.send.${bus}`;

function ofStrip(song: PanelSong, kind: 'track' | 'bus', strip: PanelStrip, index: number): Control[] {
  const at = { strip: kind, index } as const;
  return [
    {
      ...at,
      path: `${strip.path}.level`,
      lane: `${strip.path}.level`,
      kind: 'level',
      value: strip.levelDb,
      ...lockOf(strip, 'level'),
    },
    {
      ...at,
      path: `${strip.path}.pan`,
      lane: `${strip.path}.pan`,
      kind: 'pan',
      value: strip.pan,
      ...lockOf(strip, 'pan'),
    },
    { ...at, path: `${strip.path}.mute`, kind: 'mute', value: strip.mute ? 1 : 0, ...lockOf(strip, 'mute') },
    { ...at, path: `${strip.path}.solo`, kind: 'solo', value: strip.solo ? 1 : 0, ...lockOf(strip, 'solo') },
    ...strip.sends.map(
      (send): Control => ({
        ...at,
        path: sendPath(strip, send.bus),
        lane: sendPath(strip, send.bus),
        kind: 'send',
        value: send.levelDb,
        bus: song.buses.findIndex((bus) => bus.name === send.bus),
        ...lockOf(strip, `send.${send.bus}`),
      }),
    ),
  ];
}

const lockOf = ({ locked }: PanelStrip, value: string): Pick<Control, 'lock'> => {
  const lock = locked && Object.hasOwn(locked, value) ? locked[value] : undefined;
  return lock ? { lock } : {};
};
