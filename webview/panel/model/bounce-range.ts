// Which part of the song a bounce takes, as the dialog offers it, and what of that is asked of the host. Pure.

import type { BounceOptions } from '../../../src/protocol/panel.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';

export type RangeKind = 'song' | 'sections' | 'loop' | 'bars';

export interface RangeChoice {
  readonly kind: RangeKind;
  /** Names of sections; the first and the last where empty. */
  readonly from: string;
  readonly to: string;
  /** Counted from 1, both in. */
  readonly firstBar: number;
  readonly lastBar: number;
}

export const wholeSong = (song: PanelSong): RangeChoice => ({
  kind: 'song',
  from: '',
  to: '',
  firstBar: 1,
  lastBar: Math.max(1, song.bars),
});

/** What is asked for, or why nothing can be. */
export const rangeOf = (
  song: PanelSong,
  { kind, from, to, firstBar, lastBar }: RangeChoice,
  loop: number | undefined,
):
  | { readonly ok: true; readonly range: Pick<BounceOptions, 'from' | 'to' | 'bars'> }
  | { readonly ok: false; readonly reason: string } => {
  if (kind === 'song') return { ok: true, range: {} };
  if (kind === 'sections') return { ok: true, range: { ...(from && { from }), ...(to && { to }) } };
  if (kind === 'loop') {
    const looped = loop === undefined ? undefined : song.sections[loop];
    return looped
      ? { ok: true, range: { bars: { from: looped.bar, to: looped.bar + looped.bars } } }
      : { ok: false, reason: 'No section is looped: choose one at the top of the panel.' };
  }
  const isRange = [firstBar, lastBar].every(Number.isInteger) && firstBar >= 1 && lastBar <= song.bars;
  if (!isRange) return { ok: false, reason: `The song has bars 1 to ${song.bars}.` };
  return firstBar <= lastBar
    ? { ok: true, range: { bars: { from: firstBar - 1, to: lastBar } } }
    : { ok: false, reason: `Bar ${firstBar} comes after bar ${lastBar}: there is nothing between them.` };
};
