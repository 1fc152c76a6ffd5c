// What of a song is over the core's fixed sizes, and so is not heard: a problem of the song, never a failure.

import type { Problem } from '../song/problem.ts';
import type { Insert, Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { effectNamed } from '../vocabulary/effects.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
import { isBuiltIn, type StripKind } from '../vocabulary/layout.ts';
import { plugPrefix } from '../vocabulary/plugins.ts';
import { limits } from './program.ts';

/** The rule's id of these problems. */
const limitRule = 'LIM';

/** One problem on each track and bus that `compile` leaves out, and on the track where the notes run out. */
export function overLimits(song: Song, timeline: Timeline): readonly Problem[] {
  return [
    ...song.tracks
      .slice(limits.tracks)
      .map((track) =>
        problem(
          track.name.id,
          `${track.name.name} is not heard: a song plays ${limits.tracks} tracks at most. Put parts that never sound together on one track.`,
        ),
      ),
    ...song.buses
      .slice(limits.buses)
      .map((bus) =>
        problem(
          bus.name.id,
          `${bus.name.name} is not heard: a song has ${limits.buses} buses at most. Let tracks share one.`,
        ),
      ),
    ...tooManyHosted(song),
    ...tooManyEffects(song),
    ...tooManyLanes(song),
    ...tooManyNotes(song, timeline),
  ];
}

function tooManyHosted(song: Song): readonly Problem[] {
  const instrumentOf = (track: Song['tracks'][number]) =>
    song.instruments.find(({ name }) => name.name === track.instrument?.name);
  const ids = [
    ...song.tracks
      .slice(0, limits.tracks)
      .flatMap((track) => [
        ...(instrumentNamed(instrumentOf(track)?.type.name ?? '')?.hosted ? [track.name.id] : []),
        ...hostedIn(track.inserts),
      ]),
    ...song.buses.slice(0, limits.buses).flatMap(({ inserts }) => hostedIn(inserts)),
    ...hostedIn(song.master.inserts),
  ];
  return ids
    .slice(limits.plugs)
    .map((id) =>
      problem(
        id,
        `This is not heard: a song has ${limits.plugs} of Tone.js’s own instruments and effects at most. Take one of Codetta’s, without \`${plugPrefix}.\` before its name.`,
      ),
    );
}

const hostedIn = (inserts: readonly Insert[]): readonly number[] =>
  inserts.flatMap(({ effect }) => (effectNamed(effect.name)?.hosted ? [effect.id] : []));

/** The limiter of the master is a part of it and takes no room. */
function tooManyEffects({ tracks, buses, master }: Song): readonly Problem[] {
  const over = (inserts: readonly Insert[], kind: StripKind): readonly Problem[] =>
    inserts
      .filter(({ effect }) => !isBuiltIn(effectNamed(effect.name)!, kind))
      .slice(limits.inserts)
      .map(({ effect }) =>
        problem(
          effect.id,
          `This effect is not heard: a strip has ${limits.inserts} at most. Send to a bus that has the others.`,
        ),
      );
  return [
    ...tracks.flatMap(({ inserts }) => over(inserts, 'track')),
    ...buses.flatMap(({ inserts }) => over(inserts, 'bus')),
    ...over(master.inserts, 'master'),
  ];
}

const tooManyLanes = ({ automation }: Song): readonly Problem[] => {
  const paths = new Set<string>();
  return automation.flatMap(({ path }) => {
    paths.add(path.name);
    if (paths.size <= limits.lanes) return [];
    return [
      problem(
        path.id,
        `${path.name} does not move: a song has ${limits.lanes} lanes at most. Take one away.`,
      ),
    ];
  });
};

function tooManyNotes(song: Song, timeline: Timeline): readonly Problem[] {
  let count = 0;
  for (const [index, track] of song.tracks.slice(0, limits.tracks).entries()) {
    count += timeline.tracks[index]?.notes.length ?? 0;
    if (count <= limits.events) continue;
    return [
      problem(
        track.name.id,
        `The song has more than ${limits.events} notes; from ${track.name.name} on, the rest is not heard. Thin the patterns.`,
      ),
    ];
  }
  return [];
}

const problem = (id: number, message: string): Problem => ({
  rule: limitRule,
  severity: 'error',
  message,
  id,
});
