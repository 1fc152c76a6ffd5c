// The audio thread's door: an AudioWorkletProcessor around a LiveCore.
// Bundled into one classic file. Allocates nothing per block; the report's array is the same each time.

import { Core } from '../core/core.ts';
import { LiveCore } from './live-core.ts';
import { Load } from './load.ts';
import {
  type FromWorklet,
  type Ordered,
  type ProcessorOptions,
  processorName,
  type TapOptions,
  tapName,
} from './messages.ts';

declare const sampleRate: number;
declare const currentFrame: number;
declare const currentTime: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: { processorOptions: never }) => unknown,
): void;

type Blocks = readonly (readonly Float32Array[])[];

const reportsASecond = 60;

class CodettaCore extends AudioWorkletProcessor {
  readonly #live: LiveCore;
  readonly #framesPerReport = sampleRate / reportsASecond;
  // Few audio threads have the finer clock.
  readonly #load = new Load(() => (globalThis.performance ?? Date).now(), sampleRate);
  #framesSinceReport = 0;
  #expectedFrame = -1;
  #gaps = 0;
  #failed = false;
  /** Messages whose time has not come, in their order. */
  readonly #held: Ordered[] = [];

  constructor({ processorOptions }: { processorOptions: ProcessorOptions }) {
    super();
    // Synchronous: the audio thread cannot wait, and the core is small.
    this.#live = new LiveCore(new Core(new WebAssembly.Module(processorOptions.core), sampleRate));
    this.port.onmessage = ({ data }: MessageEvent<Ordered>) => this.#take(data);
  }

  process(inputs: Blocks, outputs: Blocks): boolean {
    while (this.#held.length > 0 && isDue(this.#held[0]!)) this.#act(this.#held.shift()!);
    if (!this.#live.open || this.#failed) return false;
    const [left, right] = outputs[0]!;
    if (!left || !right) return true;
    if (this.#expectedFrame >= 0 && currentFrame !== this.#expectedFrame) this.#gaps++;
    this.#expectedFrame = currentFrame + left.length;
    try {
      this.#load.begin();
      this.#live.process(left, right, inputs, outputs);
      this.#load.end(left.length);
      this.#framesSinceReport += left.length;
      if (this.#framesSinceReport >= this.#framesPerReport) {
        this.#framesSinceReport -= this.#framesPerReport;
        const seconds = currentTime + left.length / sampleRate;
        this.port.postMessage(this.#live.report(seconds, this.#gaps, this.#load.share));
      }
    } catch (error) {
      left.fill(0);
      right.fill(0);
      this.#failed = true;
      this.#tell('failed', error);
    }
    return true;
  }

  #take(message: Ordered): void {
    if (message.type === 'sync') this.port.postMessage({ type: 'synced' } satisfies FromWorklet);
    else if (this.#held.length > 0 || !isDue(message)) this.#held.push(message);
    else this.#act(message);
  }

  /** What it can't follow changes nothing: what was playing goes on. */
  #act(message: Ordered): void {
    try {
      this.#live.take(message);
    } catch (error) {
      this.#tell('refused', error);
    }
  }

  #tell(type: 'failed' | 'refused', error: unknown): void {
    this.port.postMessage({
      type,
      reason: error instanceof Error ? error.message : String(error),
    } satisfies FromWorklet);
  }
}

const isDue = ({ atFrame = 0 }: Ordered): boolean => currentFrame >= atFrame;

class CodettaTap extends AudioWorkletProcessor {
  readonly #frames: number;
  #sides: readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>];
  #filled = 0;

  constructor({ processorOptions }: { processorOptions: TapOptions }) {
    super();
    this.#frames = processorOptions.frames;
    this.#sides = this.#empty();
  }

  process([input]: Blocks): boolean {
    const [left, right] = input ?? [];
    if (left) this.#sides[0].set(left, this.#filled);
    if (right ?? left) this.#sides[1].set((right ?? left)!, this.#filled);
    this.#filled += 128;
    if (this.#filled < this.#frames) return true;
    this.port.postMessage(
      this.#sides,
      this.#sides.map(({ buffer }) => buffer),
    );
    this.#sides = this.#empty();
    this.#filled = 0;
    return true;
  }

  #empty(): readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
    return [new Float32Array(this.#frames), new Float32Array(this.#frames)];
  }
}

registerProcessor(processorName, CodettaCore);
registerProcessor(tapName, CodettaTap);
