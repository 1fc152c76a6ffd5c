// Which notes of a plug begin and end in a stretch of time, in their order, and on which of its voices. It is
// asked for one stretch after the other: an end is told when its time has come, so that a note that takes the
// voice before that is not cut by it. Pure.

import { eventStride } from '../program.ts';

/** The notes of a track, as `eventStride` says. */
export interface PlugEvents {
  readonly events: ArrayBuffer;
  readonly count: number;
}

export const noPlugEvents: PlugEvents = { events: new ArrayBuffer(0), count: 0 };

/** What is to be told to an instrument. */
export type PlugCommand =
  | {
      readonly type: 'start';
      readonly sample: number;
      readonly voice: number;
      readonly midi: number;
      readonly velocity: number;
    }
  | { readonly type: 'end'; readonly sample: number; readonly voice: number };

interface Sounding {
  readonly voice: number;
  /** On the line of time that is asked for. */
  readonly end: number;
}

/** Notes that have less than this left are not begun in their middle, in samples. */
const leastLeft = 4800;

export class PlugVoices {
  readonly #voices: number;
  #sounding: Sounding[] = [];
  /** When each voice was last taken, to take the oldest. */
  readonly #taken: number[];
  #count = 0;

  constructor(voices: number) {
    this.#voices = voices;
    this.#taken = new Array(voices).fill(0);
  }

  /** Nothing sounds any more: playing begins anew. */
  clear(): void {
    this.#sounding = [];
  }

  /**
   * What happens in `from..to` of the song, which lies at `at` on a line of time that only goes on.
   * @param chase  also begin notes that sound there already
   */
  take(notes: PlugEvents, from: number, to: number, at: number, chase: boolean): readonly PlugCommand[] {
    const shift = at - from;
    const commands: PlugCommand[] = [];
    const view = new DataView(notes.events);
    for (let index = chase ? 0 : firstFrom(notes, from); index < notes.count; index++) {
      const offset = index * eventStride;
      const start = view.getUint32(offset, true);
      if (start >= to) break;
      const end = start + view.getUint32(offset + 4, true);
      if (start < from && end < from + leastLeft) continue;
      const sample = Math.max(start, from) + shift;
      this.#endUntil(sample, commands);
      const voice = this.#freeVoice();
      this.#sounding = this.#sounding.filter((one) => one.voice !== voice);
      this.#sounding.push({ voice, end: Math.max(end + shift, sample + 1) });
      commands.push({
        type: 'start',
        sample,
        voice,
        midi: view.getFloat32(offset + 8, true),
        velocity: view.getFloat32(offset + 12, true),
      });
    }
    this.#endUntil(to + shift - 1, commands);
    return commands;
  }

  /** Lets go of all that sounds, as at the end of a loop. */
  release(sample: number): readonly PlugCommand[] {
    const commands = this.#sounding.map(({ voice }): PlugCommand => ({ type: 'end', sample, voice }));
    this.clear();
    return commands;
  }

  /** Ends come before starts at one sample. */
  #endUntil(sample: number, commands: PlugCommand[]): void {
    const ended = this.#sounding.filter(({ end }) => end <= sample).sort((one, other) => one.end - other.end);
    if (ended.length === 0) return;
    this.#sounding = this.#sounding.filter(({ end }) => end > sample);
    for (const { voice, end } of ended) commands.push({ type: 'end', sample: end, voice });
  }

  /** One that sounds nothing, the longest unused of them; else the oldest. */
  #freeVoice(): number {
    const busy = new Set(this.#sounding.map(({ voice }) => voice));
    const all = this.#taken.map((_, voice) => voice);
    const free = all.filter((voice) => !busy.has(voice));
    const from = free.length > 0 ? free : all;
    const voice = from.reduce((oldest, one) => (this.#taken[one]! < this.#taken[oldest]! ? one : oldest));
    this.#taken[voice] = ++this.#count;
    return voice;
  }

  get voices(): number {
    return this.#voices;
  }
}

/** Index of the first note that begins at `sample` or later. */
function firstFrom({ events, count }: PlugEvents, sample: number): number {
  const view = new DataView(events);
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.getUint32(middle * eventStride, true) < sample) low = middle + 1;
    else high = middle;
  }
  return low;
}
