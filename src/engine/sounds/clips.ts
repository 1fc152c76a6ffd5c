// The recordings of a track as clips: which stretch of which recording sounds when, how fast and how loud.
// In seconds of the song and of the recording; compile makes samples of them, and the panel draws them.
// A track plays one take at a time: where the next one begins, the one before it goes over into it.

import type { Take } from '../../song/material.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Song } from '../../song/song.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { takeParameters } from '../../vocabulary/material.ts';
import { isWritten, numberOf } from './material-settings.ts';
import type { Sounds } from './sounds.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { takeFile } from './take-file.ts';

export interface Clip extends Stretch {
  /** The index of the take in `song.takes`. */
  readonly take: number;
  /** Where the section names it. */
  readonly id: SourceId;
  readonly gainDb: number;
  /** Seconds of the song; together at most the clip's length. */
  readonly fadeIn: number;
  readonly fadeOut: number;
}

/**
 * The clips of a track, ascending by start; those whose file has not been read are left out.
 * @param track  the index of the track
 */
export function clipsOf(song: Song, timeline: Timeline, track: number, sounds: Sounds): readonly Clip[] {
  const played = (timeline.tracks[track]?.takes ?? []).flatMap((placed): readonly Played[] => {
    const take = song.takes[placed.take]!;
    const file = takeFile(take, sounds);
    const begins = placed.startSeconds + settingOf(take, 'offset');
    const stretches = file ? stretchesOf(take, file, timeline, { ...placed, begins }) : [];
    return stretches.length > 0 ? [{ take, place: placed.take, id: placed.id, begins, stretches }] : [];
  });
  played.sort((one, other) => one.begins - other.begins);
  return played.flatMap((one, index) =>
    clips(one, meetingOf(played[index - 1], one), meetingOf(one, played[index + 1])),
  );
}

interface Played {
  readonly take: Take;
  readonly place: number;
  readonly id: SourceId;
  /** Seconds from the song's start; before it where the take is nudged so. */
  readonly begins: number;
  /** Ascending, one behind the other; at least one. */
  readonly stretches: readonly Stretch[];
}

/** Where two takes sound together, in seconds of the song. */
interface Meeting {
  readonly from: number;
  readonly to: number;
}

/** What of a take stands before the place where it begins is heard while it comes, as far as there is any. */
function meetingOf(before: Played | undefined, next: Played | undefined): Meeting | undefined {
  if (!before || !next || endOf(before) <= next.begins) return undefined;
  const first = next.stretches[0]!;
  const length = Math.max(
    0,
    Math.min(
      settingOf(next.take, 'crossfade'),
      (endOf(next) - next.begins) / 2,
      next.begins - before.begins,
      endOf(before) - next.begins,
    ),
  );
  const from = next.begins - Math.min(length, first.fromSeconds / first.rate);
  return { from, to: from + length };
}

const endOf = ({ stretches }: Played): number => {
  const last = stretches.at(-1)!;
  return last.startSeconds + last.lengthSeconds;
};

function clips(one: Played, come: Meeting | undefined, go: Meeting | undefined): readonly Clip[] {
  const end = go?.to ?? Number.POSITIVE_INFINITY;
  const heard = one.stretches
    .map((stretch, index) => (index === 0 && come ? begunAt(stretch, come.from) : stretch))
    .filter(({ startSeconds }) => startSeconds < end)
    .map((stretch) => begunAt(endedAt(stretch, end), 0))
    .filter(({ lengthSeconds }) => lengthSeconds > 0);
  const last = heard.length - 1;
  return heard.map((stretch, index) => {
    const comes = index > 0 ? 0 : come ? come.to - come.from : fadeOf(one.take, 'fadeIn');
    const goes = index < last ? 0 : go ? go.to - go.from : fadeOf(one.take, 'fadeOut');
    // Fades that are longer than the clip share it.
    const share = Math.min(1, stretch.lengthSeconds / Math.max(1e-9, comes + goes));
    return {
      ...stretch,
      take: one.place,
      id: one.id,
      gainDb: settingOf(one.take, 'gain'),
      fadeIn: comes * share,
      fadeOut: goes * share,
    };
  });
}

/** The stretch from another moment on: what lies before it is heard too, or what lies behind it is not. */
function begunAt(stretch: Stretch, seconds: number): Stretch {
  const later = seconds - stretch.startSeconds;
  if (seconds === 0 && later <= 0) return stretch;
  return {
    ...stretch,
    startSeconds: seconds,
    lengthSeconds: stretch.lengthSeconds - later,
    fromSeconds: stretch.fromSeconds + later * stretch.rate,
  };
}

const endedAt = (stretch: Stretch, seconds: number): Stretch => ({
  ...stretch,
  lengthSeconds: Math.min(stretch.lengthSeconds, seconds - stretch.startSeconds),
});

const settingOf = ({ settings }: Take, path: string): number => numberOf(settings, takeParameters, path);

const fadeOf = (take: Take, path: 'fadeIn' | 'fadeOut'): number =>
  settingOf(take, isWritten(take.settings, path) ? path : 'fade');
