// What a control's value means for the core: slots and gains, mute and solo worked in. Pure.
// The same rules as compile.ts has for the text, so that a move sounds as the text will.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { stripHead } from '../../../src/vocabulary/layout.ts';
import type { Control, StripKind } from './control.ts';
import { gainOf } from './fader-law.ts';

export type Heard =
  | {
      readonly do: 'strip';
      readonly kind: StripKind;
      readonly index: number;
      readonly slot: number;
      readonly value: number;
    }
  | {
      readonly do: 'send';
      readonly kind: 'track' | 'bus';
      readonly index: number;
      readonly bus: number;
      readonly gain: number;
    }
  | {
      readonly do: 'insert';
      readonly kind: StripKind;
      readonly index: number;
      readonly insert: number;
      readonly slot: number;
      readonly value: number;
    }
  | { readonly do: 'instrument'; readonly index: number; readonly slot: number; readonly value: number };

const levelSlot = stripHead.indexOf('level');
const panSlot = stripHead.indexOf('pan');
const openSlot = stripHead.indexOf('open');

/**
 * The moves of the core that let a control be heard.
 * @param valueAt  what each control shows now, by path
 */
export function heard(
  song: PanelSong,
  control: Control,
  valueAt: (path: string) => number,
): readonly Heard[] {
  const value = valueAt(control.path);
  switch (control.kind) {
    case 'pan':
      return [{ do: 'strip', kind: control.strip, index: control.index, slot: panSlot, value }];
    case 'send':
      return control.strip !== 'master' && control.bus !== undefined && control.bus >= 0
        ? [{ do: 'send', kind: control.strip, index: control.index, bus: control.bus, gain: gainOf(value) }]
        : [];
    case 'level':
      return [
        { do: 'strip', kind: control.strip, index: control.index, slot: levelSlot, value: gainOf(value) },
      ];
    case 'effect': {
      const { insert = -1, slot } = control.setting!;
      const { strip: kind, index } = control;
      if (insert >= 0) return [{ do: 'insert', kind, index, insert, slot, value }];
      return slot >= stripHead.length && kind === 'master' ? [{ do: 'strip', kind, index, slot, value }] : [];
    }
    case 'instrument': {
      const { slot, tracks = [], parameter } = control.setting!;
      // Words are heard with the text: an instrument takes them at its start.
      if (parameter.kind === 'choice') return [];
      return tracks.map((index): Heard => ({ do: 'instrument', index, slot, value }));
    }
    // One solo changes what every other track gives.
    case 'mute':
    case 'solo': {
      const kind = control.strip;
      if (kind === 'master') return [];
      return stripsOf(song, kind).map((strip, index): Heard => {
        const isOpen = !isSilent(song, kind, strip, valueAt);
        return { do: 'strip', kind, index, slot: openSlot, value: isOpen ? 1 : 0 };
      });
    }
  }
}

/** Whether a strip is muted, or a track while another one is soloed. Buses are shared: no solo silences them. */
export function isSilent(
  song: PanelSong,
  kind: 'track' | 'bus',
  strip: PanelStrip,
  valueAt: (path: string) => number,
): boolean {
  if (valueAt(`${strip.path}.mute`)) return true;
  if (kind === 'bus') return false;
  return song.tracks.some(({ path }) => valueAt(`${path}.solo`)) && !valueAt(`${strip.path}.solo`);
}

function stripsOf(song: PanelSong, kind: 'track' | 'bus'): readonly PanelStrip[] {
  return kind === 'track' ? song.tracks : song.buses;
}
