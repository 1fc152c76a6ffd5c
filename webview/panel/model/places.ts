// Places in a song: seconds to bar and beat, sections at a bar, steps from one to the next. Pure.

import type { PanelSection, PanelSong } from '../../../src/protocol/song-view.ts';

/** Bar and beat from 1, as musicians count them; `share` of the beat that has passed. */
export interface Place {
  readonly bar: number;
  readonly beat: number;
  readonly share: number;
}

type Grid = Pick<PanelSong, 'barSeconds' | 'beatsPerBar' | 'bars'>;

export function placeAt(song: Grid, seconds: number): Place {
  const bar = barAt(song, seconds);
  const start = song.barSeconds[bar] ?? 0;
  const end = song.barSeconds[bar + 1] ?? start;
  const share = end > start ? Math.min(Math.max((seconds - start) / (end - start), 0), 0.999999) : 0;
  const beats = share * song.beatsPerBar;
  return { bar: bar + 1, beat: Math.floor(beats) + 1, share: beats % 1 };
}

/** Index of the bar that sounds at `seconds`, from 0; the last one at the end. */
export function barAt(song: Grid, seconds: number): number {
  let low = 0;
  let high = Math.max(0, song.bars - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // A frame's rounding must not show the bar before the one just sought.
    if (song.barSeconds[middle]! <= seconds + 1e-4) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Seconds of a place given in bars, such as 4.5 for the middle of the fifth bar. */
export function secondsAt(song: Grid, bars: number): number {
  const bar = Math.min(Math.max(0, Math.floor(bars)), song.bars);
  const start = song.barSeconds[bar] ?? 0;
  const end = song.barSeconds[bar + 1] ?? start;
  return start + (end - start) * Math.min(1, Math.max(0, bars - bar));
}

/** Place in bars of a time: the inverse of `secondsAt`. */
export function barsAt(song: Grid, seconds: number): number {
  const bar = barAt(song, seconds);
  const start = song.barSeconds[bar] ?? 0;
  const end = song.barSeconds[bar + 1] ?? start;
  return bar + (end > start ? Math.min(1, Math.max(0, (seconds - start) / (end - start))) : 0);
}

/** Index of the section in which a bar (from 0) lies; -1 where there is none. */
export function sectionAt(sections: readonly PanelSection[], bar: number): number {
  return sections.findIndex((section) => bar >= section.bar && bar < section.bar + section.bars);
}

/** Sections with one name follow one another: the whole of them, as the ear hears it. */
export function sectionLabel(sections: readonly PanelSection[], index: number): string {
  const { name } = sections[index]!;
  const same = sections.filter((section) => section.name === name);
  return same.length > 1 ? `${name} ${same.indexOf(sections[index]!) + 1} of ${same.length}` : name;
}
