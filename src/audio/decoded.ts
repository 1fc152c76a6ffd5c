// What a file of sound holds once it is read, and what is said where it can't be.
// Knows nothing of the disk: bytes come in.

/** A sound in memory: a channel each, all as long as one another, 1 being full scale. */
export interface DecodedAudio {
  /** In Hz. */
  readonly sampleRate: number;
  /** One (mono) or two (left, right). Every sample is finite. */
  readonly channels: readonly Float32Array<ArrayBuffer>[];
  /** Where the file says that it can be held: frames `start` to before `end`. */
  readonly loop?: { readonly start: number; readonly end: number };
  /** The MIDI note that was recorded, with its fraction, where the file says so. */
  readonly root?: number;
}

/** The file is none that can be played. The message is for a person: the fact, the limit and the remedy. */
export class AudioFileError extends Error {
  override readonly name = 'AudioFileError';
}

/** More than this many bytes of samples in memory are no sound for a song: 12 minutes of stereo at 48 kHz. */
export const mostDecodedBytes = 280_000_000;

/** @throws AudioFileError where a sound of that size and shape is not played */
export function checkShape(sampleRate: number, channels: number, frames: number): void {
  if (!(sampleRate >= 1000 && sampleRate <= 768_000))
    throw new AudioFileError(
      `its header says ${sampleRate} samples a second, and sounds have 1000 to 768000. The file is damaged; export it again.`,
    );
  if (channels < 1) throw new AudioFileError('it has no channel of sound. Export it again.');
  if (channels > 2)
    throw new AudioFileError(
      `it has ${channels} channels, and a track plays one or two. Export it in mono or stereo.`,
    );
  if (frames < 1) throw new AudioFileError('there is no sound in it. Export it again.');
  if (frames * channels * 4 > mostDecodedBytes) {
    const minutes = Math.floor(mostDecodedBytes / (4 * channels * sampleRate * 60));
    throw new AudioFileError(
      `it lasts longer than ${minutes} minutes, the most for a sound of its rate and width. Cut it.`,
    );
  }
}

/** Empty channels of that many frames. */
export const emptyChannels = (channels: number, frames: number): Float32Array<ArrayBuffer>[] =>
  Array.from({ length: channels }, () => new Float32Array(frames));

/** Replaces what is no number by silence, in place: one such sample would spoil a filter for good. */
export function madeFinite(channels: readonly Float32Array[]): void {
  for (const channel of channels)
    for (let i = 0; i < channel.length; i++) if (!Number.isFinite(channel[i]!)) channel[i] = 0;
}
