// A bounce of what Tone.js plays in: the live graph in an offline context of the browser, stopped after every
// fifth of a second, so that notes are told piece by piece and what came is handed on. Nothing waits for the
// whole song, and no more of it is held than a piece; the context itself keeps one channel of silence.

import './quiet-tone.ts';
import { Context, connect } from 'tone';
import type { Program } from '../program.ts';
import { changesOf } from './changes.ts';
import { coreNode } from './core-node.ts';
import { type FromWorklet, type TapOptions, type ToWorklet, tapName } from './messages.ts';
import { PlugRack } from './plug-rack.ts';

export interface HostedJob {
  /** It ends where the stretch ends. */
  readonly program: Program;
  /** Sample of the song at which the stretch begins. */
  readonly from: number;
  /** Frame of the context at which it begins: time for the core to open. */
  readonly startFrame: number;
  /** The most that the context renders. */
  readonly frames: number;
}

export interface HostedHost {
  readonly workletUrl: string;
  /** The bytes of core.wasm. */
  readonly core: ArrayBuffer;
  /** Takes the next piece, from the context's first frame on; false: that was enough. */
  readonly take: (left: Float32Array<ArrayBuffer>, right: Float32Array<ArrayBuffer>) => Promise<boolean>;
}

/** Less than the rack looks ahead, and whole blocks. */
const pieceFrames = 64 * 128;

/** @throws Error where the browser or Tone.js refuses something */
export async function renderHosted(job: HostedJob, { workletUrl, core, take }: HostedHost): Promise<void> {
  const { program, from, startFrame, frames } = job;
  const { sampleRate } = program;
  const native = new OfflineAudioContext({ numberOfChannels: 1, length: frames, sampleRate });
  await native.audioWorklet.addModule(workletUrl);
  const context = new Context({ context: native, clockSource: 'offline', lookAhead: 0 });
  const node = coreNode(native, core);
  const tap = new AudioWorkletNode(native, tapName, {
    outputChannelCount: [1],
    processorOptions: { frames: pieceFrames } satisfies TapOptions,
  });
  const pieces = piecesOf(tap);
  connect(node, tap, 0, 0);
  tap.connect(native.destination);
  let fault: string | undefined;
  let heard: (() => void) | undefined;
  node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
    if (data instanceof Float64Array) return;
    if (data.type === 'synced') heard?.();
    else fault ??= data.reason;
  };
  let order = 0;
  const post = (message: ToWorklet, atFrame?: number): void =>
    node.port.postMessage({ ...message, order: ++order, ...(atFrame !== undefined && { atFrame }) });
  const synced = (): Promise<void> =>
    new Promise((resolve) => {
      heard = resolve;
      post({ type: 'sync' });
    });
  const rack = new PlugRack({
    context,
    node,
    sampleRate,
    onPorts: (ports) => post({ type: 'ports', ports }),
    onRefused: (reason) => {
      fault ??= reason;
    },
  });
  const hosted = rack.take(program);
  post({ type: 'load', program: changesOf(hosted, new Set()).change as Program });
  post({ type: 'seek', sample: from });
  await rack.ready();
  post({ type: 'transport', action: 'play' }, startFrame);
  rack.begin(startFrame, from);
  // All of that is in the audio thread before it renders the first block.
  await synced();
  let at = pieceFrames;
  let stopped = native.suspend(at / sampleRate);
  const rendered = native.startRendering();
  rendered.catch(() => {});
  for (;;) {
    await stopped;
    const [left, right] = await pieces();
    if (fault !== undefined) throw new Error(fault);
    const goesOn = await take(left, right);
    if (!goesOn || at + pieceFrames >= frames) return;
    // Tone.js lets go of what has ended when its clock ticks, which here is now.
    context.emit('tick');
    const sample = from + at - startFrame;
    if (sample < program.lengthSamples) rack.follow(true, sample, at);
    at += pieceFrames;
    stopped = native.suspend(at / sampleRate);
    await native.resume();
  }
}

type Piece = readonly [left: Float32Array<ArrayBuffer>, right: Float32Array<ArrayBuffer>];

/** What a tap hands on, piece by piece. */
function piecesOf(tap: AudioWorkletNode): () => Promise<Piece> {
  const waiting: Piece[] = [];
  let asked: ((piece: Piece) => void) | undefined;
  tap.port.onmessage = ({ data }: MessageEvent<Piece>) => {
    if (asked) asked(data);
    else waiting.push(data);
    asked = undefined;
  };
  return () =>
    new Promise((resolve) => {
      const piece = waiting.shift();
      if (piece) resolve(piece);
      else asked = resolve;
    });
}
