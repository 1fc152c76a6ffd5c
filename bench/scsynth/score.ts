// A song as scsynth's score: the SynthDefs, the strips and rooms, and each note.

import type { Song } from '../../src/song/song.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { definition, type Graph } from './graph.ts';
import { bundle, controls, message } from './osc.ts';
import { echoes, master, room, strip, synths } from './synths.ts';

export function scoreOf(song: Song, timeline: Timeline): Buffer {
  const graphs: Record<string, Graph> = { ...synths, room: room(), echoes: echoes(), master: master() };
  const setUp: Buffer[] = [message('/g_new', 1, 0, 0), message('/g_new', 2, 1, 0)];
  for (const [index, track] of song.tracks.entries()) {
    const name = `strip${index}`;
    graphs[name] = strip(new Set(track.inserts.map(({ effect }) => effect.name)));
    const send = (bus: string): number => {
      const level = track.sends.find((one) => one.bus.name === bus)?.level.value;
      return level === undefined ? 0 : gain(level);
    };
    const values = {
      in: 16 + index,
      level: gain(track.level?.value ?? 0),
      pan: track.pan?.value ?? 0,
      space: send('space'),
      echo: send('echo'),
    };
    setUp.push(message('/s_new', name, 100 + index, 1, 2, ...controls(values)));
  }
  for (const [at, name] of ['echoes', 'room', 'master'].entries())
    setUp.push(message('/s_new', name, 200 + at, 1, 2));
  const definitions = Object.entries(graphs).map(([name, graph]) =>
    message('/d_recv', definition(name, graph)),
  );
  const notes = song.tracks.flatMap((track, index) => {
    const instrument = song.instruments.find(({ name }) => name.name === track.instrument?.name)!;
    const setting = (path: string, otherwise: number): number => {
      const value = instrument.settings.find((one) => one.path === path)?.value.value;
      return typeof value === 'number' ? value : otherwise;
    };
    const isHit = ['MembraneSynth', 'NoiseSynth', 'MetalSynth'].includes(instrument.type.name);
    return timeline.tracks[index]!.notes.map((note, at) => ({
      at: note.startSeconds,
      words: message(
        '/s_new',
        instrument.type.name,
        10_000 + index * 100_000 + at,
        0,
        1,
        ...controls({
          out: 16 + index,
          freq:
            note.midi === undefined
              ? instrument.type.name === 'MetalSynth'
                ? 200
                : 50
              : 440 * 2 ** ((note.midi - 69) / 12),
          amp: note.velocity * 0.3,
          hold: Math.max(0.001, note.lengthSeconds),
          attack: Math.max(0.001, setting('envelope.attack', 0.005)),
          decay: setting('envelope.decay', 0.1),
          sustain: setting('envelope.sustain', isHit ? 0.001 : 0.5),
          release: Math.max(0.002, setting('envelope.release', 0.3)),
        }),
      ),
    }));
  });
  return Buffer.concat([
    ...definitions.map((one) => bundle(0, one)),
    bundle(0, ...setUp),
    ...notes.sort((one, other) => one.at - other.at).map(({ at, words }) => bundle(at, words)),
    bundle(timeline.seconds + 3, message('/c_set', 0, 0)),
  ]);
}

const gain = (decibels: number): number => 10 ** (decibels / 20);
