// The door for what song-view.ts says: the song as the panel shows it.

import { limits } from '../engine/program.ts';
import { readColor } from '../song/color.ts';
import { insertGuard, instrumentGuard, lanesGuard, lockedGuard, sendGuard } from './check-strips.ts';
import {
  between,
  builtIn,
  count,
  fields,
  finite,
  flag,
  type Guard,
  list,
  optional,
  row,
  text,
} from './shape.ts';

const name = text(200);
const sentence = text(4000);
const range = { from: count, to: count };

const note = row(finite, finite, finite, finite);

const section = fields({
  name,
  ...range,
  bar: count,
  bars: count,
  cells: list(list(note, limits.events), 10_000),
});

const color: Guard = (value, at) =>
  typeof value === 'string' && readColor(value) ? undefined : `${at} must be a colour`;

const strip = fields({
  name,
  ...range,
  path: name,
  instrument: optional(name),
  color: optional(color),
  levelDb: finite,
  pan: between(-1, 1),
  mute: flag,
  solo: flag,
  soloSafe: flag,
  sends: list(sendGuard, 1000),
  inserts: list(insertGuard, 1000),
  group: optional(name),
  plays: optional(instrumentGuard),
  locked: optional(lockedGuard),
});

const stretch = fields({ from: finite, to: finite });
const clip = fields({
  track: count,
  name,
  startSeconds: finite,
  lengthSeconds: finite,
  wave: text(400),
  fromSeconds: finite,
  rate: finite,
  loop: optional(stretch),
  reversed: optional(stretch),
  gainDb: finite,
  fadeIn: finite,
  fadeOut: finite,
  ...range,
});
export const waveGuard = fields({
  hash: text(400),
  seconds: finite,
  levels: list(fields({ pointsPerSecond: finite, points: builtIn('Int8Array') }), 32),
});

/** What the panel shows of a song. */
export const songGuard = fields({
  title: sentence,
  bpm: finite,
  writtenBpm: optional(finite),
  tempo: list(fields({ at: finite, bpm: finite, bpmPerQuarter: finite, seconds: finite }), limits.events),
  meters: list(
    fields({ bar: count, quarters: finite, meter: fields({ beats: count, unit: count }) }),
    limits.events,
  ),
  bars: count,
  seconds: finite,
  barSeconds: list(finite, limits.events),
  sections: list(section, 100_000),
  form: list(fields({ section: name, repeats: count, ...range }), 100_000),
  declared: list(name, 100_000),
  tracks: list(strip, 10_000),
  clips: list(clip, 100_000),
  buses: list(strip, 10_000),
  master: strip,
  panLawDb: finite,
  lanes: lanesGuard,
});
