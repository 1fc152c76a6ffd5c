// The studio that the core plays in: Tone.js's context and graph around the AudioWorklet, and its end.

import './quiet-tone.ts';
import { Context, connect, FFT, Gain, Waveform } from 'tone';
import { processorName } from './messages.ts';
import { Mirror } from './mirror.ts';

/** What stands once sound is there. */
export interface Studio {
  readonly native: AudioContext;
  readonly context: Context;
  readonly node: AudioWorkletNode;
  readonly output: Gain;
  readonly waveform: Waveform;
  readonly spectrum: FFT;
  readonly mirror: Mirror;
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
): Promise<Studio> {
  await native.audioWorklet.addModule(workletUrl);
  // Tone's own wrapped context renders differently and slower: it gets the native one.
  const context = new Context(native);
  const node = new AudioWorkletNode(native, processorName, {
    numberOfInputs: 0,
    numberOfOutputs: 1,
    outputChannelCount: [2],
    processorOptions: { core },
  });
  const output = new Gain({ context, gain: 1 });
  const waveform = new Waveform({ context, size: 512 });
  const spectrum = new FFT({ context, size: 2048, smoothing: 0.7 });
  connect(node, output);
  output.connect(waveform);
  output.connect(spectrum);
  output.connect(context.destination);
  return { native, context, node, output, waveform, spectrum, mirror: new Mirror(context) };
}

/** Leaves no node, no timer and no context. */
export function takeDown({ native, context, node, output, waveform, spectrum }: Studio): void {
  node.port.postMessage({ type: 'close', order: Number.POSITIVE_INFINITY });
  node.port.onmessage = null;
  node.disconnect();
  waveform.dispose();
  spectrum.dispose();
  output.dispose();
  context.dispose();
  if (native.state !== 'closed') native.close().catch(() => {});
}
