// Bits of a byte array, the highest first, as FLAC writes them. Past the end all bits are 0, so that a
// damaged file ends in a wrong sum and not in an exception.

export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  /** Bits of the present byte that are used up. */
  #used = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  /** Index of the byte that the next bit stands in. */
  get byte(): number {
    return this.#at;
  }

  /** On to the next whole byte. */
  align(): void {
    if (this.#used > 0) {
      this.#used = 0;
      this.#at++;
    }
  }

  /** @param count  0 to 32 bits, as a number from 0 */
  read(count: number): number {
    let value = 0;
    for (let left = count; left > 0; ) {
      const take = Math.min(left, 8 - this.#used);
      const byte = this.#bytes[this.#at] ?? 0;
      const part = (byte >> (8 - this.#used - take)) & ((1 << take) - 1);
      value = value * (1 << take) + part;
      this.#used += take;
      if (this.#used === 8) {
        this.#used = 0;
        this.#at++;
      }
      left -= take;
    }
    return value;
  }

  /** As `read`, the highest bit being the sign. @param count  1 to 33 bits */
  readSigned(count: number): number {
    if (count > 32) return (this.read(1) === 1 ? -(2 ** 32) : 0) + this.read(32);
    const value = this.read(count);
    return value >= 2 ** (count - 1) ? value - 2 ** count : value;
  }

  /** How many 0 stand before the next 1, which is taken too; -1 where none comes. */
  readUnary(): number {
    let zeros = 0;
    for (;;) {
      if (this.#at >= this.#bytes.length) return -1;
      const rest = (this.#bytes[this.#at]! << this.#used) & 0xff;
      if (rest === 0) {
        zeros += 8 - this.#used;
        this.#used = 0;
        this.#at++;
        continue;
      }
      const before = Math.clz32(rest) - 24;
      zeros += before;
      this.#used += before + 1;
      if (this.#used >= 8) {
        this.#used -= 8;
        this.#at++;
      }
      return zeros;
    }
  }
}
