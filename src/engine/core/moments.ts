// Moments of a core that renders: all of it that changes, as the words of its memory and the globals that are not
// what they were at the start. A moment is put into a core that stands at the start of the same song, or of one
// whose notes and lanes are the same so far, and that goes on from there to the last bit.
// What changes is known by the core itself (assembly/state.ts). Knows nothing of DOM or Node.

import type { Exports } from './exports.ts';

/** A WebAssembly.Global, whose type comes with the DOM. */
interface Global {
  value: number;
}

/** Bytes that are compared at once; then word by word where they differ. */
const pageBytes = 512;

export class Moments {
  readonly #core: Exports;
  readonly #globals: readonly Global[];
  #ranges: readonly (readonly [from: number, to: number])[] = [];
  /** The ranges one after the other, and the globals, as they were at the start. */
  #start = new Uint32Array();
  #startGlobals: readonly number[] = [];

  constructor(core: Exports) {
    this.#core = core;
    this.#globals = Object.entries(core)
      .filter(([name]) => /^state\d+$/.test(name))
      .map(([, global]) => global as unknown as Global);
  }

  /** Takes the core as it is for the start: all is put in, and nothing is rendered yet. */
  begin(): void {
    const { memory } = this.#core;
    this.#core.stateRest();
    const at = this.#core.stateRanges();
    const words = new Uint32Array(memory.buffer);
    const count = words[at >> 2]!;
    this.#ranges = Array.from({ length: count }, (_, range) => {
      const pair = (at >> 2) + 2 + range * 2;
      return [words[pair]!, words[pair + 1]!] as const;
    });
    this.#start = new Uint32Array(this.#ranges.reduce((sum, [from, to]) => sum + (to - from) / 4, 0));
    let next = 0;
    for (const [from, to] of this.#ranges) {
      this.#start.set(words.subarray(from >> 2, to >> 2), next);
      next += (to - from) >> 2;
    }
    this.#startGlobals = this.#globals.map(({ value }) => value);
    this.#core.stateResume();
  }

  /** Where the core stands, between two blocks. */
  take(): Uint8Array {
    this.#core.stateRest();
    const globals = this.#globals.flatMap(({ value }, index) =>
      Object.is(value, this.#startGlobals[index]) ? [] : [index, value],
    );
    const words = new Uint32Array(this.#core.memory.buffer);
    const found = newWords();
    let next = 0;
    for (const [from, to] of this.#ranges) {
      for (let page = from; page < to; page += pageBytes) {
        const length = Math.min(pageBytes, to - page) >> 2;
        findChanges(words, page >> 2, this.#start, next, length, found);
        next += length;
      }
    }
    const runs = found.end();
    const moment = new Uint8Array(4 + globals.length * 8 + runs.byteLength);
    new Uint32Array(moment.buffer, 0, 1)[0] = globals.length;
    const values = new DataView(moment.buffer, 4);
    for (const [at, value] of globals.entries()) values.setFloat64(at * 8, value, true);
    moment.set(new Uint8Array(runs.buffer, runs.byteOffset, runs.byteLength), 4 + globals.length * 8);
    this.#core.stateResume();
    return moment;
  }

  /** The core stands there again; at the start with undefined. */
  put(moment: Uint8Array | undefined): void {
    const words = new Uint32Array(this.#core.memory.buffer);
    let next = 0;
    for (const [from, to] of this.#ranges) {
      const length = (to - from) >> 2;
      words.set(this.#start.subarray(next, next + length), from >> 2);
      next += length;
    }
    for (const [index, global] of this.#globals.entries()) global.value = this.#startGlobals[index]!;
    if (moment) this.#putChanges(moment, words);
    this.#core.stateResume();
  }

  #putChanges(moment: Uint8Array, words: Uint32Array): void {
    const bytes = moment.byteOffset % 4 === 0 ? moment : moment.slice();
    const count = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0]!;
    const values = new DataView(bytes.buffer, bytes.byteOffset + 4);
    for (let at = 0; at < count; at += 2)
      this.#globals[values.getFloat64(at * 8, true)]!.value = values.getFloat64((at + 1) * 8, true);
    const from = bytes.byteOffset + 4 + count * 8;
    const runs = new Uint32Array(bytes.buffer, from, (bytes.byteLength - 4 - count * 8) >> 2);
    for (let at = 0; at < runs.length; ) {
      const [word, length] = [runs[at]!, runs[at + 1]!];
      words.set(runs.subarray(at + 2, at + 2 + length), word);
      at += 2 + length;
    }
  }
}

/** Words that differ, as runs: where the first is, how many, and what they are. */
function newWords() {
  let runs = new Uint32Array(16_384);
  let [filled, head] = [0, -1];
  return {
    add(word: number, value: number): void {
      if (filled + 3 > runs.length) {
        const more = new Uint32Array(runs.length * 2);
        more.set(runs);
        runs = more;
      }
      if (head >= 0 && runs[head]! + runs[head + 1]! === word) {
        runs[head + 1]!++;
      } else {
        head = filled;
        runs[filled++] = word;
        runs[filled++] = 1;
      }
      runs[filled++] = value;
    },
    end: (): Uint32Array => runs.subarray(0, filled),
  };
}

function findChanges(
  words: Uint32Array,
  at: number,
  start: Uint32Array,
  startAt: number,
  length: number,
  found: ReturnType<typeof newWords>,
): void {
  for (let i = 0; i < length; i++)
    if (words[at + i] !== start[startAt + i]) found.add(at + i, words[at + i]!);
}
