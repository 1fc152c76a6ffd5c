// The strip that is open under the mixer: found by its path in a song. Pure.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import type { StripKind } from './control.ts';

export interface StripPlace {
  readonly kind: StripKind;
  readonly index: number;
  readonly strip: PanelStrip;
}

/** A strip by its path; undefined where the song has none such. */
export function placeOfStrip({ tracks, buses, master }: PanelSong, path: string): StripPlace | undefined {
  if (path === master.path) return { kind: 'master', index: 0, strip: master };
  for (const [kind, strips] of [
    ['track', tracks],
    ['bus', buses],
  ] as const) {
    const index = strips.findIndex((strip) => strip.path === path);
    if (index >= 0) return { kind, index, strip: strips[index]! };
  }
  return undefined;
}
