// A file of sound, whatever its kind, as samples: WAV, AIFF, FLAC, MP3 and Ogg Vorbis. The kind is told by
// what stands in the file; its name may lie. Decoders that come as WebAssembly are loaded when first needed.

import { decodeAiff } from './aiff.ts';
import { AudioFileError, type DecodedAudio, madeFinite } from './decoded.ts';
import { decodeFlac } from './flac.ts';
import { id3Bytes } from './id3.ts';
import { decodeWav } from './wav.ts';

/** Larger files are not opened. */
export const mostFileBytes = 512_000_000;

/**
 * The sound in a file.
 * @throws AudioFileError with the fact and the remedy, where it holds none that can be played
 */
export async function decodeAudio(bytes: Uint8Array): Promise<DecodedAudio> {
  if (bytes.length > mostFileBytes)
    throw new AudioFileError(
      `it is larger than ${mostFileBytes / 1e6} MB, too large for a sound. Cut it, or save it as FLAC.`,
    );
  if (bytes.length === 0) throw new AudioFileError('the file is empty. Export it again.');
  const sound = await decoderOf(bytes)(bytes);
  madeFinite(sound.channels);
  return sound;
}

type Decoder = (bytes: Uint8Array) => DecodedAudio | Promise<DecodedAudio>;

function decoderOf(bytes: Uint8Array): Decoder {
  const head = ascii(bytes, 0, 4);
  const form = ascii(bytes, 8, 12);
  if ((head === 'RIFF' || head === 'RF64' || head === 'BW64') && form === 'WAVE') return decodeWav;
  if (head === 'FORM' && (form === 'AIFF' || form === 'AIFC')) return decodeAiff;
  if (head === 'fLaC') return decodeFlac;
  if (head === 'OggS') return async (all) => (await import('./vorbis.ts')).decodeVorbis(all);
  if (head.startsWith('ID3')) return behindTag(bytes);
  if (isMpegFrame(bytes)) return mp3;
  throw new AudioFileError(
    'it is no WAV, AIFF, FLAC, MP3 or Ogg Vorbis file. Export the sound as one of these.',
  );
}

const mp3: Decoder = async (bytes) => (await import('./mp3.ts')).decodeMp3(bytes);

/** What begins with an ID3 tag is an MP3, or a FLAC that a tagger has been at. */
function behindTag(bytes: Uint8Array): Decoder {
  const size = id3Bytes(bytes);
  return ascii(bytes, size, size + 4) === 'fLaC' ? (all) => decodeFlac(all.subarray(size)) : mp3;
}

/** Layer III of any MPEG version, with a bit rate and a sample rate that exist. */
const isMpegFrame = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff &&
  (bytes[1]! & 0xe6) === 0xe2 &&
  (bytes[2]! & 0xf0) !== 0xf0 &&
  (bytes[2]! & 0x0c) !== 0x0c;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
