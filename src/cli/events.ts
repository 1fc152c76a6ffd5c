// codetta events FILE: every note of the song, in time, with the characters that made it.

import type { Command } from 'commander';
import { indexSong } from '../check/song-index.ts';
import { type Bar, barAndBeat, meterAt } from '../music/meter.ts';
import { compare, floor, format, toNumber } from '../music/rational.ts';
import { type KeyScale, scaleOf } from '../music/scale.ts';
import { inProse, spelledFrom } from '../music/spelling.ts';
import type { Key } from '../song/place.ts';
import { keyAt } from '../timeline/keys.ts';
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
  const nameOf = namer(look);
  return {
    file: look.file.path,
    title: song.title,
    bpm: song.tempo.value,
    meter: `${song.meter.beats}/${song.meter.unit}`,
    bars: look.timeline.bars,
    seconds: look.timeline.seconds,
    ...mapsAsJson(look),
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

/** What changes within the song, by bars from 1; absent where nothing does. */
const mapsAsJson = ({ timeline }: Look): object => {
  const { meters, keys, tempo, markers, lyrics, lanes } = timeline;
  return {
    ...(meters.length < 2
      ? {}
      : {
          meters: meters.map(({ bar, meter }) => ({ bar: bar + 1, meter: `${meter.beats}/${meter.unit}` })),
        }),
    ...(keys.length < 2
      ? {}
      : { keys: keys.map(({ bar, key }) => ({ bar: bar + 1, key: `${key.tonic} ${key.mode}` })) }),
    ...(tempo.length < 2 ? {} : { tempo }),
    ...(markers.length === 0
      ? {}
      : { markers: markers.map(({ name, bars, seconds }) => ({ name, bars: format(bars), seconds })) }),
    ...(lyrics.length === 0
      ? {}
      : {
          lyrics: lyrics.map(({ text, continues, track, start, startSeconds, lengthSeconds }) => ({
            text,
            continues,
            track,
            start: { bars: format(start), seconds: startSeconds },
            length: { seconds: lengthSeconds },
          })),
        }),
    ...(lanes.length === 0
      ? {}
      : {
          automation: lanes.map(({ path, spans }) => ({
            path: path.name,
            spans: spans.map(({ startSeconds, endSeconds, points, wave }) => ({
              startSeconds,
              endSeconds,
              points: points.map(({ bars, seconds, value, shape }) => ({
                bars: format(bars),
                seconds,
                value,
                shape,
              })),
              ...(wave ? { wave } : {}),
            })),
          })),
        }),
  };
};

const meterOf = ({ timeline }: Look, { start }: Note): Bar => meterAt(timeline.meters, floor(start));

const eventAsJson = ({ track, note }: Event, look: Look, nameOf: Namer): object => {
  const { bar, beat } = barAndBeat(note.start, meterOf(look, note));
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

/** Names as the song writes them, or as the key of their bar has them. */
const namer = ({ reading, timeline }: Look): Namer => {
  const { atoms } = indexSong(reading.song);
  const scales = new Map<Key, KeyScale | undefined>();
  const scaleAt = (bar: number): KeyScale | undefined => {
    const key = keyAt(timeline.keys, bar);
    if (!key) return undefined;
    if (!scales.has(key)) scales.set(key, scaleOf(key));
    return scales.get(key);
  };
  return ({ midi, id, start }) =>
    midi === undefined ? '' : inProse(spelledFrom(midi, atoms.get(id), scaleAt(floor(start))));
};

const asTable = (look: Look): string => {
  const { song } = look.reading;
  const events = eventsOf(look);
  const nameOf = namer(look);
  const rows = events.map(({ track, note }) => {
    const meter = meterOf(look, note);
    const { bar, beat } = barAndBeat(note.start, meter);
    const { from } = rangeOf(look, note.id);
    return [
      `${bar}:${short(toNumber(beat))}`,
      `${note.startSeconds.toFixed(3)}s`,
      track,
      note.hit ?? nameOf(note),
      `${short(toNumber(note.length) * meter.beats)} beats`,
      `${Math.round(note.velocity * 100)}%`,
      `${from.line}:${from.column}`,
    ];
  });
  const head = ['bar:beat', 'time', 'track', 'plays', 'length', 'velocity', 'line'];
  const sum = `${song.title}: ${look.timeline.bars} bars, ${look.timeline.seconds.toFixed(1)} s, ${events.length} notes`;
  return [table([head, ...rows]), sum].join('\n');
};

const short = (value: number): string => String(Number(value.toFixed(3)));
