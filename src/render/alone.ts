// One track of a song by itself: behind its fader and pan, without sends, buses and what the master does to
// it. Turned down on the way, so that the limiter that is always on has nothing to hold.

import type { Song, Track } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';

/** By how much: no track of a song is that far over full scale. */
export const turnedDownDb = 30;

export interface SongAlone {
  readonly song: Song;
  readonly timeline: Timeline;
}

/** @param index  of the track in `song.tracks` */
export const alone = (song: Song, timeline: Timeline, index: number): SongAlone => {
  const track = song.tracks[index]!;
  const { mute: _, solo: __, ...strip } = track;
  // What its effects listen to plays along unheard.
  const keys = new Set(track.inserts.flatMap(({ key }) => (key ? [key.name] : [])));
  const places = song.tracks.flatMap((other, place) =>
    place !== index && keys.has(other.name.name) ? [place] : [],
  );
  const isOwn = (place: number): boolean =>
    song.automation[place]?.path.name.startsWith(`${track.name.name}.`) === true;
  return {
    song: {
      ...song,
      tracks: [{ ...strip, sends: [] }, ...places.map((place) => unheard(song.tracks[place]!))],
      buses: [],
      automation: song.automation.filter((_, place) => isOwn(place)),
      master: {
        inserts: [],
        level: { kind: 'measure', value: -turnedDownDb, quantity: 'decibels', id: track.name.id },
      },
    },
    timeline: {
      ...timeline,
      tracks: [index, ...places].map((place) => timeline.tracks[place]!),
      lanes: timeline.lanes.filter((_, place) => isOwn(place)),
    },
  };
};

const unheard = ({ solo: _, ...track }: Track): Track => ({
  ...track,
  inserts: [],
  sends: [],
  mute: { value: true, id: track.name.id },
});

/** The effects that bend the wave: over full scale they cut it off. */
const shapers: readonly string[] = ['Distortion', 'Chebyshev', 'BitCrusher'];

/** Index of the first such insert of a track; -1 where there is none. */
export const shaperOf = ({ inserts }: Track): number =>
  inserts.findIndex(({ effect }) => shapers.includes(effect.name));

/** The song with the track as it goes into that insert. */
export const beforeInsert = (song: Song, index: number, insert: number): Song => ({
  ...song,
  tracks: song.tracks.map((track, place) => {
    if (place !== index) return track;
    const { level: _, pan: __, ...strip } = track;
    return { ...strip, inserts: track.inserts.slice(0, insert) };
  }),
});

const isHostedBy = (song: Song, { instrument }: Track): boolean => {
  const declared = song.instruments.find(({ name }) => name.name === instrument?.name);
  return instrumentNamed(declared?.type.name ?? '')?.hosted !== undefined;
};

/** Whether a track is heard in the mix: it plays, is not muted, and no solo leaves it out. */
export const isHeard = (song: Song, timeline: Timeline, index: number): boolean => {
  const track = song.tracks[index]!;
  const { notes = [], takes = [] } = timeline.tracks[index] ?? {};
  const soloed = song.tracks.some(({ solo }) => solo?.value);
  return (
    // What Tone.js plays takes a browser to be heard.
    !isHostedBy(song, track) &&
    notes.length + takes.length > 0 &&
    track.mute?.value !== true &&
    (!soloed || track.solo?.value === true)
  );
};
