// The pictures of a song's recordings, for the panel: each made once, and kept while the song shows it.

import { waveform } from '../audio/waveform.ts';
import { clipsOf } from '../engine/sounds/clips.ts';
import type { Recording } from '../engine/sounds/sound-map.ts';
import type { Sounds } from '../engine/sounds/sounds.ts';
import type { Wave } from '../protocol/song-view.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** Of every recording that a clip of the song shows, each once. */
export function wavesOf(song: Song, timeline: Timeline, sounds: Sounds): readonly Wave[] {
  const waves = new Map<string, Wave>();
  for (const track of song.tracks.keys())
    for (const { recording: id } of clipsOf(song, timeline, track, sounds)) {
      const recording = sounds.recording(id);
      if (recording) waves.set(recording.hash, waveOf(recording));
    }
  return [...waves.values()];
}

const known = new WeakMap<Recording, Wave>();

function waveOf(recording: Recording): Wave {
  const before = known.get(recording);
  if (before) return before;
  const { hash, sampleRate, channels } = recording;
  const seconds = (channels[0]?.length ?? 0) / sampleRate;
  const wave = { hash, seconds, levels: waveform(channels, sampleRate) };
  known.set(recording, wave);
  return wave;
}
