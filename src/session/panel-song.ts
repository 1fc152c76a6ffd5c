// What the panel draws of a song: strips as they stand in the text, sections with a picture of their notes.

import { clipsOf } from '../engine/sounds/clips.ts';
import { noSounds, type Sounds } from '../engine/sounds/sounds.ts';
import type { Locked, Reading } from '../languages/language.ts';
import { bpmAt } from '../music/tempo.ts';
import type { PanelClip, PanelNote, PanelSection, PanelSong, PanelStrip } from '../protocol/song-view.ts';
import type { Insert, Strip } from '../song/song.ts';
import type { Rational } from '../song/time.ts';
import type { Note, PlacedSection, Timeline, TrackTimeline } from '../timeline/timeline.ts';
import { effectNamed } from '../vocabulary/effects.ts';
import { placeOf } from './panel-problems.ts';

/** @param sounds  what has been read of its recordings: their clips are shown */
export function panelSong(reading: Reading, timeline: Timeline, sounds: Sounds = noSounds): PanelSong {
  const { song } = reading;
  const pictures = timeline.tracks.map((track) => picture(track, timeline.sections));
  return {
    title: song.title,
    bpm: bpmAt(timeline.tempo, 0),
    tempo: timeline.tempo,
    meters: timeline.meters.map(({ bar, quarters, meter: { beats, unit } }) => ({
      bar,
      quarters,
      meter: { beats, unit },
    })),
    bars: timeline.bars,
    seconds: timeline.seconds,
    barSeconds: timeline.barSeconds,
    sections: timeline.sections.map((section, index) =>
      panelSection(
        reading,
        section,
        pictures.map((cells) => cells[index] ?? []),
      ),
    ),
    form: song.arrangement.map(({ section, repeats, id }) => ({
      section: section.name,
      repeats,
      ...placeOf(reading, id),
    })),
    declared: song.sections.map(({ name }) => name.name),
    tracks: song.tracks.map((track) => ({
      ...panelStrip(reading, track),
      ...(track.instrument ? { instrument: track.instrument.name } : {}),
    })),
    clips: song.tracks.flatMap((_, track) => panelClips(reading, timeline, track, sounds)),
    buses: song.buses.map((bus) => panelStrip(reading, bus)),
    master: {
      name: 'master',
      path: 'master',
      levelDb: song.master.level?.value ?? 0,
      pan: 0,
      mute: false,
      solo: false,
      sends: [],
      inserts: inserts(reading, song.master.inserts),
      ...locks(reading, { ...song.master, sends: [] }),
      ...placeOf(reading, song.master.declaration),
    },
  };
}

/** Those of which the recording is there. */
const panelClips = (
  reading: Reading,
  timeline: Timeline,
  track: number,
  sounds: Sounds,
): readonly PanelClip[] =>
  clipsOf(reading.song, timeline, track, sounds).flatMap(({ take, id, recording, ...clip }) => {
    const wave = sounds.recording(recording)?.hash;
    if (wave === undefined) return [];
    return [{ track, name: reading.song.takes[take]!.name.name, wave, ...clip, ...placeOf(reading, id) }];
  });

const panelSection = (
  reading: Reading,
  section: PlacedSection,
  cells: PanelSection['cells'],
): PanelSection => ({
  name: section.name,
  bar: section.bar,
  bars: section.bars,
  cells,
  ...placeOf(reading, section.id),
});

const panelStrip = (reading: Reading, strip: Strip): PanelStrip => ({
  name: strip.name.name,
  path: strip.name.name,
  levelDb: strip.level?.value ?? 0,
  pan: strip.pan?.value ?? 0,
  mute: strip.mute?.value ?? false,
  solo: strip.solo?.value ?? false,
  sends: strip.sends.map((send) => ({ bus: send.bus.name, levelDb: send.level.value })),
  inserts: inserts(reading, strip.inserts),
  ...(strip.color ? { color: strip.color.value } : {}),
  ...locks(reading, strip),
  ...placeOf(reading, strip.declaration),
});

/** Which of a strip's values code makes, so that a fader has no literal to write to. */
const locks = (
  { locked = new Map() }: Reading,
  strip: Pick<Strip, 'level' | 'pan' | 'mute' | 'solo' | 'inserts' | 'sends'>,
): Pick<PanelStrip, 'locked'> => {
  const values: readonly (readonly [string, number | undefined])[] = [
    ['level', strip.level?.id],
    ['pan', strip.pan?.id],
    ['mute', strip.mute?.id],
    ['solo', strip.solo?.id],
    ...strip.sends.map(({ bus, level }) => [`send.${bus.name}`, level.id] as const),
    ...strip.inserts.flatMap(({ effect, settings }) =>
      settings.map(
        ({ path, value }) =>
          [`${effectNamed(effect.name)?.property ?? effect.name}.${path}`, value.id] as const,
      ),
    ),
  ];
  const found = values.flatMap(([path, id]) => {
    const lock = id === undefined ? undefined : locked.get(id);
    return lock ? [[path, { reason: lockReasons[lock.why], ...lockPlace(lock) }] as const] : [];
  });
  return found.length > 0 ? { locked: Object.fromEntries(found) } : {};
};

const lockReasons: Readonly<Record<Locked['why'], string>> = {
  computed: 'Computed by the program, not written',
  elsewhere: 'Written in another file',
  shared: 'Written once for several values',
};

/** Another file is not shown from here. */
const lockPlace = ({ range: { from, to }, file }: Locked): { readonly from: number; readonly to: number } =>
  file === undefined ? { from, to } : { from: 0, to: 0 };

/** An insert in a few words: the values as the song writes them. */
const inserts = (reading: Reading, written: readonly Insert[]): PanelStrip['inserts'] =>
  written.map(({ effect, settings }) => ({
    effect: effect.name,
    summary: settings.map(({ path, value }) => `${path} ${literal(reading, value.id)}`).join(', '),
  }));

function literal(reading: Reading, id: number): string {
  const { from, to } = placeOf(reading, id);
  return reading.text.slice(from, to);
}

/** The notes of one track, section by section. Both lists ascend, so that one walk through them is enough. */
function picture(
  track: TrackTimeline,
  sections: readonly PlacedSection[],
): readonly (readonly PanelNote[])[] {
  const pitchShare = pitchScale(track.notes);
  let next = 0;
  return sections.map((section) => {
    const cell: PanelNote[] = [];
    const end = section.bar + section.bars;
    for (; next < track.notes.length && inBars(track.notes[next]!.start) < end; next++) {
      const note = track.notes[next]!;
      const start = (inBars(note.start) - section.bar) / section.bars;
      cell.push([
        start,
        Math.min(inBars(note.length) / section.bars, 1 - start),
        pitchShare(note.midi),
        note.velocity,
      ]);
    }
    return cell;
  });
}

/** A pitch as a share of what the track plays, 0 lowest; hits, and a track of one pitch, lie in the middle. */
function pitchScale(notes: readonly Note[]): (midi: number | undefined) => number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { midi } of notes) {
    if (midi === undefined) continue;
    low = Math.min(low, midi);
    high = Math.max(high, midi);
  }
  return (midi) => (midi === undefined || high <= low ? 0.5 : (midi - low) / (high - low));
}

const inBars = ({ n, d }: Rational): number => n / d;
