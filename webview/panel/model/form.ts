// The arrangement as gestures change it: entries moved, repeated, put in, taken out. Pure: gives the whole
// arrangement as it should be; the session finds the smallest edit of the text.

import type { GesturePlacement } from '../../../src/protocol/gestures.ts';
import type { PanelPlacement, PanelSong } from '../../../src/protocol/song-view.ts';

type Form = readonly PanelPlacement[];

const kept = ({ section, repeats, from }: PanelPlacement): GesturePlacement => ({ section, repeats, from });

/** The entry of the arrangement that a section of the song comes from; -1 where it is none. */
export const entryOf = ({ form, sections }: PanelSong, section: number): number =>
  form.findIndex(({ from }) => from === sections[section]?.from);

/** The entry moved so that it stands before the one that is at `to` now; past the last where `to` is the count. */
export const moved = (form: Form, at: number, to: number): readonly GesturePlacement[] => {
  const rest = form.filter((_, index) => index !== at).map(kept);
  return rest.toSpliced(to > at ? to - 1 : to, 0, kept(form[at]!));
};

export const repeated = (form: Form, at: number, repeats: number): readonly GesturePlacement[] =>
  form.map((one, index) => (index === at ? { ...kept(one), repeats } : kept(one)));

export const inserted = (form: Form, at: number, section: string): readonly GesturePlacement[] =>
  form.map(kept).toSpliced(at, 0, { section, repeats: 1 });

export const removed = (form: Form, at: number): readonly GesturePlacement[] =>
  form.filter((_, index) => index !== at).map(kept);

/** The entry before which something dropped at `bars` goes: the nearest border between entries. */
export const dropAt = (song: PanelSong, bars: number): number => {
  const borders = song.form.map(
    ({ from }) => song.sections.find((one) => one.from === from)?.bar ?? song.bars,
  );
  borders.push(song.bars);
  return borders.reduce(
    (best, bar, index) => (Math.abs(bar - bars) < Math.abs(borders[best]! - bars) ? index : best),
    0,
  );
};

/** Where entry `at` begins, in bars; the song's end for the one past the last. */
export const barOfEntry = (song: PanelSong, at: number): number => {
  const from = song.form[at]?.from;
  return song.sections.find((one) => one.from === from)?.bar ?? song.bars;
};
