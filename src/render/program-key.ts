// The identity of a program by its content: equal keys sound alike. What carries a hash of its own (a track's
// music, a sample) is known by that; where notes stand in the text does not count.

import { createHash, type Hash } from 'node:crypto';

export const keyOf = (value: unknown): string => {
  const hash = createHash('sha1');
  put(hash, value);
  return hash.digest('base64');
};

const put = (hash: Hash, value: unknown): void => {
  if (ArrayBuffer.isView(value)) {
    hash.update('<');
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return;
  }
  if (value instanceof ArrayBuffer) {
    hash.update('<');
    hash.update(new Uint8Array(value));
    return;
  }
  if (typeof value !== 'object' || value === null) {
    hash.update(`${typeof value} ${String(value)};`);
    return;
  }
  if (Array.isArray(value)) {
    hash.update(`[${value.length}`);
    for (const one of value) put(hash, one);
    return;
  }
  hash.update('{');
  const known = 'hash' in value;
  for (const [name, one] of Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (known && (name === 'events' || name === 'channels')) continue;
    hash.update(`${name}:`);
    put(hash, one);
  }
  hash.update('}');
};
