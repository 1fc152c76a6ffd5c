// The audio thread's node: the sound comes out first, then what goes out by each port; in come the ports.

import { limits } from '../program.ts';
import { processorName } from './messages.ts';

/** @param core  the bytes of core.wasm */
export const coreNode = (native: BaseAudioContext, core: ArrayBuffer): AudioWorkletNode =>
  new AudioWorkletNode(native, processorName, {
    numberOfInputs: limits.ports,
    numberOfOutputs: 1 + limits.ports,
    outputChannelCount: new Array<number>(1 + limits.ports).fill(2),
    processorOptions: { core },
  });
