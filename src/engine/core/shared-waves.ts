// Wavetables take some tens of milliseconds to be summed, and are the same in every core of a rate: of the cores of a
// bounce the first sums them, and the others have a copy.

import type { Program } from '../program.ts';
import type { CompiledCore, Exports } from './exports.ts';

/** By the module and its rate. */
const known = new WeakMap<CompiledCore, Map<number, Uint8Array>>();

/** Before a program is put in: what its instruments read is there. */
export function bringWaves(module: CompiledCore, core: Exports, { tracks, sampleRate }: Program): void {
  if (!tracks.some(({ instrument }) => core.readsWaves(instrument))) return;
  const tables = known.get(module) ?? new Map<number, Uint8Array>();
  known.set(module, tables);
  const before = tables.get(sampleRate);
  const at = core.waveRoom(before ? 0 : 1);
  // The memory may just have grown.
  const room = new Uint8Array(core.memory.buffer, at, core.waveBytes());
  if (before) room.set(before);
  else tables.set(sampleRate, room.slice());
}
