// The controls of the mixer as data: where each stands in the song, what it says, and how it is written. Pure.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { stripHead } from '../../../src/vocabulary/layout.ts';
import { panLaw } from '../../../src/vocabulary/mixer.ts';
import type { Control } from './control.ts';
import { settingControls } from './setting-controls.ts';
import { writtenSetting } from './travel.ts';
import { writtenDb, writtenPan } from './words.ts';

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
    lawControl(song),
  ];
  return new Map(all.map((control) => [control.path, control]));
}

/** A value as the song writes it. */
export function written({ kind, setting }: Pick<Control, 'kind' | 'setting'>, value: number): string {
  if (setting) return writtenSetting(setting.parameter, value);
  if (kind === 'pan') return writtenPan(value);
  if (kind === 'mute' || kind === 'solo' || kind === 'soloSafe') return value ? 'true' : 'false';
  return writtenDb(value);
}

export const sendPath = (strip: PanelStrip, bus: string): string => `${strip.path}.send.${bus}`;

/** The pan law stands in the master and moves every strip. */
const lawControl = ({ master, panLawDb }: PanelSong): Control => ({
  path: `${master.path}.${panLaw.path}`,
  kind: 'panLaw',
  strip: 'master',
  index: 0,
  value: panLawDb,
  setting: { parameter: panLaw, slot: stripHead.indexOf('law') },
  ...lockOf(master, panLaw.path),
});

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
    {
      ...at,
      path: `${strip.path}.soloSafe`,
      kind: 'soloSafe',
      value: strip.soloSafe ? 1 : 0,
      ...lockOf(strip, 'soloSafe'),
    },
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
