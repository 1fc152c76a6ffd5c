// The core's effects alone, compiled for the test, and sound sent through them.
// The whole core has its own tests; here one effect works on a stereo sound.

import { effects } from '../../../src/vocabulary/effects.ts';
import { slotDefault } from '../../../src/vocabulary/layout.ts';
import { corePart } from '../core-part.ts';
import type { Stereo } from './inputs.ts';

const freshEffects = corePart<EffectsExports>(`
export {
  effectBytes, effectLatency, effectLoad, effectMake, effectReduction, effectRender, effectSet, effectTail,
  effectTakesOne, effectsInit,
} from './src/engine/core/assembly/effects/kinds';
export { reserve } from './src/engine/core/assembly/memory';
export const values = memory.data(512, 16);
export const left = memory.data(512, 16);
export const right = memory.data(512, 16);
export const key = memory.data(512, 16);
`);

const blockFrames = 128;

interface Address {
  readonly value: number;
}

export interface EffectsExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly values: Address;
  readonly left: Address;
  readonly right: Address;
  readonly key: Address;
  effectsInit(sampleRate: number): void;
  effectBytes(kind: number): number;
  effectMake(kind: number, at: number): void;
  effectSet(kind: number, at: number, values: number, jump: boolean): void;
  effectRender(kind: number, at: number, left: number, right: number, key: number): void;
  effectTail(kind: number, at: number): number;
  effectTakesOne(kind: number): number;
  effectLatency(kind: number, at: number): number;
  effectLoad(kind: number, at: number, left: number, right: number, frames: number, rate: number): void;
  effectReduction(kind: number, at: number): number;
  reserve(bytes: number): number;
}

/** Parameters by their path in the vocabulary: numbers in base units, choices as words; the rest as default. */
export type Settings = Readonly<Record<string, number | string>>;

/** One effect, fresh, at a rate. */
export class CoreEffect {
  readonly #core: EffectsExports;
  readonly #kind: number;
  readonly #at: number;
  readonly #name: string;

  private constructor(core: EffectsExports, name: string) {
    this.#core = core;
    this.#name = name;
    this.#kind = effects.findIndex((effect) => effect.name === name);
    if (this.#kind < 0) throw new Error(`there is no effect ${name}`);
    this.#at = core.reserve(core.effectBytes(this.#kind));
    core.effectMake(this.#kind, this.#at);
  }

  static async fresh(name: string, settings: Settings = {}, sampleRate = 48000): Promise<CoreEffect> {
    const core = await freshEffects();
    core.effectsInit(sampleRate);
    const effect = new CoreEffect(core, name);
    effect.set(settings, { jump: true });
    return effect;
  }

  /** Forgets all sound; the settings are those given. */
  restart(settings: Settings): void {
    new Uint8Array(this.#core.memory.buffer, this.#at, this.#core.effectBytes(this.#kind)).fill(0);
    this.#core.effectMake(this.#kind, this.#at);
    this.set(settings, { jump: true });
  }

  set(settings: Settings, { jump }: { readonly jump: boolean } = { jump: false }): void {
    const { parameters } = effects[this.#kind]!;
    for (const path of Object.keys(settings)) {
      if (!parameters.some((row) => row.path === path))
        throw new Error(`${this.#name} has no parameter ${path}`);
    }
    const values = parameters.map((row) => {
      const value = settings[row.path];
      return typeof value === 'string' && row.kind === 'choice'
        ? row.choices.indexOf(value)
        : Number(value ?? slotDefault(row));
    });
    this.#floats(this.#core.values, values.length).set(values);
    this.#core.effectSet(this.#kind, this.#at, this.#core.values.value, jump);
  }

  get latency(): number {
    return this.#core.effectLatency(this.#kind, this.#at);
  }

  get tail(): number {
    return this.#core.effectTail(this.#kind, this.#at);
  }

  /** Whether a mono sound can go through as one side. */
  get takesOne(): boolean {
    return this.#core.effectTakesOne(this.#kind) !== 0;
  }

  /** Gives a Convolver its response, at a rate. */
  load(response: Stereo, rate = 48000): void {
    const [left, right] = response.map((channel) => {
      const at = this.#core.reserve(channel.length * 4);
      new Float32Array(this.#core.memory.buffer, at, channel.length).set(channel);
      return at;
    });
    const isMono = response[0] === response[1];
    this.#core.effectLoad(this.#kind, this.#at, left!, isMono ? left! : right!, response[0].length, rate);
  }

  /** Sends a sound through, block by block; `key` is what it listens to. Whole blocks: what is over is silence. */
  render([left, right]: Stereo, key?: Float32Array): Stereo {
    const blocks = Math.ceil(left.length / blockFrames);
    const out: Stereo = [new Float32Array(left.length), new Float32Array(left.length)];
    const core = this.#core;
    for (let block = 0; block < blocks; block++) {
      const from = block * blockFrames;
      this.#write(core.left, left, from);
      this.#write(core.right, right, from);
      if (key) this.#write(core.key, key, from);
      const keyAt = key ? core.key.value : 0;
      core.effectRender(this.#kind, this.#at, core.left.value, core.right.value, keyAt);
      const count = Math.min(blockFrames, left.length - from);
      out[0].set(this.#floats(core.left, count), from);
      out[1].set(this.#floats(core.right, count), from);
    }
    return out;
  }

  /** Sends a mono sound of whole blocks through, one side alone. */
  renderOne(sound: Float32Array, key?: Float32Array): Float32Array {
    const out = new Float32Array(sound.length);
    const core = this.#core;
    for (let from = 0; from < sound.length; from += blockFrames) {
      this.#write(core.left, sound, from);
      if (key) this.#write(core.key, key, from);
      core.effectRender(this.#kind, this.#at, core.left.value, 0, key ? core.key.value : 0);
      out.set(this.#floats(core.left, blockFrames), from);
    }
    return out;
  }

  /** Sends one block through so many times: for the bench. */
  spin([left, right]: Stereo, blocks: number): void {
    const core = this.#core;
    const [atLeft, atRight] = [core.left.value, core.right.value];
    const both = [this.#floats(core.left, blockFrames), this.#floats(core.right, blockFrames)] as const;
    const from = [left.subarray(0, blockFrames), right.subarray(0, blockFrames)] as const;
    for (let block = 0; block < blocks; block++) {
      both[0].set(from[0]);
      both[1].set(from[1]);
      core.effectRender(this.#kind, this.#at, atLeft, atRight, 0);
    }
  }

  #write(to: Address, from: Float32Array, at: number): void {
    const block = this.#floats(to, blockFrames);
    const part = from.subarray(at, at + blockFrames);
    block.set(part);
    block.fill(0, part.length);
  }

  #floats({ value }: Address, count: number): Float32Array {
    return new Float32Array(this.#core.memory.buffer, value, count);
  }
}

/** A sound through one fresh effect. */
export async function through(
  name: string,
  settings: Settings,
  sound: Stereo,
  { sampleRate = 48000, key }: { readonly sampleRate?: number; readonly key?: Float32Array } = {},
): Promise<Stereo> {
  return (await CoreEffect.fresh(name, settings, sampleRate)).render(sound, key);
}
