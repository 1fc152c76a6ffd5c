// Writes a FLAC file piece by piece, synchronously and to the last byte, as wav-file.ts does. What is known only at the
// end (the length, and the sum of all samples by which a player finds damage) is written into the head then.

import { createHash } from 'node:crypto';
import { type FlacBits, newFlacWriter } from '../audio/flac-writer.ts';
import { type Encoded, framesOf, type SampleFormat } from './sample-format.ts';
import { diskOf, type SoundFile, type Tags } from './wav-file.ts';

/** @param format  of 16 or 24 bits */
export function createFlac(file: string, format: SampleFormat, rate: number, tags: Tags): SoundFile {
  const disk = diskOf(file);
  let isOpen = true;
  const { title, artist } = tags;
  const writer = newFlacWriter(rate, (format.bytes * 8) as FlacBits, {
    ...(title && { TITLE: title }),
    ...(artist && { ARTIST: artist }),
  });
  const sum = createHash('md5');
  let at = 0;
  const write = (bytes: Uint8Array): void => {
    disk.write(bytes, at);
    at += bytes.length;
  };
  const add = ({ data, peak }: Encoded): number => {
    sum.update(data);
    write(writer.add(data));
    return peak;
  };
  write(writer.head());
  return {
    add: (left, right) => add(format.encode(left, right)),
    addEncoded(encoded) {
      format.pass(framesOf(encoded, format));
      return add(encoded);
    },
    finish() {
      write(writer.end());
      disk.write(writer.head(sum.digest()), 0);
      disk.sync();
    },
    close() {
      if (isOpen) disk.close();
      isOpen = false;
    },
  };
}
