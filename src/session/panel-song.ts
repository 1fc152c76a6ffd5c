// What the panel draws of a song: strips as they stand in the text, sections with a picture of their notes.

import { clipsOf } from '../engine/sounds/clips.ts';
import { noSounds, type Sounds } from '../engine/sounds/sounds.ts';
import type { Reading } from '../languages/language.ts';
import { bpmAt } from '../music/tempo.ts';
import type { PanelClip, PanelNote, PanelSection, PanelSong, PanelStrip } from '../protocol/song-view.ts';
import type { Master, Strip } from '../song/song.ts';
import type { Rational } from '../song/time.ts';
import type { Note, PlacedSection, Timeline, TrackTimeline } from '../timeline/timeline.ts';
import { effectNamed } from '../vocabulary/effects.ts';
import { panLaw } from '../vocabulary/mixer.ts';
import { panelLanes } from './panel-lanes.ts';
import { panelLock } from './panel-locks.ts';
import { placeOf } from './panel-problems.ts';
import { panelInserts, panelInstrument } from './panel-strips.ts';

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
      ...panelInstrument(reading, track),
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
      soloSafe: false,
      sends: [],
      inserts: panelInserts(reading, song.master),
      ...locks(reading, { ...song.master, sends: [] }),
      ...placeOf(reading, song.master.declaration),
    },
    panLawDb: song.master.panLaw?.value ?? panLaw.default,
    lanes: panelLanes(reading, timeline),
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
  soloSafe: strip.soloSafe?.value ?? false,
  sends: strip.sends.map((send) => ({
    bus: send.bus.name,
    levelDb: send.level.value,
    ...(send.pre && { pre: true }),
  })),
  inserts: panelInserts(reading, strip),
  ...(strip.group && { group: strip.group.name }),
  ...(strip.color ? { color: strip.color.value } : {}),
  ...locks(reading, strip),
  ...placeOf(reading, strip.declaration),
});

/** Which of a strip's values code makes, so that a fader has no literal to write to. */
const locks = (
  { locked = new Map() }: Reading,
  strip: Pick<Strip, 'level' | 'pan' | 'mute' | 'solo' | 'soloSafe' | 'inserts' | 'sends'> &
    Pick<Master, 'panLaw'>,
): Pick<PanelStrip, 'locked'> => {
  const values: readonly (readonly [string, number | undefined])[] = [
    ['level', strip.level?.id],
    ['pan', strip.pan?.id],
    ['mute', strip.mute?.id],
    ['solo', strip.solo?.id],
    ['soloSafe', strip.soloSafe?.id],
    ['panLaw', strip.panLaw?.id],
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
    return lock ? [[path, panelLock(lock)] as const] : [];
  });
  return found.length > 0 ? { locked: Object.fromEntries(found) } : {};
};

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
