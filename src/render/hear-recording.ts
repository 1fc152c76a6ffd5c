// Listens to one recording: where it is cut off, where something begins, what is held, its key, and what cuts do to it.

import { clippedRuns } from '../audio/analysis/clipping.ts';
import { cutAt } from '../audio/analysis/crossings.ts';
import { heldNotes } from '../audio/analysis/held-notes.ts';
import { keyOfSound } from '../audio/analysis/key.ts';
import { monoOf } from '../audio/analysis/mono.ts';
import { onsets } from '../audio/analysis/onsets.ts';
import { pitchTrack } from '../audio/analysis/pitch-track.ts';
import type { HeardRecording } from '../check/recordings.ts';

export interface HearTask {
  readonly of: 'recording';
  readonly sampleRate: number;
  readonly channels: readonly Float32Array[];
  /** Seconds of the file; its ends are looked at as well. */
  readonly cuts: readonly number[];
}

export const hearRecording = (task: HearTask): HeardRecording => {
  const { sampleRate, channels, cuts } = task;
  const mono = monoOf(task);
  const seconds = mono.samples.length / sampleRate;
  const key = keyOfSound(mono);
  return {
    seconds,
    clipped: clippedRuns(task).map(({ from }) => from / sampleRate),
    onsets: onsets(mono),
    notes: heldNotes(pitchTrack(mono)),
    ...(key ? { key } : {}),
    cuts: [...new Set([0, ...cuts, seconds])].map((at) => ({
      seconds: at,
      // Either side clicks for itself.
      jumpDb: Math.max(...channels.map((samples) => cutAt({ samples, rate: sampleRate }, at).jumpDb)),
    })),
  };
};
