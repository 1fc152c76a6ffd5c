// Ogg Vorbis, by stb_vorbis in WebAssembly (Apache-2.0). Other sounds in Ogg are told apart by their name.

import { StbVorbis } from 'stb-vorbis';
import { AudioFileError, checkShape, type DecodedAudio } from './decoded.ts';

/** @throws AudioFileError */
export async function decodeVorbis(bytes: Uint8Array): Promise<DecodedAudio> {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const other = ['OpusHead', 'Speex', 'FLAC', 'theora'].find((name) => head.includes(name));
  if (other)
    throw new AudioFileError(
      `it is Ogg ${other.replace('Head', '')}, and of Ogg only Vorbis is read. Save it as WAV or FLAC.`,
    );
  await StbVorbis.ready;
  const { sampleRate, channels } = decoded(bytes);
  checkShape(sampleRate, channels.length, channels[0]?.length ?? 0);
  return { sampleRate, channels: channels.map((channel) => new Float32Array(channel)) };
}

function decoded(bytes: Uint8Array): ReturnType<typeof StbVorbis.decode> {
  try {
    return StbVorbis.decode(bytes);
  } catch (error) {
    throw new AudioFileError(
      "its sound can't be decoded: it is damaged, or was cut short. Copy or export it again.",
      {
        cause: error,
      },
    );
  }
}
