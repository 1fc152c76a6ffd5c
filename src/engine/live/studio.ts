// The studio that the core plays in: Tone.js's context and graph around the AudioWorklet, and its end.

import './quiet-tone.ts';
import { Context, connect, FFT, Gain, getContext, setContext, Waveform } from 'tone';
import { coreNode } from './core-node.ts';
import { Mirror } from './mirror.ts';
import { PlugRack, type RackOptions } from './plug-rack.ts';

// Tone.js makes a context when it is loaded, with a device and a timer that nobody here uses.
getContext().dispose();

/** What stands once sound is there. */
export interface Studio {
  readonly native: AudioContext;
  readonly context: Context;
  readonly node: AudioWorkletNode;
  readonly output: Gain;
  readonly waveform: Waveform;
  readonly spectrum: FFT;
  readonly mirror: Mirror;
  readonly rack: PlugRack;
}

/**
 * The core's node -> a gain -> Tone's destination, with a waveform and a spectrum to look at.
 * @param core  the bytes of core.wasm
 * @throws what the browser says where the worklet can't be loaded
 */
export async function buildStudio(
  native: AudioContext,
  workletUrl: string,
  core: ArrayBuffer,
  told: Pick<RackOptions, 'onPorts' | 'onRefused'>,
): Promise<Studio> {
  await native.audioWorklet.addModule(workletUrl);
  // Tone's own wrapped context renders differently and slower: it gets the native one.
  // What it hosts begins when it is told to, not a tenth of a second later.
  const context = new Context({ context: native, lookAhead: 0 });
  setContext(context);
  const node = coreNode(native, core);
  const output = new Gain({ context, gain: 1 });
  const waveform = new Waveform({ context, size: 512 });
  const spectrum = new FFT({ context, size: 2048, smoothing: 0.7 });
  connect(node, output);
  output.connect(waveform);
  output.connect(spectrum);
  output.connect(context.destination);
  const rack = new PlugRack({ context, node, sampleRate: native.sampleRate, ...told });
  return { native, context, node, output, waveform, spectrum, mirror: new Mirror(context), rack };
}

/** Leaves no node, no timer and no context. */
export function takeDown({ native, context, node, output, waveform, spectrum, rack }: Studio): void {
  node.port.postMessage({ type: 'close', order: Number.POSITIVE_INFINITY });
  node.port.onmessage = null;
  node.disconnect();
  rack.dispose();
  waveform.dispose();
  spectrum.dispose();
  output.dispose();
  context.dispose();
  if (native.state !== 'closed') native.close().catch(() => {});
}
