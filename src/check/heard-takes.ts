// The takes of a song that were listened to, and what the song says of them: what rules of recordings share.

import { inProse, spelledFrom } from '../music/spelling.ts';
import type { Take } from '../song/material.ts';
import type { PlacedTake } from '../timeline/timeline.ts';
import { takeParameters } from '../vocabulary/material.ts';
import type { HeardRecording } from './recordings.ts';
import type { CheckContext, Finding } from './rule.ts';

/** A take that some section plays, with what is heard of it. */
export interface HeardTake {
  readonly take: Take;
  readonly name: string;
  readonly recording: HeardRecording;
  /** The part of the file that plays, in seconds. */
  readonly from: number;
  readonly to: number;
}

/** A rule's `check` of each take that was listened to; nothing where none was. */
export const ofTakes =
  (check: (heard: HeardTake, context: CheckContext) => readonly Finding[]) =>
  (context: CheckContext): readonly Finding[] =>
    heardTakes(context).flatMap((heard) => check(heard, context));

const heardTakes = ({ song, recordings }: CheckContext): readonly HeardTake[] =>
  song.takes.flatMap((take) => {
    const recording = recordings?.[take.file.path.value];
    if (!recording) return [];
    const from = Math.min(recording.seconds, take.trim?.from.value ?? 0);
    const to = Math.min(recording.seconds, take.trim?.to.value ?? recording.seconds);
    return [{ take, name: take.name.name, recording, from, to }];
  });

/** A note of a take, and how far it is from the one that it is held against. */
export interface OffNote {
  /** Seconds of the file. */
  readonly at: number;
  /** As a MIDI number. */
  readonly wanted: number;
  readonly cents: number;
}

/** Those that are off by more than `most` cents, and of the worst what it is held against; undefined where none is. */
export const offBy = (notes: readonly OffNote[], most: number) => {
  const off = notes.filter(({ cents }) => Math.abs(cents) > most);
  const [worst] = off.toSorted((left, right) => Math.abs(right.cents) - Math.abs(left.cents));
  return worst && { off, worst, note: inProse(spelledFrom(worst.wanted, undefined, undefined)) };
};

/** Where a take plays, in time. @param index  of it in `song.takes` */
export const placementsOf = ({ timeline }: CheckContext, index: number): readonly PlacedTake[] =>
  timeline.tracks
    .flatMap(({ takes }) => takes.filter(({ take }) => take === index))
    .sort((left, right) => left.startSeconds - right.startSeconds);

/** What a take says of itself, or the parameter's default. */
export const takeNumber = ({ settings }: Take, path: string): number => {
  const written = settings.findLast((setting) => setting.path === path)?.value;
  const parameter = takeParameters.find((one) => one.path === path);
  if (written?.kind === 'measure') return written.value;
  return parameter?.kind === 'number' ? parameter.default : 0;
};

export const takeWord = ({ settings }: Take, path: string): string => {
  const written = settings.findLast((setting) => setting.path === path)?.value;
  const parameter = takeParameters.find((one) => one.path === path);
  if (written?.kind === 'word') return written.value;
  return parameter?.kind === 'choice' ? parameter.default : '';
};

export const isSaid = ({ settings }: Take, path: string): boolean =>
  settings.some((setting) => setting.path === path);

/** A take that goes round, or that follows the song's tempo: made to be a loop. */
export const isLoop = (take: Take): boolean =>
  takeWord(take, 'loop') === 'true' || takeNumber(take, 'tempo') > 0;

/** `0:03.2`: a place in a file. */
export const placeInFile = (seconds: number): string => {
  const tenths = Math.round(seconds * 10);
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10];
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}.${rest}`;
};
