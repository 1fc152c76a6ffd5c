// Song + timeline -> program: the flat arrays that the core plays. Pure.
// What a song gets wrong is silent here, and told elsewhere: by the reading, the checks, and limits.ts.

import { meterAt, quartersOf } from '../music/meter.ts';
import { bpmAt, secondsAt } from '../music/tempo.ts';
import { silentIn } from '../song/solo.ts';
import type { Bus, Instrument, Send, Song, Strip, Track } from '../song/song.ts';
import type { Note, Timeline } from '../timeline/timeline.ts';
import type { EffectType } from '../vocabulary/effects/effect.ts';
import { effectNamed, effects, kindOf } from '../vocabulary/effects.ts';
import { hostedEffect } from '../vocabulary/hosted.ts';
import { sampler } from '../vocabulary/instruments/sampler.ts';
import { instrumentNamed, instruments, polyphony } from '../vocabulary/instruments.ts';
import { isBuiltIn, type StripKind, type stripHead } from '../vocabulary/layout.ts';
import { pan } from '../vocabulary/mixer.ts';
import { hashOf } from './hash.ts';
import { lanePrograms } from './lanes.ts';
import { type PlugTable, plugTable } from './plugs.ts';
import {
  type BusProgram,
  eventStride,
  type InsertProgram,
  limits,
  type Program,
  type SendProgram,
  type StripProgram,
  type TrackProgram,
} from './program.ts';
import { zoneSample } from './samples-of.ts';
import { type ClipTable, clipTable } from './sounds/clip-program.ts';
import { clipsOf } from './sounds/clips.ts';
import { type Player, playerOf } from './sounds/played.ts';
import { responseOf, wavetableIds } from './sounds/responses.ts';
import { noSounds, type Sounds } from './sounds/sounds.ts';
import { preparedWavetable } from './sounds/wavetable.ts';
import { type SampleTable, sampleTable, type ZoneTable, zoneTable } from './sounds/zone-table.ts';
import { effectValues, gainOf, instrumentValues, lawOf, stripValues } from './values.ts';
import { zoneSlots } from './zone-slots.ts';

/**
 * The program of a song. Never fails: a track without a known instrument is silent, values out of range
 * are held to it, what is over the core's limits is left out (see `overLimits`).
 * @param timeline    `layOut(song)`
 * @param sampleRate  in Hz; the program plays at this rate only
 * @param sounds      recorded sound that the host has read; what it has not is silent
 */
export function compile(
  song: Song,
  timeline: Timeline,
  sampleRate: number,
  sounds: Sounds = noSounds,
): Program {
  const buses = song.buses.slice(0, limits.buses);
  const tracks = song.tracks.slice(0, limits.tracks);
  const silent = silentIn(song);
  const law = lawOf(song.master.panLaw);
  const lengthSamples = toSample(timeline.seconds, sampleRate);
  const samples = sampleTable();
  const plugs = plugTable(bpmAt(timeline.tempo, 0));
  const stripOf = strips(song, timeline, { sounds, samples, plugs });
  const sends = sendsOf(buses);
  let room = limits.events;
  const mixer = {
    tracks: tracks.map((track, index): TrackProgram => {
      const notes = timeline.tracks[index]?.notes ?? [];
      const frame = { sampleRate, lengthSamples, room, sounds, samples };
      const clips = clipTable(clipsOf(song, timeline, index, sounds), frame);
      const music = musicOf(song, track, notes, frame, clips);
      room -= music.eventCount;
      return {
        name: track.name.name,
        ...music,
        ...hostedBy(song, track, plugs),
        ...stripOf('track', track.name.name, head(track, silent.tracks[index]!, law), track),
        sends: sends(track.sends),
      };
    }),
    buses: buses.map(
      (bus, index): BusProgram => ({
        name: bus.name.name,
        ...stripOf('bus', bus.name.name, head(bus, silent.buses[index]!, law), bus),
        sends: sends(withoutCircles(buses, index)),
      }),
    ),
    master: stripOf('master', '', head(song.master, false, law), song.master),
  };
  return {
    sampleRate,
    lengthSamples,
    ...mixer,
    lanes: lanePrograms(song, timeline, mixer, (seconds) => toSample(seconds, sampleRate)),
    samples: samples.samples,
    plugs: plugs.plugs,
    barSamples: Uint32Array.from(timeline.barSeconds, (seconds) => toSample(seconds, sampleRate)),
    beatSamples: beats(timeline, sampleRate),
    sectionSamples: sectionStarts(timeline, sampleRate),
  };
}

type Head = Readonly<Record<(typeof stripHead)[number], number>>;

const head = (strip: Pick<Track, 'level' | 'pan'>, isSilent: boolean, law: number): Head => ({
  level: gainOf(strip.level),
  pan: Math.min(pan.max, Math.max(pan.min, strip.pan?.value ?? pan.default)),
  open: isSilent ? 0 : 1,
  law,
});

/** The strips of a song: their blocks and their chains. */
const strips = (
  song: Song,
  timeline: Timeline,
  {
    sounds,
    samples,
    plugs,
  }: { readonly sounds: Sounds; readonly samples: SampleTable; readonly plugs: PlugTable },
) => {
  // Note values in the mixer (`delay: 3/16`) are times that the tempo at the song's start gives: the core's
  // effects hold their settings for a whole song.
  const bpm = bpmAt(timeline.tempo, 0);
  const players = song.tracks.slice(0, limits.tracks).map(({ name }) => name.name);
  return (
    kind: StripKind,
    name: string,
    values: Head,
    { inserts, bypass }: Pick<Strip, 'inserts' | 'bypass'>,
  ): StripProgram => ({
    strip: stripValues(kind, values, inserts),
    inserts: inserts
      .filter(({ effect }) => !bypass?.effects.some(({ name }) => name === effect.name))
      .flatMap((insert): readonly InsertProgram[] => {
        const type = effectNamed(insert.effect.name);
        if (!type) return [];
        if (type.hosted) {
          const plug = plugs.at(placeOfPlug(kind, name, type), kindOf(type), insert.settings);
          if (plug === undefined) return [];
          return [{ effect: hostedEffect, parameters: Float32Array.of(plug), plug }];
        }
        if (!type.on.includes(kind) || isBuiltIn(type, kind)) return [];
        const effect = kindOf(type);
        const index = effects.indexOf(effect);
        const key = effect.keyed && insert.key ? players.indexOf(insert.key.name) : -1;
        const parameters = effectValues(effect, insert.settings, bpm);
        const recording = sounds.recording((effect.responds && responseOf(song, insert, sounds)) ?? '');
        const response = recording && samples.indexOf(recording);
        return [
          {
            effect: index,
            parameters,
            ...(key >= 0 && { key }),
            ...(response !== undefined && { response }),
          },
        ];
      })
      .slice(0, limits.inserts),
  });
};

/** Where a hosted effect stands: several of a kind are plugs of their own. */
const placeOfPlug = (kind: StripKind, name: string, type: EffectType): string =>
  [kind, name, ...(type.again ? [type.again.number] : [])].join(' ');

/** Sends to buses that are there; of several to one bus the first counts. */
const sendsOf = (buses: readonly Bus[]) => {
  const names = buses.map(({ name }) => name.name);
  return (sends: readonly Send[]): readonly SendProgram[] =>
    sends.flatMap(({ bus, level, pre }, index): readonly SendProgram[] => {
      const to = names.indexOf(bus.name);
      if (to < 0 || sends.findIndex((other) => other.bus.name === bus.name) < index) return [];
      return [{ bus: to, gain: gainOf(level), ...(pre && { pre }) }];
    });
};

/** The sends of a bus that do not lead back to it over what the buses before it send. */
function withoutCircles(buses: readonly Bus[], index: number): readonly Send[] {
  const reaches = (from: string, seen: ReadonlySet<string>): boolean => {
    if (from === buses[index]!.name.name) return true;
    const bus = buses.find(({ name }) => name.name === from);
    if (!bus || seen.has(from)) return false;
    return bus.sends.some((send) => reaches(send.bus.name, new Set([...seen, from])));
  };
  return buses[index]!.sends.filter((send) => !reaches(send.bus.name, new Set()));
}

/** The plug of a track whose instrument is one of Tone.js's own. */
function hostedBy(song: Song, track: Track, plugs: PlugTable): Pick<TrackProgram, 'plug'> {
  const declared = song.instruments.find(({ name }) => name.name === track.instrument?.name);
  const type = declared && instrumentNamed(declared.type.name);
  if (!type?.hosted) return {};
  const plug = plugs.at(`instrument ${track.name.name}`, type, declared!.settings, voicesOf(declared!));
  return plug === undefined ? {} : { plug };
}

type Music = Pick<
  TrackProgram,
  'hash' | 'instrument' | 'voices' | 'instrumentParameters' | 'zones' | 'events' | 'eventCount' | 'clips'
>;

interface Frame {
  readonly sampleRate: number;
  readonly lengthSamples: number;
  readonly room: number;
  readonly sounds: Sounds;
  readonly samples: SampleTable;
}

function musicOf(
  song: Song,
  track: Track,
  notes: readonly Note[],
  frame: Frame,
  { clips, hashes }: ClipTable,
): Music {
  const player = playerOf(song, track, frame.sounds);
  const declared = song.instruments.find(({ name }) => name.name === track.instrument?.name);
  const typeName = player ? sampler.name : declared?.type.name;
  const instrument = instruments.findIndex(({ name }) => name === typeName);
  const type = instruments[instrument] ?? instrumentNamed(typeName ?? '');
  const settings = declared?.settings ?? [];
  const voices = player ? limits.voices : declared ? voicesOf(declared) : 1;
  const instrumentParameters = new Float32Array(limits.parameters);
  if (type && !type.hosted) instrumentParameters.set(instrumentValues(type, settings));
  const tables = player ? undefined : wavetableRows(song, track, frame);
  const zones = zoneTable(frame.samples, new Set(settings.map(({ path }) => path)), frame.sampleRate);
  const zonesOf = player && recordedZones(player, zones, frame.sounds);
  const { events, eventCount } = eventsOf(type ? notes : [], type?.hitMidi ?? 0, frame, zonesOf);
  const played = {
    instrument,
    voices,
    instrumentParameters,
    zones: tables?.rows ?? zones.values,
    events,
    eventCount,
  };
  const music = { ...played, ...(clips && { clips }) };
  return { ...music, hash: hashOf(music, [...(tables?.hashes ?? zones.hashes), ...hashes]) };
}

function voicesOf(instrument: Instrument): number {
  if (!instrument.polyphonic) return 1;
  const written = instrument.settings.findLast(({ path }) => path === 'voices')?.value;
  const voices = written?.kind === 'measure' ? Math.round(written.value) : polyphony.default;
  return Math.min(polyphony.max, limits.voices, Math.max(1, voices || 1));
}

/** The wavetables of an instrument's oscillators, as rows of zones that name nothing but their sample. */
function wavetableRows(
  song: Song,
  track: Track,
  { sounds, samples, sampleRate }: Frame,
): { readonly rows: Float32Array; readonly hashes: readonly string[] } {
  const tables = wavetableIds(song, track, sounds).map((id) => {
    const recording = id === undefined ? undefined : sounds.recording(id);
    return recording && preparedWavetable(recording, sampleRate);
  });
  if (tables.every((table) => !table)) return { rows: new Float32Array(0), hashes: [] };
  const rows = new Float32Array(tables.length * zoneSlots.length);
  for (const [index, table] of tables.entries())
    rows[index * zoneSlots.length + zoneSample] = table ? samples.indexOf(table) : -1;
  return { rows, hashes: tables.map((table) => table?.hash ?? '') };
}

/** The zones that a note sounds, as indices; undefined for an instrument that makes its own sound. */
type ZonesOf = (note: Note, midi: number) => readonly number[];

const recordedZones =
  (player: Player, zones: ZoneTable, sounds: Sounds): ZonesOf =>
  (note, midi) =>
    player(note).flatMap((played) => {
      const recording = sounds.recording(played.recording);
      return (recording && zones.zoneOf(played, recording, midi)) ?? [];
    });

const oneZone: ZonesOf = () => [0];

/**
 * Notes as the core reads them: see `eventStride`. Those past the song's end or over `room` are left out; a
 * note that sounds several zones at once is several events.
 */
function eventsOf(
  notes: readonly Note[],
  hitMidi: number,
  frame: Frame,
  zonesOf: ZonesOf = oneZone,
): { events: ArrayBuffer; eventCount: number } {
  let buffer = new ArrayBuffer(Math.min(notes.length, frame.room) * eventStride);
  let view = new DataView(buffer);
  let count = 0;
  for (const note of notes) {
    const start = toSample(note.startSeconds, frame.sampleRate);
    if (start >= frame.lengthSamples) break;
    const end = toSample(note.startSeconds + note.lengthSeconds, frame.sampleRate);
    const midi = note.midi ?? hitMidi;
    for (const zone of zonesOf(note, midi)) {
      if (count === frame.room) break;
      if ((count + 1) * eventStride > buffer.byteLength) {
        const larger = new Uint8Array(Math.min(frame.room, 2 * (count + 1)) * eventStride);
        larger.set(new Uint8Array(buffer));
        buffer = larger.buffer;
        view = new DataView(buffer);
      }
      const at = count++ * eventStride;
      view.setUint32(at, start, true);
      view.setUint32(at + 4, Math.max(1, end - start), true);
      view.setFloat32(at + 8, midi, true);
      view.setFloat32(at + 12, Math.min(1, Math.max(0, note.velocity)), true);
      view.setUint32(at + 16, note.id, true);
      view.setUint32(at + 20, zone, true);
    }
  }
  const bytes = count * eventStride;
  return { events: bytes === buffer.byteLength ? buffer : buffer.slice(0, bytes), eventCount: count };
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

/** A loop jumps, and a section comes in, on these. */
function sectionStarts({ sections, barSeconds }: Timeline, sampleRate: number): Uint32Array {
  const bars = sections.flatMap(({ bar, bars }) => [bar, bar + bars]);
  const unique = [...new Set(bars)].sort((one, other) => one - other);
  return Uint32Array.from(unique, (bar) => toSample(barSeconds[bar] ?? barSeconds.at(-1) ?? 0, sampleRate));
}

/** The core counts samples in 32 bits; 0xffffffff means something else to it. */
const toSample = (seconds: number, sampleRate: number): number =>
  Math.min(0xfffffffe, Math.max(0, Math.round(seconds * sampleRate)));
