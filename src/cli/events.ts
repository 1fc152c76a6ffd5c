// codetta events FILE: every note of the song, in time, with the characters that made it.

import type { Command } from 'commander';
import { indexSong } from '../check/song-index.ts';
import { barAndBeat } from '../music/meter.ts';
import { compare, format, toNumber } from '../music/rational.ts';
import { scaleOf } from '../music/scale.ts';
import { inProse, spelledFrom } from '../music/spelling.ts';
import type { Song } from '../song/song.ts';
import type { Note } from '../timeline/timeline.ts';
import { type Look, lookAt } from './look.ts';
import { rangeOf } from './source-range.ts';
import { table } from './table.ts';
import type { Verb } from './verb.ts';

export const eventsVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('list every note of a song')
      .description('Lists every note of a song in time: track, start, length, pitch, velocity and source.')
      .argument('<file>', 'a song')
      .option('--json', 'for programs: exact fractions of bars, seconds, source ranges'),
  run: async (terminal, file: string, { json }: { json?: boolean }) => {
    const look = await lookAt(file, terminal);
    terminal.out(json ? JSON.stringify(asJson(look), undefined, 2) : asTable(look));
    return 0;
  },
};

interface Event {
  readonly track: string;
  readonly note: Note;
}

/** In time; at one time in the order of the tracks. */
const eventsOf = ({ timeline }: Look): readonly Event[] =>
  timeline.tracks
    .flatMap(({ track, notes }) => notes.map((note) => ({ track, note })))
    .sort((left, right) => compare(left.note.start, right.note.start));

const asJson = (look: Look): object => {
  const { song } = look.reading;
  const nameOf = namer(song);
  return {
    file: look.file.path,
    title: song.title,
    bpm: song.tempo.value,
    meter: `${song.meter.beats}/${song.meter.unit}`,
    bars: look.timeline.bars,
    seconds: look.timeline.seconds,
    sections: look.timeline.sections.map(({ name, repeat, bar, bars, startSeconds, endSeconds }) => ({
      name,
      repeat,
      bar: bar + 1,
      bars,
      startSeconds,
      endSeconds,
    })),
    events: eventsOf(look).map((event) => eventAsJson(event, look, nameOf)),
  };
};

const eventAsJson = ({ track, note }: Event, look: Look, nameOf: Namer): object => {
  const { bar, beat } = barAndBeat(note.start, look.reading.song.meter);
  return {
    track,
    start: { bars: format(note.start), bar, beat: format(beat), seconds: note.startSeconds },
    length: { bars: format(note.length), seconds: note.lengthSeconds },
    ...(note.midi === undefined ? {} : { pitch: { midi: note.midi, name: nameOf(note) } }),
    ...(note.hit === undefined ? {} : { hit: note.hit }),
    velocity: note.velocity,
    source: rangeOf(look, note.id),
  };
};

type Namer = (note: Note) => string;

/** Names as the song writes them, or as its key has them. */
const namer = (song: Song): Namer => {
  const { atoms } = indexSong(song);
  const scale = song.key && scaleOf(song.key);
  return ({ midi, id }) => (midi === undefined ? '' : inProse(spelledFrom(midi, atoms.get(id), scale)));
};

const asTable = (look: Look): string => {
  const { song } = look.reading;
  const events = eventsOf(look);
  const nameOf = namer(song);
  const rows = events.map(({ track, note }) => {
    const { bar, beat } = barAndBeat(note.start, song.meter);
    const { from } = rangeOf(look, note.id);
    return [
      `${bar}:${short(toNumber(beat))}`,
      `${note.startSeconds.toFixed(3)}s`,
      track,
      note.hit ?? nameOf(note),
      `${short(toNumber(note.length) * song.meter.beats)} beats`,
      `${Math.round(note.velocity * 100)}%`,
      `${from.line}:${from.column}`,
    ];
  });
  const head = ['bar:beat', 'time', 'track', 'plays', 'length', 'velocity', 'line'];
  const sum = `${song.title}: ${look.timeline.bars} bars, ${look.timeline.seconds.toFixed(1)} s, ${events.length} notes`;
  return [table([head, ...rows]), sum].join('\n');
};

const short = (value: number): string => String(Number(value.toFixed(3)));
