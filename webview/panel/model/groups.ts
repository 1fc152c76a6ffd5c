// Groups of the mixer: which strips name which, and how their faders move together. Pure.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { level } from '../../../src/vocabulary/mixer.ts';
import { clamp, highestDb } from './fader-law.ts';

export interface Group {
  readonly name: string;
  readonly members: readonly PanelStrip[];
}

/** The groups of a song, in the order in which strips name them. */
export function groupsOf({ tracks, buses }: Pick<PanelSong, 'tracks' | 'buses'>): readonly Group[] {
  const groups = new Map<string, PanelStrip[]>();
  for (const strip of [...tracks, ...buses]) {
    if (strip.group === undefined) continue;
    const known = groups.get(strip.group);
    if (known) known.push(strip);
    else groups.set(strip.group, [strip]);
  }
  return [...groups].map(([name, members]) => ({ name, members }));
}

/** What a group's fader shows: the loudest of its strips. */
export const groupLevel = (levels: readonly number[]): number =>
  levels.length === 0 ? 0 : Math.max(...levels);

/** All moved by as many dB, as far as a fader goes: what lies between them stays, as long as none is at its end. */
export const movedBy = (levels: readonly number[], db: number): readonly number[] =>
  levels.map((one) =>
    one <= level.min ? one : clamp(Math.round((one + db) * 10) / 10, level.min, highestDb),
  );
