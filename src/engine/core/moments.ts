// Moments of a core that renders: all of it that changes, as the words of its memory and the globals that are not
// what they were at the start. A moment is put into a core that stands at the start of the same song, or of one
// whose notes and lanes are the same so far, and that goes on from there to the last bit.
// What changes is found by the core itself (assembly/state.ts). Knows nothing of DOM or Node.

import type { Exports } from './exports.ts';

/** A WebAssembly.Global, whose type comes with the DOM. */
interface Global {
  value: number;
}

/** What the core leaves free in front of what it finds: HOST_BYTES of assembly/state.ts. */
const mostHeadBytes = 1 << 14;

export class Moments {
  readonly #core: Exports;
  readonly #globals: readonly Global[];
  #startGlobals: readonly number[] = [];

  constructor(core: Exports) {
    this.#core = core;
    this.#globals = Object.entries(core)
      .filter(([name]) => /^state\d+$/.test(name))
      .map(([, global]) => global as unknown as Global);
  }

  /** Takes the core as it is for the start: all is put in, and nothing is rendered yet. Once. */
  begin(): void {
    if (this.#globals.length * 16 + 4 > mostHeadBytes)
      throw new RangeError('no room for the globals of a moment');
    this.#core.stateBegin();
    this.#startGlobals = this.#globals.map(({ value }) => value);
  }

  /** Where the core stands, between two blocks, until it is asked again. Its counts and meters begin anew. */
  take(): Uint8Array {
    const length = this.#core.stateTake() * 4;
    const globals = this.#globals.flatMap(({ value }, index) =>
      Object.is(value, this.#startGlobals[index]) ? [] : [index, value],
    );
    // In front of the words, where they lie in the core: a reverb's are megabytes, and every part has its moment.
    const head = 4 + globals.length * 8;
    const { buffer } = this.#core.memory;
    const from = this.#core.stateFound() - head;
    const values = new DataView(buffer, from, head);
    values.setUint32(0, globals.length, true);
    for (const [at, value] of globals.entries()) values.setFloat64(4 + at * 8, value, true);
    return new Uint8Array(buffer, from, head + length);
  }

  /** The core stands there again; at the start with undefined. */
  put(moment: Uint8Array | undefined): void {
    this.#core.stateReturn();
    for (const [index, global] of this.#globals.entries()) global.value = this.#startGlobals[index]!;
    if (moment) this.#change(moment.byteOffset % 4 === 0 ? moment : moment.slice());
    this.#core.stateResume();
  }

  #change({ buffer, byteOffset, byteLength }: Uint8Array): void {
    const words = new Uint32Array(this.#core.memory.buffer);
    const count = new Uint32Array(buffer, byteOffset, 1)[0]!;
    const values = new DataView(buffer, byteOffset + 4);
    for (let at = 0; at < count; at += 2)
      this.#globals[values.getFloat64(at * 8, true)]!.value = values.getFloat64((at + 1) * 8, true);
    const runs = new Uint32Array(buffer, byteOffset + 4 + count * 8, (byteLength - 4 - count * 8) >> 2);
    for (let at = 0; at < runs.length; ) {
      const length = runs[at + 1]!;
      words.set(runs.subarray(at + 2, at + 2 + length), runs[at]!);
      at += 2 + length;
    }
  }
}
