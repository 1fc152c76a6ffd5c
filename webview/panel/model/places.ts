// Places in a song: seconds to bar and beat, sections at a bar, steps from one to the next. Pure.

import { meterAt, quartersOf } from '../../../src/music/meter.ts';
import { bpmAt, quartersAt, secondsAt as secondsOfQuarters } from '../../../src/music/tempo.ts';
import type { PanelSection, PanelSong } from '../../../src/protocol/song-view.ts';

/** Bar and beat from 1, as musicians count them; `share` of the beat that has passed. */
export interface Place {
  readonly bar: number;
  readonly beat: number;
  readonly share: number;
}

type Grid = Pick<PanelSong, 'barSeconds' | 'bars' | 'meters' | 'tempo'>;

export function placeAt(song: Grid, seconds: number): Place {
  const bar = barAt(song, seconds);
  const { beats: perBar } = meterAt(song.meters, bar);
  const beats = Math.min(barShareAt(song, bar, seconds), 0.999999) * perBar;
  // A frame's rounding must not show the beat before the one just sought.
  const beat = Math.min(perBar - 1, Math.floor(beats + 1e-6));
  return { bar: bar + 1, beat: beat + 1, share: Math.max(0, beats - beat) };
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
  return secondsOfQuarters(song.tempo, quartersOf(song.meters, Math.min(Math.max(0, bars), song.bars)));
}

/** Place in bars of a time: the inverse of `secondsAt`. */
export function barsAt(song: Grid, seconds: number): number {
  const bar = barAt(song, seconds);
  return bar + barShareAt(song, bar, seconds);
}

/** How much of a bar has passed, 0 to 1, by its beats: a ramp of the tempo within it counts. */
function barShareAt(song: Grid, bar: number, seconds: number): number {
  if (song.bars === 0) return 0;
  const start = quartersOf(song.meters, bar);
  const length = quartersOf(song.meters, bar + 1) - start;
  return Math.min(1, Math.max(0, (quartersAt(song.tempo, seconds) - start) / length));
}

/** The tempo and the meter that sound at a time. In a ramp the tempo is told in whole bpm: its last digits run. */
export function feelAt(song: Grid, seconds: number): { bpm: number; beats: number; unit: number } {
  const bpm = bpmAt(song.tempo, quartersAt(song.tempo, seconds));
  const isSteady = song.tempo.some((point) => point.bpm === bpm);
  const { beats, unit } = meterAt(song.meters, barAt(song, seconds));
  return { bpm: isSteady ? bpm : Math.round(bpm), beats, unit };
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

/** A cell of the arrangement in words: `bass, verse 2 of 3, bars 9 to 16, 32 notes`. */
export function spokenCell(song: PanelSong, track: number, section: number, isSilent: boolean): string {
  const { name } = song.tracks[track]!;
  const { bar, bars, cells } = song.sections[section]!;
  const notes = cells[track]?.length ?? 0;
  const [from, to] = [secondsAt(song, bar), secondsAt(song, bar + bars)];
  const takes = song.clips.filter(
    (clip) => clip.track === track && clip.startSeconds < to && clip.startSeconds + clip.lengthSeconds > from,
  );
  const what = [
    ...(notes > 0 ? [`${notes} ${notes === 1 ? 'note' : 'notes'}`] : []),
    ...new Set(takes.map((clip) => `take ${clip.name}`)),
  ];
  const plays = what.length === 0 ? 'empty' : [...what, ...(isSilent ? ['muted'] : [])].join(', ');
  return `${name}, ${sectionLabel(song.sections, section)}, ${spokenBars(bar, bars)}, ${plays}`;
}

/** `bar 5`, `bars 5 to 8`: counted from 1. */
export const spokenBars = (bar: number, bars: number): string =>
  bars === 1 ? `bar ${bar + 1}` : `bars ${bar + 1} to ${bar + bars}`;

/** Index of the section of that name that is nearest: loops follow theirs when the arrangement changes around them. */
export const nearestSection = (
  sections: PanelSong['sections'],
  { name, bar }: { readonly name: string; readonly bar: number },
): number | undefined =>
  sections
    .map((section, index) => ({ section, index }))
    .filter(({ section }) => section.name === name)
    .sort((one, other) => Math.abs(one.section.bar - bar) - Math.abs(other.section.bar - bar))[0]?.index;
