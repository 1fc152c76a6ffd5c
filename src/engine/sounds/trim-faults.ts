// Takes whose trim goes on behind the end of their file, or begins there.

import type { SourceId } from '../../song/origin.ts';
import type { Song } from '../../song/song.ts';
import { written } from '../../vocabulary/written.ts';
import { fileRequest, type SoundRequest } from './requests.ts';
import type { Sounds } from './sounds.ts';

export interface TrimFault {
  readonly request: SoundRequest;
  readonly reason: string;
  /** The trim's. */
  readonly id: SourceId;
}

/** Those of which the file has been read. */
export const trimFaults = (song: Song, sounds: Sounds): readonly TrimFault[] =>
  song.takes.flatMap(({ name, file, trim }): readonly TrimFault[] => {
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
