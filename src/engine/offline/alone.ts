// One track of a program by itself: behind its fader and pan, without sends, buses and what the master does to
// it. Turned down on the way, so that the limiter that is always on has nothing to hold. Pure.

import { stripSlots } from '../../vocabulary/layout.ts';
import type { LaneProgram, Program, SampleProgram, TrackProgram } from '../program.ts';
import { samplesOf } from '../samples-of.ts';
import { stripValues } from '../values.ts';

/** By how much: no track of a song is that far over full scale. */
export const turnedDownDb = 30;

/**
 * The track as the first of a program, and behind it, unheard, those that its effects listen to. What is no matter
 * to it is left out, so that two programs of a track that are equal sound alike.
 */
export function alone(program: Program, index: number): Program {
  const track = program.tracks[index]!;
  const keys = track.inserts.flatMap(({ key }) => (key === undefined || key === index ? [] : [key]));
  const places = [index, ...new Set(keys)];
  const heard = new Set(places.flatMap((place) => samplesOf(program.tracks[place]!)));
  for (const { response } of track.inserts) if (response !== undefined) heard.add(response);
  return {
    ...program,
    tracks: places.map((place) =>
      place === index
        ? { ...track, sends: [], inserts: track.inserts.map((insert) => withKey(insert, places)) }
        : unheard(program.tracks[place]!),
    ),
    buses: [],
    master: {
      inserts: [],
      strip: stripValues('master', { level: 10 ** (-turnedDownDb / 20), pan: 0, open: 1, law: 1 }, []),
    },
    lanes: program.lanes.flatMap((lane) => laneOf(lane, places)),
    samples: program.samples.map((sample, place) => (heard.has(place) ? sample : noSample)),
  };
}

/** The first track of a program in front of its fader, at the centre. */
export function beforeFader(program: Program): Program {
  const [{ strip, ...track }, ...others] = program.tracks as [TrackProgram, ...TrackProgram[]];
  const open = strip[stripSlots('track').indexOf('open')]!;
  return {
    ...program,
    tracks: [{ ...track, strip: stripValues('track', { level: 1, pan: 0, open, law: 1 }, []) }, ...others],
    lanes: program.lanes.filter(({ index, part }) => index !== 0 || part !== 'strip'),
  };
}

const withKey = <Insert extends { readonly key?: number }>(
  insert: Insert,
  places: readonly number[],
): Insert => (insert.key === undefined ? insert : { ...insert, key: places.indexOf(insert.key) });

const unheard = (track: TrackProgram): TrackProgram => {
  const strip = track.strip.slice();
  strip[level] = 0;
  return { ...track, strip, inserts: [], sends: [] };
};

const level = stripSlots('track').indexOf('level');

function laneOf(lane: LaneProgram, places: readonly number[]): readonly LaneProgram[] {
  const place = lane.strip === 'track' ? places.indexOf(lane.index) : -1;
  const counts = place === 0 ? lane.part !== 'send' : place > 0 && lane.part === 'instrument';
  return counts ? [{ ...lane, index: place }] : [];
}

/** Keeps the places of the others. */
export const noSample: SampleProgram = { hash: '', sampleRate: 48_000, channels: [] };
