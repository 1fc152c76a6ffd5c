// Song + timeline -> program: the flat arrays that the core plays. Pure.
// What a song gets wrong is silent here, and told elsewhere: by the reading, the checks, and limits.ts.

import { meterAt, quartersOf } from '../music/meter.ts';
import { bpmAt, secondsAt } from '../music/tempo.ts';
import type { Instrument, Song, Track } from '../song/song.ts';
import type { Note, Timeline } from '../timeline/timeline.ts';
import { instruments, polyphony } from '../vocabulary/instruments.ts';
import type { stripHead } from '../vocabulary/layout.ts';
import { pan } from '../vocabulary/mixer.ts';
import { hashOf } from './hash.ts';
import { type BusProgram, eventStride, limits, type Program, type TrackProgram } from './program.ts';
import { gainOf, instrumentValues, stripValues } from './values.ts';

/**
 * The program of a song. Never fails: a track without a known instrument is silent, values out of range
 * are held to it, what is over the core's limits is left out (see `overLimits`).
 * @param timeline    `layOut(song)`
 * @param sampleRate  in Hz; the program plays at this rate only
 */
export function compile(song: Song, timeline: Timeline, sampleRate: number): Program {
  const buses = song.buses.slice(0, limits.buses);
  const tracks = song.tracks.slice(0, limits.tracks);
  const soloed = song.tracks.some(({ solo }) => solo?.value);
  const lengthSamples = toSample(timeline.seconds, sampleRate);
  // Note values in the mixer (`delay: 3/16`) are times that the tempo at the song's start gives: the core's
  // effects hold their settings for a whole song.
  const bpm = bpmAt(timeline.tempo, 0);
  let room = limits.events;
  const trackPrograms = tracks.map((track, index): TrackProgram => {
    const isSilent = track.mute?.value === true || (soloed && track.solo?.value !== true);
    const music = musicOf(song, track, timeline.tracks[index]?.notes ?? [], {
      sampleRate,
      lengthSamples,
      room,
    });
    room -= music.eventCount;
    return {
      name: track.name.name,
      ...music,
      strip: stripValues('track', head(track, isSilent), track.inserts, bpm),
      sends: sendGains(
        track,
        buses.map(({ name }) => name.name),
      ),
    };
  });
  return {
    sampleRate,
    lengthSamples,
    tracks: trackPrograms,
    // Buses are shared: a solo silences tracks, not what they send to.
    buses: buses.map(
      (bus): BusProgram => ({
        name: bus.name.name,
        strip: stripValues('bus', head(bus, bus.mute?.value === true), bus.inserts, bpm),
      }),
    ),
    master: stripValues(
      'master',
      { level: gainOf(song.master.level), pan: pan.default },
      song.master.inserts,
      bpm,
    ),
    barSamples: Uint32Array.from(timeline.barSeconds, (seconds) => toSample(seconds, sampleRate)),
    beatSamples: beats(timeline, sampleRate),
  };
}

type Head = Readonly<Record<(typeof stripHead)[number], number>>;

const head = (strip: Pick<Track, 'level' | 'pan'>, isSilent: boolean): Head => ({
  level: isSilent ? 0 : gainOf(strip.level),
  pan: Math.min(pan.max, Math.max(pan.min, strip.pan?.value ?? pan.default)),
});

type Music = Pick<
  TrackProgram,
  'hash' | 'instrument' | 'voices' | 'instrumentParameters' | 'events' | 'eventCount'
>;

interface Frame {
  readonly sampleRate: number;
  readonly lengthSamples: number;
  readonly room: number;
}

function musicOf(song: Song, track: Track, notes: readonly Note[], frame: Frame): Music {
  const declared = song.instruments.find(({ name }) => name.name === track.instrument?.name);
  const instrument = instruments.findIndex(({ name }) => name === declared?.type.name);
  const type = instruments[instrument];
  const voices = declared ? voicesOf(declared) : 1;
  const instrumentParameters = new Float32Array(limits.parameters);
  if (type && declared) instrumentParameters.set(instrumentValues(type, declared.settings));
  const { events, eventCount } = eventsOf(type ? notes : [], type?.hitMidi ?? 0, frame);
  return {
    instrument,
    voices,
    instrumentParameters,
    events,
    eventCount,
    hash: hashOf(instrument, voices, instrumentParameters, events, eventCount),
  };
}

function voicesOf(instrument: Instrument): number {
  if (!instrument.polyphonic) return 1;
  const written = instrument.settings.findLast(({ path }) => path === 'voices')?.value;
  const voices = written?.kind === 'measure' ? Math.round(written.value) : polyphony.default;
  return Math.min(polyphony.max, limits.voices, Math.max(1, voices || 1));
}

/** Notes as the core reads them: see `eventStride`. Those past the song's end or over `room` are left out. */
function eventsOf(
  notes: readonly Note[],
  hitMidi: number,
  frame: Frame,
): { events: ArrayBuffer; eventCount: number } {
  const buffer = new ArrayBuffer(Math.min(notes.length, frame.room) * eventStride);
  const view = new DataView(buffer);
  let count = 0;
  for (const note of notes) {
    const start = toSample(note.startSeconds, frame.sampleRate);
    if (count === frame.room || start >= frame.lengthSamples) break;
    const end = toSample(note.startSeconds + note.lengthSeconds, frame.sampleRate);
    const at = count++ * eventStride;
    view.setUint32(at, start, true);
    view.setUint32(at + 4, Math.max(1, end - start), true);
    view.setFloat32(at + 8, note.midi ?? hitMidi, true);
    view.setFloat32(at + 12, Math.min(1, Math.max(0, note.velocity)), true);
    view.setUint32(at + 16, note.id, true);
  }
  const bytes = count * eventStride;
  return { events: bytes === buffer.byteLength ? buffer : buffer.slice(0, bytes), eventCount: count };
}

function sendGains(track: Track, buses: readonly string[]): Float32Array {
  const gains = new Float32Array(limits.buses);
  for (const send of track.sends) {
    const bus = buses.indexOf(send.bus.name);
    if (bus >= 0) gains[bus]! += gainOf(send.level);
  }
  return gains;
}

/** The beats of every bar in its own meter, and the end of the last. */
function beats({ bars, barSeconds, meters, tempo }: Timeline, sampleRate: number): Uint32Array {
  const samples: number[] = [];
  for (let bar = 0; bar < bars; bar++) {
    const perBar = meterAt(meters, bar).beats;
    // A beat that begins a bar lies on the bar's own sample.
    samples.push(toSample(barSeconds[bar]!, sampleRate));
    for (let beat = 1; beat < perBar; beat++) {
      samples.push(toSample(secondsAt(tempo, quartersOf(meters, bar + beat / perBar)), sampleRate));
    }
  }
  samples.push(toSample(barSeconds.at(-1) ?? 0, sampleRate));
  return Uint32Array.from(samples);
}

/** The core counts samples in 32 bits; 0xffffffff means something else to it. */
const toSample = (seconds: number, sampleRate: number): number =>
  Math.min(0xfffffffe, Math.max(0, Math.round(seconds * sampleRate)));
