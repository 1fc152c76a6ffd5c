// Which tracks of a song are measured by themselves, and as what: heard at all, and in front of what bends
// their wave.

import { silentIn } from '../song/solo.ts';
import type { Song, Track } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { kindName } from '../vocabulary/effects.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';

/** The effects that bend the wave: over full scale they cut it off. */
const shapers: readonly string[] = ['Distortion', 'Chebyshev', 'BitCrusher'];

/** Index of the first such insert of a track; -1 where there is none. */
export const shaperOf = ({ inserts }: Track): number =>
  inserts.findIndex(({ effect }) => shapers.includes(kindName(effect.name)));

/** The song with the effects of a track up to one of them, which is left out. */
export const upToInsert = (song: Song, index: number, insert: number): Song => ({
  ...song,
  tracks: song.tracks.map((track, place) =>
    place === index ? { ...track, inserts: track.inserts.slice(0, insert) } : track,
  ),
});

const isHostedBy = (song: Song, { instrument }: Track): boolean => {
  const declared = song.instruments.find(({ name }) => name.name === instrument?.name);
  return instrumentNamed(declared?.type.name ?? '')?.hosted !== undefined;
};

/** Whether a track is heard in the mix: it plays, is not muted, and no solo leaves it out. */
export const isHeard = (song: Song, timeline: Timeline, index: number): boolean => {
  const track = song.tracks[index]!;
  const { notes = [], takes = [] } = timeline.tracks[index] ?? {};
  return (
    // What Tone.js plays takes a browser to be heard.
    !isHostedBy(song, track) && notes.length + takes.length > 0 && !silentIn(song).tracks[index]
  );
};
