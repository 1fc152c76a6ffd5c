// Parts of a mix as they stand in its file, numbers of 16 or 24 bits with their dither: a bounce of what was not edited
// copies them. The chance of dither is a function of the place in the song, so a part has the same bytes whatever the
// rest of the file is. Where the song ends and its tail begins, samples stay as they are: the tail has to be heard.

import type { CompiledCore } from '../../engine/core/exports.ts';
import { type PartRenderer, type PartSound, partFrames } from '../../engine/offline/parts.ts';
import type { Stretch } from '../../engine/offline/render.ts';
import { bytesOf, type Encoded, newEncoder, type WholeBits } from '../sample-format.ts';

/** What of a part stands in the song's file. */
interface Place {
  /** Frames of the part that come before the song. */
  readonly skipped: number;
  readonly frames: number;
  /** Of the first of them, in the song. */
  readonly at: number;
}

export interface FileParts {
  /** As `renderer`, its parts as in the file. */
  rendered(renderer: PartRenderer): PartRenderer;
  /** The bytes of a part; undefined where it is kept as samples. */
  read(part: number, latency: number, sound: PartSound): (Encoded & { readonly frames: number }) | undefined;
}

export function fileParts(bits: WholeBits, module: CompiledCore, { from, to }: Required<Stretch>): FileParts {
  const placeOf = (part: number, latency: number): Place | undefined => {
    const end = (part + 1) * partFrames - latency;
    if (end > to - from) return undefined;
    const first = Math.max(0, end - partFrames);
    return { skipped: partFrames - (end - first), frames: end - first, at: from + first };
  };
  return {
    rendered(renderer) {
      const encode = newEncoder(bits, module, partFrames);
      return {
        get latency() {
          return renderer.latency;
        },
        goTo: (moment) => renderer.goTo(moment),
        next(part) {
          const found = renderer.next(part);
          const place = placeOf(part, renderer.latency);
          if (!place) return found;
          const { sides, samples } = found.sound;
          const [left, right] = sidesOf(samples);
          const { data, peak } = encode(
            left.subarray(place.skipped),
            right.subarray(place.skipped),
            place.at,
          );
          return { ...found, sound: { sides, samples: data, peak } };
        },
      };
    },
    read(part, latency, { samples, peak }) {
      const frames = placeOf(part, latency)?.frames;
      if (frames === undefined) return undefined;
      const { buffer, byteOffset } = samples;
      return { data: new Uint8Array(buffer, byteOffset, frames * 2 * bytesOf[bits]), peak, frames };
    },
  };
}

/** Left and right of a part of a mix that is kept as samples. */
export function sidesOf({ buffer, byteOffset }: PartSound['samples']): readonly [Float32Array, Float32Array] {
  const [left, right] = [0, partFrames * 4].map(
    (at) => new Float32Array(buffer, byteOffset + at, partFrames),
  );
  return [left!, right!];
}
