// Which slot of the core's memory holds which sample. A sample goes in once, and stays while any song that is
// known plays it; what it played in the song before may still ring, so it goes a song later.

import { clipStride, limits, type SampleProgram } from '../program.ts';
import { clipSample, zoneSample } from '../samples-of.ts';
import { zoneSlots } from '../zone-slots.ts';
import type { Exports } from './exports.ts';

export class SampleSlots {
  readonly #core: Exports;
  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  #next = 0;
  /** Slots of the newest song's samples, in its order. */
  #inOrder: readonly number[] = [];
  /** Hashes of the song before this one. */
  #before: ReadonlySet<string> = new Set();

  constructor(core: Exports) {
    this.#core = core;
  }

  /** Puts in what is not there yet. One whose sound did not come along, or has no room, is silent. */
  put(samples: readonly SampleProgram[]): void {
    const now = new Set(samples.map(({ hash }) => hash));
    for (const [hash, slot] of this.#slots) {
      if (now.has(hash) || this.#before.has(hash)) continue;
      this.#core.sampleDrop(slot);
      this.#slots.delete(hash);
      this.#free.push(slot);
    }
    this.#before = now;
    this.#inOrder = samples.map((sample) => this.#slots.get(sample.hash) ?? this.#putOne(sample));
  }

  /** The slot of a sample of the newest song by its place in the program; -1 where it is silent. */
  slotOf(index: number): number {
    return this.#inOrder[index] ?? -1;
  }

  /** A track's zones: the program names samples by their place in it, the core by their slot. */
  writeZones(place: number, zones: Float32Array): void {
    const count = Math.min(limits.zones, Math.floor(zones.length / zoneSlots.length));
    const at = this.#core.stagedZones(place, count);
    const into = new Float32Array(this.#core.memory.buffer, at, count * zoneSlots.length);
    into.set(zones.subarray(0, into.length));
    for (let row = 0; row < into.length; row += zoneSlots.length)
      into[row + zoneSample] = this.#inOrder[into[row + zoneSample]!] ?? -1;
  }

  /** A track's clips, likewise. */
  writeClips(place: number, clips: ArrayBuffer): void {
    const count = Math.min(limits.clips, Math.floor(clips.byteLength / clipStride));
    const at = this.#core.stagedClips(place, count);
    const bytes = new Uint8Array(clips, 0, count * clipStride);
    new Uint8Array(this.#core.memory.buffer, at, bytes.length).set(bytes);
    const into = new DataView(this.#core.memory.buffer, at, bytes.length);
    for (let row = 0; row < bytes.length; row += clipStride)
      into.setInt32(row + clipSample, this.#inOrder[into.getUint32(row + clipSample, true)] ?? -1, true);
  }

  #putOne({ hash, sampleRate, channels }: SampleProgram): number {
    const [left, right] = channels;
    if (!left || left.length === 0 || (this.#free.length === 0 && this.#next === limits.samples)) return -1;
    const slot = this.#free.pop() ?? this.#next++;
    const at = this.#core.samplePut(slot, left.length, channels.length, sampleRate);
    if (at === 0) {
      this.#free.push(slot);
      return -1;
    }
    // The memory may just have grown: views of it are made after.
    this.#write(at, left);
    if (right) this.#write(this.#core.sampleOther(slot), right);
    this.#slots.set(hash, slot);
    return slot;
  }

  #write(at: number, channel: Float32Array): void {
    const into = new Float32Array(this.#core.memory.buffer, at, channel.length);
    into.set(channel);
    // One sample that is no number would spoil every filter behind it.
    for (let i = 0; i < into.length; i++) if (!Number.isFinite(into[i]!)) into[i] = 0;
  }
}
