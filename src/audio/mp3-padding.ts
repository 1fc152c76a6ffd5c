// What an MP3 encoder put in front of the sound and behind it, as LAME and those after it write it down in
// the first frame ("Xing" or "Info").

import { id3Bytes } from './id3.ts';

/** Samples by which any decoder is late: the filter bank's own. */
const decoderDelay = 529;

/**
 * Frames of the sound itself among those that a decoder gives; all of them where the file does not say.
 * @param frames  what was decoded, the frame with the tag in it or not, as decoders have it
 */
export function paddingOf(
  bytes: Uint8Array,
  frames: number,
): { readonly start: number; readonly end: number } {
  const all = { start: 0, end: frames };
  const from = id3Bytes(bytes);
  const tag = tagAt(bytes, from);
  if (tag === undefined) return all;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint32(tag + 4);
  // Frames, bytes, a table of contents and a quality stand in between, each where its flag says so.
  const lame =
    tag + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  if (lame + 24 > bytes.length) return all;
  const delay = (bytes[lame + 21]! << 4) | (bytes[lame + 22]! >> 4);
  const padding = ((bytes[lame + 22]! & 15) << 8) | bytes[lame + 23]!;
  if (delay === 0 && padding === 0) return all;
  // The decoder plays the tag's own frame as silence, or leaves it out: the count of frames tells which.
  const perFrame = (bytes[from + 1]! & 8) !== 0 ? 1152 : 576;
  const counted = flags & 1 ? view.getUint32(tag + 8) * perFrame : frames;
  const start = Math.max(0, frames - counted) + delay + decoderDelay;
  const end = Math.min(frames, start + counted - delay - padding);
  return end > start ? { start, end } : all;
}

/** Where the tag stands in the first frame: behind its header and its side information. */
function tagAt(bytes: Uint8Array, from: number): number | undefined {
  if (from + 40 > bytes.length) return undefined;
  const isMpeg1 = (bytes[from + 1]! & 8) !== 0;
  const isMono = (bytes[from + 3]! & 0xc0) === 0xc0;
  const at = from + 4 + (isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  const name = String.fromCharCode(...bytes.subarray(at, at + 4));
  return name === 'Xing' || name === 'Info' ? at : undefined;
}
