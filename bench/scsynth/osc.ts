// Messages and bundles of Open Sound Control, as scsynth reads them from a score: numbers big-endian, texts and blobs
// filled up to four bytes.

export type Word = string | number | Buffer | { readonly float: number };

const padded = (part: Buffer): Buffer => Buffer.concat([part, Buffer.alloc((4 - (part.length % 4)) % 4)]);
const osc = (text: string): Buffer => padded(Buffer.from(`${text}\0`, 'latin1'));

export function message(address: string, ...words: readonly Word[]): Buffer {
  const types = words.map((word) =>
    typeof word === 'string' ? 's' : typeof word === 'number' ? 'i' : Buffer.isBuffer(word) ? 'b' : 'f',
  );
  const parts = words.map((word): Buffer => {
    if (typeof word === 'string') return osc(word);
    if (typeof word === 'number') return new Bytes().int32(word).buffer;
    if (Buffer.isBuffer(word)) return Buffer.concat([new Bytes().int32(word.length).buffer, padded(word)]);
    return new Bytes().float(word.float).buffer;
  });
  return Buffer.concat([osc(address), osc(`,${types.join('')}`), ...parts]);
}

export function bundle(seconds: number, ...messages: readonly Buffer[]): Buffer {
  const tag = Buffer.alloc(8);
  tag.writeUInt32BE(Math.floor(seconds));
  tag.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), 4);
  const sized = messages.map((one) => Buffer.concat([new Bytes().int32(one.length).buffer, one]));
  const body = Buffer.concat([osc('#bundle'), tag, ...sized]);
  return Buffer.concat([new Bytes().int32(body.length).buffer, body]);
}

export const controls = (values: Readonly<Record<string, number>>): readonly Word[] =>
  Object.entries(values).flatMap(([name, value]): readonly Word[] => [name, { float: value }]);

export class Bytes {
  readonly #parts: Buffer[] = [];

  int32(value: number): this {
    const part = Buffer.alloc(4);
    part.writeInt32BE(value);
    return this.raw(part);
  }

  int16(value: number): this {
    const part = Buffer.alloc(2);
    part.writeInt16BE(value);
    return this.raw(part);
  }

  int8(value: number): this {
    return this.raw(Buffer.from([value]));
  }

  float(value: number): this {
    const part = Buffer.alloc(4);
    part.writeFloatBE(value);
    return this.raw(part);
  }

  name(text: string): this {
    return this.int8(text.length).raw(Buffer.from(text, 'latin1'));
  }

  raw(part: Buffer): this {
    this.#parts.push(part);
    return this;
  }

  get buffer(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
