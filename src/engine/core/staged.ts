// What plays at each place of the core, and what waits there for the swap: versions of tracks, written into its memory.

import { instruments } from '../../vocabulary/instruments.ts';
import { seedOf } from '../hash.ts';
import { eventStride, limits, type TrackProgram } from '../program.ts';
import type { Exports } from './exports.ts';
import type { SampleSlots } from './sample-slots.ts';

const noInstrument = -1;

export class Staged {
  readonly #core: Exports;
  readonly #samples: SampleSlots;
  /** By place: the hash of what plays there, and of what waits for the swap; an empty one is silence. */
  readonly #playing: (string | undefined)[] = new Array(limits.tracks).fill(undefined);
  readonly #waiting: (string | undefined)[] = new Array(limits.tracks).fill(undefined);

  constructor(core: Exports, samples: SampleSlots) {
    this.#core = core;
    this.#samples = samples;
  }

  /** Nothing waits any more. */
  forget(): void {
    this.#waiting.fill(undefined);
  }

  /** The hash that a place will have after the swap; undefined where nothing plays. */
  next(place: number): string | undefined {
    return (this.#waiting[place] ?? this.#playing[place]) || undefined;
  }

  /** The swap has happened. */
  settle(): void {
    for (let place = 0; place < limits.tracks; place++) {
      if (this.#waiting[place] === undefined) continue;
      this.#playing[place] = this.#waiting[place];
      this.#waiting[place] = undefined;
    }
  }

  /** Writes a track's next version, or silence, to its place. @throws RangeError where there is no room */
  stage(place: number, track: TrackProgram | undefined): true {
    const core = this.#core;
    const kind = track?.instrument ?? noInstrument;
    const events = track?.eventCount ?? 0;
    if (!core.stage(place, kind, track?.voices ?? 1, events, seedOf(track?.name ?? '')))
      throw new RangeError(`no room for ${events} events`);
    if (track) {
      const known = instruments[kind]?.parameters.length ?? 0;
      const parameters = new Float32Array(
        core.memory.buffer,
        core.stagedParameters(place),
        limits.parameters,
      );
      parameters.set(track.instrumentParameters.subarray(0, known));
      this.#samples.writeZones(place, track.zones);
      if (track.clips) this.#samples.writeClips(place, track.clips);
      this.#writeEvents(place, new Uint8Array(track.events, 0, events * eventStride));
    }
    core.seal(place);
    this.#waiting[place] = track?.hash ?? '';
    return true;
  }

  #writeEvents(place: number, bytes: Uint8Array): void {
    const chunkBytes = this.#core.chunkEvents() * eventStride;
    const memory = new Uint8Array(this.#core.memory.buffer);
    for (let from = 0, chunk = 0; from < bytes.length; from += chunkBytes, chunk++) {
      memory.set(bytes.subarray(from, from + chunkBytes), this.#core.stagedChunk(place, chunk));
    }
  }
}
