// Stems recorded as they are rendered, for the bounces to come.

import type { CoreReport } from '../engine/core/report.ts';
import { chunkFrames, type StemRenderer, type Stretch, tail } from '../engine/offline/render.ts';
import type { Program } from '../engine/program.ts';
import { blockFrames, type StemRecorder } from './stem-file.ts';

/** How many blocks a recording has: of the song, and at most with the longest tail that any mix of it has. */
export interface RecordedLength {
  readonly least: number;
  readonly most: number;
}

export const recordedLength = (program: Program, { from, to }: Required<Stretch>): RecordedLength => {
  const frames = Math.max(0, Math.min(to, program.lengthSamples) - from);
  // A mix ends on a whole chunk, and looks ahead by less than one.
  const most = frames + tail.longestSeconds * program.sampleRate + 3 * chunkFrames;
  return { least: Math.ceil(frames / blockFrames) + 1, most: Math.ceil(most / blockFrames) };
};

export interface StemRecording extends StemRenderer {
  /** Renders on until all is silent for good, and completes the files; whether each is there. */
  finish(): readonly boolean[];
  close(): void;
}

/** @param recorders  of the tracks in the renderer's order; undefined where one is not kept */
export function recorded(
  renderer: StemRenderer,
  recorders: readonly (StemRecorder | undefined)[],
  { least, most }: RecordedLength,
): StemRecording {
  const running = [...recorders];
  const sleeps = recorders.map(() => false);
  let blocks = 0;
  const close = (): void => {
    for (const recorder of running.splice(0)) recorder?.close();
  };
  // A full disk is no reason for a bounce to fail: the stem is not kept then.
  const orDrop = (at: number, work: (recorder: StemRecorder) => void): void => {
    const recorder = running[at];
    if (!recorder) return;
    try {
      work(recorder);
    } catch {
      recorder.close();
      running[at] = undefined;
    }
  };
  const next: StemRenderer['next'] = (give) => {
    blocks++;
    renderer.next((at, sides, left, right) => {
      sleeps[at] = sides === 0;
      orDrop(at, (recorder) => recorder.add(sides, left, right));
      give(at, sides, left, right);
    });
  };
  return {
    next,
    report: () => renderer.report(),
    finish() {
      while (blocks < most && (blocks < least || sleeps.includes(false))) next(() => {});
      // Whose notes were dropped is not known of each track: such stems are made anew, so that it is told again.
      if (isTrouble(renderer.report())) close();
      for (const at of running.keys()) orDrop(at, (recorder) => recorder.finish());
      return recorders.map((_, at) => running[at] !== undefined);
    },
    close,
  };
}

const isTrouble = ({ droppedNotes, notANumber }: CoreReport): boolean => droppedNotes > 0 || notANumber > 0;
