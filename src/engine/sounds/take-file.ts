// The file of a take as it was read: how long it is, and the part of it that plays.

import type { Take } from '../../song/material.ts';
import type { Song } from '../../song/song.ts';
import { written } from '../../vocabulary/written.ts';
import { fileRequest } from './requests.ts';
import { recordingId } from './sound-map.ts';
import type { Sounds } from './sounds.ts';
import type { SoundFault } from './store.ts';

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

/** Takes whose trim goes on behind the end of their file, or begins there. */
export const trimFaults = (song: Song, sounds: Sounds): readonly SoundFault[] =>
  song.takes.flatMap(({ name, file, trim }): readonly SoundFault[] => {
    const request = fileRequest(file.path.value);
    const length = sounds.map(request)?.length;
    if (!trim || !length) return [];
    const seconds = length.frames / length.sampleRate;
    // What an editor shows of a length is rounded.
    if (trim.to.value <= seconds + 0.05) return [];
    const lasts = `${file.path.value} lasts ${written(seconds, 'seconds')}`;
    const reason =
      trim.from.value >= seconds
        ? `${lasts}, so nothing of ${name.name} plays. Trim it to a part of the file.`
        : `${lasts}, so ${name.name} ends there. Trim it to that, or leave the trim out.`;
    return [{ request, reason, id: trim.id }];
  });
