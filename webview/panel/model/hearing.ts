// What a control's value means for the core: slots and gains, mute and solo worked in. Pure.
// The same rules as compile.ts has for the text, so that a move sounds as the text will.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { type Silent, silentStrips } from '../../../src/song/solo.ts';
import { stripHead } from '../../../src/vocabulary/layout.ts';
import { panLaw } from '../../../src/vocabulary/mixer.ts';
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
const lawSlot = stripHead.indexOf('law');

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
    // One solo changes what every other strip gives.
    case 'mute':
    case 'solo':
    case 'soloSafe': {
      const { tracks, buses } = silentNow(song, valueAt);
      return (['track', 'bus'] as const).flatMap((kind) =>
        (kind === 'track' ? tracks : buses).map(
          (isSilent, index): Heard => ({ do: 'strip', kind, index, slot: openSlot, value: isSilent ? 0 : 1 }),
        ),
      );
    }
    case 'panLaw':
      return (['track', 'bus', 'master'] as const).flatMap((kind) =>
        stripsOf(song, kind).map(
          (_, index): Heard => ({ do: 'strip', kind, index, slot: lawSlot, value: value / panLaw.default }),
        ),
      );
  }
}

/** Which strips nothing is heard of, as the buttons stand now. */
export function silentNow({ tracks, buses }: PanelSong, valueAt: (path: string) => number): Silent {
  const now = ({ name, path, sends }: PanelStrip) => ({
    name,
    mute: valueAt(`${path}.mute`) !== 0,
    solo: valueAt(`${path}.solo`) !== 0,
    soloSafe: valueAt(`${path}.soloSafe`) !== 0,
    sends: sends.map(({ bus }) => bus),
  });
  return silentStrips(tracks.map(now), buses.map(now));
}

const stripsOf = ({ tracks, buses, master }: PanelSong, kind: StripKind): readonly PanelStrip[] =>
  kind === 'track' ? tracks : kind === 'bus' ? buses : [master];
