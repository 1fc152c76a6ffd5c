// The audio thread's side, played in Node block by block: small songs, and what comes out.

import fs from 'node:fs';
import { inRoot } from '../../../src/build/root.mjs';
import { compile } from '../../../src/engine/compile.ts';
import { Core } from '../../../src/engine/core/core.ts';
import { LiveCore } from '../../../src/engine/live/live-core.ts';
import type { ToWorklet } from '../../../src/engine/live/messages.ts';
import type { Program } from '../../../src/engine/program.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';

export const rate = 48000;
export const block = 128;

export const programFrom = (text: string): Program => {
  const { song } = songLanguage.read(text);
  return compile(song, layOut(song), rate);
};

export const programOf = ({ low = 'a2', high = '~', tempo = 120 } = {}): Program => {
  return programFrom(`
song "S" { tempo ${tempo}bpm }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100%, envelope.attack: 2ms, envelope.release: 5ms }
pattern lowPart = "${low}"
pattern highPart = "${high}"
track low { instrument: organ }
track high { instrument: organ }
section a 2 bars { low: lowPart, high: highPart }
arrange a a
`);
};

export class Player {
  readonly live = new LiveCore(
    new Core(new WebAssembly.Module(fs.readFileSync(inRoot('dist/core.wasm'))), rate),
  );
  readonly #left = new Float32Array(block);
  readonly #right = new Float32Array(block);
  #order = 0;

  say(message: ToWorklet): void {
    this.live.take({ ...message, order: ++this.#order });
  }

  get now(): Float64Array {
    return this.live.report(0, 0, 0);
  }

  /** Plays on; every sample of the left side. */
  record(seconds: number): Float32Array {
    const blocks = Math.ceil((seconds * rate) / block);
    const all = new Float32Array(blocks * block);
    for (let at = 0; at < blocks; at++) {
      this.live.process(this.#left, this.#right);
      all.set(this.#left, at * block);
    }
    return all;
  }

  /** Plays on; the loudest sample of each block. */
  hear(seconds: number): number[] {
    const peaks: number[] = [];
    for (let at = 0; at < seconds * rate; at += block) {
      this.live.process(this.#left, this.#right);
      peaks.push(this.#left.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
    }
    return peaks;
  }
}
