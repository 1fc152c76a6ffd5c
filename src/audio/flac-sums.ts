// The check sums of FLAC: of a frame's header in 8 bits, of the whole frame in 16.

const table = (polynomial: number, bits: number): Uint16Array =>
  Uint16Array.from({ length: 256 }, (_, index) => {
    const top = 1 << (bits - 1);
    let sum = index << (bits - 8);
    for (let bit = 0; bit < 8; bit++) sum = sum & top ? (sum << 1) ^ polynomial : sum << 1;
    return sum & (2 ** bits - 1);
  });

const table8 = table(0x07, 8);
const table16 = table(0x8005, 16);

/** Of the bytes `from` to before `to`. */
export function crc8(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum = table8[sum ^ bytes[at]!]!;
  return sum;
}

/** Of the bytes `from` to before `to`. */
export function crc16(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum = ((sum << 8) & 0xffff) ^ table16[(sum >> 8) ^ bytes[at]!]!;
  return sum;
}
