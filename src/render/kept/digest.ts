// What bytes are known again by, whether they are some or megabytes: sums that the core makes at the speed of memory
// (assembly/digest.ts), and a hash of these.

import { createHash } from 'node:crypto';
import { type CompiledCore, instantiate } from '../../engine/core/exports.ts';

/** 32 bytes, of lists of bytes one behind the other: where one ends counts. */
export type Digest = (...lists: readonly Uint8Array[]) => Buffer;

/** Small enough to stay near the processor on its way from one to the other. */
const roomBytes = 1 << 15;

/** By an instance of the core of its own, which renders nothing. */
export function newDigest(module: CompiledCore): Digest {
  const core = instantiate(module);
  const at = core.digestRoom(roomBytes);
  const room = new Uint8Array(core.memory.buffer, at, roomBytes);
  const sums = new Uint8Array(core.memory.buffer, core.digestSums(), 64);
  return (...lists) => {
    const hash = createHash('sha256');
    for (const bytes of lists) {
      core.digestBegin();
      for (let done = 0; done < bytes.length; done += roomBytes) {
        const piece = bytes.subarray(done, done + roomBytes);
        room.set(piece);
        core.digestAdd(piece.length);
      }
      hash.update(`${bytes.length} `).update(sums);
    }
    return hash.digest();
  };
}
