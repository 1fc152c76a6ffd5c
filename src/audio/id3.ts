// The tag that stands in front of an MP3, and sometimes of a FLAC.

/** Bytes of the ID3 tag at the start; 0 where there is none. Its size is written seven bits a byte. */
export const id3Bytes = (bytes: Uint8Array): number =>
  bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33 && bytes.length > 10
    ? 10 +
      (((bytes[6]! & 127) << 21) | ((bytes[7]! & 127) << 14) | ((bytes[8]! & 127) << 7) | (bytes[9]! & 127))
    : 0;
