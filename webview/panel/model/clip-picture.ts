// Which part of a recording a clip plays at a time of the song, and how far the sound swings there: what its
// waveform is drawn from. Pure: knows no pixels but as stretches of time.

import type { PanelClip, Wave, WaveLevel } from '../../../src/protocol/song-view.ts';

type Played = Pick<
  PanelClip,
  | 'startSeconds'
  | 'lengthSeconds'
  | 'fromSeconds'
  | 'rate'
  | 'loop'
  | 'reversed'
  | 'gainDb'
  | 'fadeIn'
  | 'fadeOut'
>;

/** The second of the recording that is heard at a second of the song; round and round where it loops. */
export function recordingSecond(
  { startSeconds, fromSeconds, rate, loop, reversed }: Played,
  at: number,
): number {
  const forward = fromSeconds + (at - startSeconds) * rate;
  const length = loop ? loop.to - loop.from : 0;
  const turned =
    loop && length > 0 && forward >= loop.to ? loop.from + ((forward - loop.from) % length) : forward;
  return reversed ? reversed.to - turned : turned;
}

/** How loud the clip is at a second of the song, with its fades, as a factor. */
export function clipGain(
  { startSeconds, lengthSeconds, gainDb, fadeIn, fadeOut }: Played,
  at: number,
): number {
  const [since, left] = [at - startSeconds, startSeconds + lengthSeconds - at];
  const shape = (passed: number, length: number): number =>
    length > 0 ? Math.min(1, Math.max(0, passed / length)) : 1;
  return 10 ** (gainDb / 20) * shape(since, fadeIn) * shape(left, fadeOut);
}

/** The lowest and the highest of the sound in a stretch of the song, -1 to 1 at full scale. */
export function swing(
  clip: Played,
  { levels }: Wave,
  from: number,
  to: number,
): readonly [low: number, high: number] {
  const seconds = (to - from) * clip.rate;
  const level = levelFor(levels, seconds);
  if (!level) return [0, 0];
  const { points, pointsPerSecond } = level;
  const count = points.length / 2;
  const second = recordingSecond(clip, from);
  const begin = clip.reversed ? second - seconds : second;
  const first = Math.max(0, Math.min(count - 1, Math.floor(begin * pointsPerSecond)));
  const last = Math.min(count, Math.max(first + 1, Math.ceil((begin + seconds) * pointsPerSecond)));
  let [low, high] = [0, 0];
  for (let point = first; point < last; point++) {
    low = Math.min(low, points[point * 2]!);
    high = Math.max(high, points[point * 2 + 1]!);
  }
  const gain = clipGain(clip, (from + to) / 2) / 127;
  return [Math.max(-1, low * gain), Math.min(1, high * gain)];
}

/** The coarsest with a point in each stretch; the finest where none has. */
const levelFor = (levels: readonly WaveLevel[], seconds: number): WaveLevel | undefined =>
  levels.findLast(({ pointsPerSecond }) => pointsPerSecond * seconds >= 1) ?? levels[0];
