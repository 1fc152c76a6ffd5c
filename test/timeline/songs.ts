// Songs, places and changes as data, for tests of the timeline that need no language.

import { noteName } from '../../src/music/pitch.ts';
import { format } from '../../src/music/rational.ts';
import type { PatternExpression } from '../../src/song/pattern.ts';
import type { Key, LaneShape, Meter, Place, TempoChange } from '../../src/song/place.ts';
import type { Section, Song, Track } from '../../src/song/song.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { measure } from '../pattern/songs.ts';

export const name = (text: string) => ({ name: text, id: 0 });

const track = (text: string): Track => ({ name: name(text), declaration: 0, inserts: [], sends: [] });

export const section = (
  text: string,
  bars: number,
  parts: Readonly<Record<string, PatternExpression>>,
): Section => ({
  name: name(text),
  declaration: 0,
  bars: measure(bars, 'bars'),
  parts: Object.entries(parts).map(([of, expression]) => ({ track: name(of), expression, id: 0 })),
});

/** `verse chorus*2` as an arrangement. */
export const arranged = (text: string): Song['arrangement'] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((entry, index) => {
      const [of, repeats = '1'] = entry.split('*');
      return { section: name(of!), repeats: Number(repeats), id: 100 + index };
    });

export const song = (parts: Partial<Song>): Song => ({
  title: 'Test',
  tempo: measure(120, 'bpm'),
  meter: { beats: 4, unit: 4, id: 0 },
  tempoChanges: [],
  meterChanges: [],
  keyChanges: [],
  seed: 1,
  imports: [],
  takes: [],
  samples: [],
  kits: [],
  tunings: [],
  markers: [],
  automation: [],
  lyrics: [],
  deliveries: [],
  expectations: [],
  instruments: [],
  patterns: [],
  progressions: [],
  tracks: [track('bass'), track('drum')],
  buses: [],
  master: { inserts: [] },
  sections: [],
  arrangement: [],
  ignores: [],
  ...parts,
});

/** The notes of a track: pitch or hit, start and length in bars. */
export const notesOf = (timeline: Timeline, of: string): string =>
  timeline.tracks
    .find((found) => found.track === of)!
    .notes.map((note) => `${note.hit ?? noteName(note.midi!)} ${format(note.start)}+${format(note.length)}`)
    .join(', ');

/** `chorus bar 2 beat 3`, `bar 4`, `verse`, `verse 50%`. */
export const place = (text: string, id = 50): Place => {
  const found = /^([a-z]\w*?(?<!bar|beat))? ?(?:bar ([\d.]+))? ?(?:beat ([\d.]+))? ?(?:([\d.]+)%)?$/.exec(
    text,
  );
  if (!found) throw new Error(`no place: ${text}`);
  const [, of, bar, beat, share] = found;
  return {
    id,
    ...(of ? { section: { name: of, id: id + 1 } } : {}),
    ...(bar ? { bar: measure(Number(bar), 'bars') } : {}),
    ...(beat ? { beat: measure(Number(beat), 'beats') } : {}),
    ...(share ? { share: measure(Number(share) / 100, 'ratio') } : {}),
  };
};

/** `96 at bridge`, `ramp 112 over 2 bars at verse bar 3`, `ramp 60 over 4 beats`. */
export const tempo = (text: string, id = 60): TempoChange => {
  const found = /^(?:ramp )?([\d.]+)(?: over ([\d.]+) (bars|beats))?(?: at (.*))?$/.exec(text);
  if (!found) throw new Error(`no change of tempo: ${text}`);
  const [, bpm, over, unit, at] = found;
  return {
    id,
    tempo: measure(Number(bpm), 'bpm'),
    ...(over ? { over: measure(Number(over), unit as 'bars' | 'beats') } : {}),
    ...(at ? { at: place(at, id + 1000) } : {}),
  };
};

/** `7/8`. */
export const meter = (text: string, id = 70): Meter => {
  const [beats, unit] = text.split('/').map(Number);
  return { beats: beats!, unit: unit!, id };
};

/** `C major`. */
export const key = (text: string, id = 80): Key => {
  const [tonic, mode] = text.split(' ');
  return { tonic: tonic!, mode: mode!, id };
};

/** A point of a lane. */
export const point = (at: string, value: number, shape: LaneShape = 'linear', id = 90) => ({
  at: place(at, id + 1),
  value: measure(value, 'hertz'),
  shape,
  id,
});
