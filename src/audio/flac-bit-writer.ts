// Bits one after the other, the highest first, as FLAC writes them.

export class BitWriter {
  #bytes = new Uint8Array(1 << 15);
  #at = 0;
  #held = 0;
  /** How many bits are held that make no whole byte yet. */
  #count = 0;

  /** @param value  its lowest `count` bits are written: 0 to 32, negative numbers as two's complement */
  write(value: number, count: number): void {
    if (count > 16) {
      this.#put((value >>> 16) & (2 ** (count - 16) - 1), count - 16);
      this.#put(value & 0xffff, 16);
    } else this.#put(value & ((1 << count) - 1), count);
  }

  /** So many 0, and a 1. */
  unary(zeros: number): void {
    let left = zeros;
    for (; left >= 16; left -= 16) this.#put(0, 16);
    this.#put(1, left + 1);
  }

  /** On to the next whole byte. */
  align(): void {
    if (this.#count > 0) this.#put(0, 8 - this.#count);
  }

  /** What has been written, in whole bytes: good until the next is. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  clear(): void {
    [this.#at, this.#held, this.#count] = [0, 0, 0];
  }

  /** At most 17 bits, so that those and what is held fit into 24. */
  #put(value: number, count: number): void {
    this.#held = (this.#held << count) | value;
    this.#count += count;
    while (this.#count >= 8) {
      this.#count -= 8;
      if (this.#at === this.#bytes.length) this.#grow();
      this.#bytes[this.#at++] = this.#held >>> this.#count;
      this.#held &= (1 << this.#count) - 1;
    }
  }

  #grow(): void {
    const more = new Uint8Array(this.#bytes.length * 2);
    more.set(this.#bytes);
    this.#bytes = more;
  }
}
