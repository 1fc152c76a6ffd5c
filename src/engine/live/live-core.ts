// The core as the audio thread plays it live: takes messages, waits with a change until its bar, and
// reports. Knows nothing of AudioWorklet, so that a test in Node plays it block by block.

import type { Core } from '../core/core.ts';
import type { Program } from '../program.ts';
import { sameBars, sameMusic, sameStrips, together } from './changes.ts';
import { field, type LoopRange, meterStart, meterStride, mostStrips, type Ordered, reportLength, type SwapPoint, type ToWorklet } from './messages.ts';
import { framesUntil, samePlace } from './places.ts';

/** A change that waits for its bar. */
interface Waiting {
  readonly program: Program;
  readonly at: SwapPoint;
  /** Counted down while the song plays. */
  frames: number;
}

export class LiveCore {
  /** False after `close`. */
  open = true;
  /** Filled by `report`; the same array every time. */
  readonly values = new Float64Array(reportLength);

  readonly #core: Core;
  readonly #meters = new Float32Array(mostStrips * meterStride);
  #program: Program | undefined;
  #waiting: Waiting | undefined;
  #loop: LoopRange | undefined;
  #order = 0;
  #swapped = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @throws Error where a program can't be put together or is too big for the core */
  take(message: Ordered): void {
    this.#order = message.order;
    this.#act(message);
  }

  /** The next `left.length` frames, at most 128. Allocates only in the block in which a change takes place. */
  process(left: Float32Array, right: Float32Array): void {
    const waiting = this.#waiting;
    if (waiting && this.#core.playing) {
      if (waiting.frames < left.length) {
        const before = waiting.frames;
        if (before > 0) this.#core.process(left.subarray(0, before), right.subarray(0, before));
        this.#swap();
        this.#core.process(left.subarray(before), right.subarray(before));
        return;
      }
      waiting.frames -= left.length;
    }
    this.#core.process(left, right);
  }

  /** Writes where the song stands, what went wrong, and the meters since the last report. */
  report(contextSeconds: number, gaps: number): Float64Array {
    const core = this.#core;
    const { values } = this;
    const counts = core.readReport();
    values[field.contextSeconds] = contextSeconds;
    values[field.sample] = core.position;
    values[field.playing] = core.playing ? 1 : 0;
    values[field.order] = this.#order;
    values[field.swapped] = this.#swapped;
    values[field.notANumber] = counts.notANumber;
    values[field.stolenVoices] = counts.stolenVoices;
    values[field.lateEvents] = counts.lateEvents;
    values[field.limiting] = counts.limiting;
    values[field.gaps] = gaps;
    values[field.strips] = this.#program ? this.#program.tracks.length + this.#program.buses.length + 1 : 0;
    core.readMeters(this.#meters);
    values.set(this.#meters, meterStart);
    return values;
  }

  #act(message: ToWorklet): void {
    const core = this.#core;
    switch (message.type) {
      case 'load':
        this.#waiting = undefined;
        this.#program = message.program;
        core.load(message.program);
        this.#swapped++;
        return;
      case 'update':
        this.#update(together(message.program, this.#waiting?.program ?? this.#program), message.at);
        return;
      case 'transport':
        if (message.action !== 'play') this.#swapIfWaiting();
        core[message.action]();
        return;
      case 'seek':
        // A jump is heard as a cut anyway: what waits takes place in it.
        this.#swapIfWaiting();
        core.seek(message.sample);
        return;
      case 'loop':
        this.#loop = message.range;
        core.setLoop(message.range);
        if (this.#waiting && this.#program) this.#waiting.frames = this.#framesUntil(this.#waiting.at, this.#program);
        return;
      case 'strip':
        this.#remember(message);
        this.#moveStrip(message);
        return;
      case 'send': {
        const sends = this.#waiting?.program.tracks[message.track]?.sends;
        if (sends) sends[message.bus] = message.gain;
        const track = this.#heard('track', message.track);
        const bus = this.#heard('bus', message.bus);
        if (track >= 0 && bus >= 0) core.setSend(track, bus, message.gain);
        return;
      }
      case 'silence':
        this.#swapIfWaiting();
        core.silence();
        return;
      case 'close':
        this.open = false;
    }
  }

  #update(next: Program, at: SwapPoint): void {
    const current = this.#program;
    if (!current || !this.#core.playing || sameMusic(current, next)) {
      this.#waiting = { program: next, at, frames: 0 };
      this.#swap();
      return;
    }
    // Strips answer at once, whatever the notes wait for.
    if (sameStrips(current, next)) {
      this.#program = withStripsOf(current, next);
      this.#core.update(this.#program, 'now');
    }
    this.#waiting = { program: next, at, frames: this.#framesUntil(at, current) };
  }

  /** A fader moved while a change waits must not jump back when the change comes. */
  #remember(move: Extract<ToWorklet, { type: 'strip' }>): void {
    const program = this.#waiting?.program;
    if (!program) return;
    const strip = move.kind === 'master' ? program.master
      : move.kind === 'bus' ? program.buses[move.index]?.strip
      : program.tracks[move.index]?.strip;
    if (strip) strip[move.slot] = move.value;
  }

  #moveStrip({ kind, index, slot, value }: Extract<ToWorklet, { type: 'strip' }>): void {
    const heard = kind === 'master' ? 0 : this.#heard(kind, index);
    if (heard >= 0) this.#core.setStrip(kind, heard, slot, value);
  }

  /** The page speaks of the newest program, the core still plays the one before: the same strip by name. */
  #heard(kind: 'track' | 'bus', index: number): number {
    const waiting = this.#waiting?.program;
    if (!waiting || !this.#program) return index;
    const list = kind === 'track' ? 'tracks' : 'buses';
    const name = waiting[list][index]?.name;
    return this.#program[list].findIndex((strip) => strip.name === name);
  }

  #framesUntil(at: SwapPoint, program: Program): number {
    return framesUntil(at, program, this.#core.position, this.#loop);
  }

  #swapIfWaiting(): void {
    if (this.#waiting) this.#swap();
  }

  #swap(): void {
    const { program } = this.#waiting!;
    const before = this.#program;
    this.#waiting = undefined;
    this.#program = program;
    const core = this.#core;
    const place = core.position;
    core.update(program, 'now');
    // Another tempo: go on at the same bar, which lies at another sample now.
    if (before && !sameBars(before, program)) core.seek(samePlace(place, before, program));
    this.#swapped++;
  }
}

function withStripsOf(music: Program, strips: Program): Program {
  return {
    ...music,
    tracks: music.tracks.map((track, index) => ({ ...track, strip: strips.tracks[index]!.strip, sends: strips.tracks[index]!.sends })),
    buses: strips.buses,
    master: strips.master,
  };
}
