// What core.wasm exports, as assembly/index.ts says it, and how an instance is made.

/** A compiled `WebAssembly.Module`. The type of that name comes with the DOM, which this room does not know. */
export type CompiledCore = object;

export interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  init(sampleRate: number): void;
  prepare(): void;
  readsWaves(kind: number): number;
  waveRoom(makes: number): number;
  waveBytes(): number;
  render(): void;
  renderStems(): void;
  stemRoom(track: number, blocks: number): number;
  stemsFilled(): void;
  renderRooms(blocks: number): void;
  outputRoom(blocks: number): number;
  renderInto(room: number, blocks: number): void;
  takeStem(track: number): void;
  plugOut(plug: number, side: number): number;
  plugIn(plug: number, side: number): number;
  hostInstrument(track: number, plug: number): void;
  outputLeft(): number;
  outputRight(): number;
  blockFrames(): number;
  latency(): number;
  chunkEvents(): number;
  stage(track: number, kind: number, voices: number, events: number, seed: number): number;
  stagedParameters(track: number): number;
  stagedZones(track: number, count: number): number;
  stagedClips(track: number, count: number): number;
  samplePut(slot: number, frames: number, channels: number, sampleRate: number): number;
  sampleOther(slot: number): number;
  sampleDrop(slot: number): void;
  stagedChunk(track: number, chunk: number): number;
  seal(track: number): void;
  isFading(track: number): number;
  swap(at: number, to: number, length: number): void;
  takeSwap(): void;
  isSwapPending(): number;
  jump(at: number, from: number, to: number, nextAt: number, nextFrom: number, nextTo: number): void;
  forgetJump(): void;
  isJumpPending(): number;
  setLength(samples: number): void;
  stripTargets(kind: number, index: number): number;
  sendTargets(kind: number, index: number): number;
  wishes(): number;
  putChain(kind: number, index: number, count: number): number;
  putResponse(kind: number, index: number, insert: number, sample: number): void;
  insertTargets(kind: number, index: number, insert: number): number;
  chainDelay(kind: number, index: number): number;
  delayEdge(kind: number, index: number, edge: number, samples: number): void;
  setBehind(kind: number, index: number, samples: number): void;
  forgetLanes(): void;
  addLane(
    part: number,
    kind: number,
    index: number,
    owner: number,
    slot: number,
    gain: number,
    count: number,
  ): number;
  holdLane(part: number, kind: number, index: number, owner: number, slot: number, isHeld: number): void;
  liveParameters(track: number): number;
  moveInstrument(track: number): void;
  watch(kind: number, index: number): void;
  watchedSound(side: number): number;
  openTaps(): number;
  tap(kind: number, index: number, side: number): number;
  reductionOf(kind: number, index: number, insert: number): number;
  busOrder(): number;
  forgetKeys(): void;
  hear(track: number): void;
  moveStrip(kind: number, index: number): void;
  jumpStrip(kind: number, index: number): void;
  play(): void;
  pause(): void;
  seek(sample: number): void;
  setLoop(from: number, to: number, nextFrom: number, nextTo: number): void;
  silence(): void;
  clear(): void;
  songPosition(): number;
  isPlaying(): number;
  takeMeters(): number;
  report(): number;
  pcmMake(frames: number): number;
  pcmEncode(frames: number, place: number, bytes: number): number;
  digestRoom(bytes: number): number;
  digestBegin(): void;
  digestAdd(bytes: number): void;
  digestSums(): number;
  stateBegin(): void;
  stateTake(): number;
  stateFound(): number;
  stateReturn(): void;
  stateResume(): void;
}

/** Compiles the bytes of core.wasm, the same bytes once. @throws CompileError where they are not that */
export function compileCore(bytes: Uint8Array): CompiledCore {
  const module = compiled.get(bytes) ?? new webAssembly.Module(bytes);
  compiled.set(bytes, module);
  return module;
}

const compiled = new WeakMap<Uint8Array, CompiledCore>();

/** A fresh core. Its memory grows with the effects that are put in: views of it are made anew after that. */
export const instantiate = (module: CompiledCore): Exports =>
  new webAssembly.Instance(module, {}).exports as Exports;

const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => CompiledCore;
    readonly Instance: new (module: CompiledCore, imports: object) => { readonly exports: unknown };
  };
};
