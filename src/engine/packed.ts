// Plain data with its arrays as one run of bytes, and back: what a program crosses to another process as.
// A head of JSON, in which an array is its kind, its place and its length, then the arrays themselves.

type Plain = unknown;

const kinds = { Float32Array, Uint32Array, ArrayBuffer } as const;
type Kind = keyof typeof kinds;

const mark = '$array';
/** Arrays of numbers begin at multiples of their size. */
const alignment = 8;

export function pack(value: Plain): Uint8Array {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let length = 0;
  const head = JSON.stringify(value, (_, one: Plain) => {
    const kind = kindOf(one);
    if (!kind) return one;
    const bytes =
      one instanceof ArrayBuffer
        ? new Uint8Array(one)
        : new Uint8Array(
            (one as Float32Array).buffer,
            (one as Float32Array).byteOffset,
            (one as Float32Array).byteLength,
          );
    const at = length;
    parts.push({ at, bytes });
    length += Math.ceil(bytes.length / alignment) * alignment;
    return { [mark]: [kind, at, bytes.length] };
  });
  const text = new TextEncoder().encode(head);
  const start = Math.ceil((4 + text.length) / alignment) * alignment;
  const packed = new Uint8Array(start + length);
  new DataView(packed.buffer).setUint32(0, text.length, true);
  packed.set(text, 4);
  for (const { at, bytes } of parts) packed.set(bytes, start + at);
  return packed;
}

/** What was packed. @throws SyntaxError where it was not */
export function unpack(packed: ArrayBuffer): Plain {
  const length = new DataView(packed).getUint32(0, true);
  const start = Math.ceil((4 + length) / alignment) * alignment;
  const text = new TextDecoder().decode(new Uint8Array(packed, 4, length));
  return JSON.parse(text, (_, one: Plain) => {
    const found = (one as { readonly [mark]?: readonly [Kind, number, number] } | null)?.[mark];
    if (!found) return one;
    const [kind, at, size] = found;
    const bytes = packed.slice(start + at, start + at + size);
    return kind === 'ArrayBuffer' ? bytes : new kinds[kind](bytes);
  });
}

function kindOf(value: Plain): Kind | undefined {
  if (value instanceof Float32Array) return 'Float32Array';
  if (value instanceof Uint32Array) return 'Uint32Array';
  return value instanceof ArrayBuffer ? 'ArrayBuffer' : undefined;
}
