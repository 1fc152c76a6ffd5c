// The file of a take as it was read: how long it is, and the part of it that plays.

import type { Take } from '../../song/material.ts';
import { fileRequest } from './requests.ts';
import { recordingId } from './sound-map.ts';
import type { Sounds } from './sounds.ts';

export interface TakeFile {
  /** The id of its recording. */
  readonly recording: string;
  /** In Hz. */
  readonly sampleRate: number;
  /** The part that plays, in seconds of the file: `to` is past `from`. */
  readonly from: number;
  readonly to: number;
}

/** Undefined where it has not been read, or where nothing of it plays. */
export function takeFile({ file, trim }: Take, sounds: Sounds): TakeFile | undefined {
  const map = sounds.map(fileRequest(file.path.value));
  const zone = map?.zones[0];
  if (!zone || !map.length) return undefined;
  const { frames, sampleRate } = map.length;
  const seconds = frames / sampleRate;
  const from = Math.min(seconds, trim?.from.value ?? 0);
  const to = Math.min(seconds, trim?.to.value ?? seconds);
  return to > from ? { recording: recordingId(map, zone), sampleRate, from, to } : undefined;
}
