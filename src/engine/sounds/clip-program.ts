// The clips of a track as the core plays them: see `clipStride`.

import { clipStride, limits } from '../program.ts';
import type { Clip } from './clips.ts';
import { type Preparation, prepared } from './prepared.ts';
import type { Recording } from './sound-map.ts';
import type { Sounds } from './sounds.ts';
import type { SampleTable } from './zone-table.ts';

export interface ClipTable {
  /** Absent where nothing sounds. */
  readonly clips?: ArrayBuffer;
  /** Of the samples that they play. */
  readonly hashes: readonly string[];
}

export interface ClipFrame {
  readonly sounds: Sounds;
  readonly samples: SampleTable;
  readonly sampleRate: number;
  readonly lengthSamples: number;
}

/** Those whose recording is not there are silent; those over the limit are left out. */
export function clipTable(clips: readonly Clip[], frame: ClipFrame): ClipTable {
  const rows = clips
    .flatMap((clip): readonly Row[] => {
      const recording = frame.sounds.recording(clip.recording);
      const row = recording && rowOf(clip, recording, frame);
      return row ? [row] : [];
    })
    .slice(0, limits.clips);
  if (rows.length === 0) return { hashes: [] };
  const view = new DataView(new ArrayBuffer(rows.length * clipStride));
  for (const [index, row] of rows.entries()) write(view, index * clipStride, row);
  return { clips: view.buffer, hashes: rows.map(({ hash }) => hash) };
}

interface Row {
  /** In frames, with their fractions. */
  readonly place: number;
  readonly step: number;
  readonly start: number;
  readonly length: number;
  readonly sample: number;
  readonly gain: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly loopStart: number;
  readonly loopEnd: number;
  readonly id: number;
  readonly hash: string;
}

function rowOf(
  clip: Clip,
  recording: Recording,
  { samples, sampleRate, lengthSamples }: ClipFrame,
): Row | undefined {
  const inSamples = (seconds: number): number => Math.round(seconds * sampleRate);
  const start = inSamples(clip.startSeconds);
  const end = Math.min(lengthSamples, inSamples(clip.startSeconds + clip.lengthSeconds));
  if (start >= end) return undefined;
  const inFrames = (seconds: number): number => Math.round(seconds * recording.sampleRate);
  const speed = (clip.rate * recording.sampleRate) / sampleRate;
  const halvings = Math.min(8, Math.max(0, Math.ceil(Math.log2(speed) - 1 - 1e-6)));
  const { loop, reversed } = clip;
  const preparation: Preparation = {
    ...(loop && { loop: { start: inFrames(loop.from), end: inFrames(loop.to) } }),
    ...(reversed && { part: { from: inFrames(reversed.from), to: inFrames(reversed.to) }, reverse: true }),
    halvings,
  };
  const { sample, loopStart, loopEnd } = prepared(recording, preparation);
  // Its first sample stands between two moments of the song's: it is read where it stands.
  const begins = clip.fromSeconds + (start / sampleRate - clip.startSeconds) * clip.rate;
  return {
    place: snapped(Math.max(0, begins) * sample.sampleRate),
    step: Math.abs(speed - 1) < 1e-10 ? 1 : speed / 2 ** halvings,
    start,
    length: end - start,
    sample: samples.indexOf(sample),
    gain: 10 ** (clip.gainDb / 20),
    fadeIn: inSamples(clip.fadeIn),
    fadeOut: inSamples(clip.fadeOut),
    loopStart,
    loopEnd,
    id: clip.id,
    hash: sample.hash,
  };
}

function write(view: DataView, at: number, row: Row): void {
  view.setBigUint64(at, fixed(row.place), true);
  view.setBigUint64(at + 8, fixed(row.step), true);
  const words = [row.start, row.length, row.sample];
  for (const [index, word] of words.entries()) view.setUint32(at + 16 + 4 * index, word, true);
  view.setFloat32(at + 28, row.gain, true);
  const more = [row.fadeIn, row.fadeOut, row.loopStart, row.loopEnd, row.id];
  for (const [index, word] of more.entries()) view.setUint32(at + 32 + 4 * index, word, true);
}

/** In 2^-32. */
const fixed = (frames: number): bigint => {
  const whole = Math.floor(frames);
  return (BigInt(whole) << 32n) + BigInt(Math.round((frames - whole) * 2 ** 32));
};

/** What is within a hundredth of a frame of a whole one was meant to be it: sums of seconds are not exact. */
const snapped = (frames: number): number =>
  Math.abs(frames - Math.round(frames)) < 0.01 ? Math.round(frames) : frames;
