// The core as the audio thread plays it live: takes messages, finds the bar at which a change takes place,
// and reports. Knows nothing of AudioWorklet, so that a test in Node plays it block by block.

import type { Core } from '../core/core.ts';
import type { Program } from '../program.ts';
import { together } from './changes.ts';
import {
  field,
  meterStart,
  meterStride,
  mostStrips,
  type Ordered,
  reductionStart,
  reportLength,
  type ToWorklet,
} from './messages.ts';
import { MeterFeed } from './meter-feed.ts';
import { swapSample } from './places.ts';

export class LiveCore {
  /** False after `close`. */
  open = true;

  readonly #core: Core;
  readonly #meters = new Float32Array(mostStrips * meterStride);
  /** The same array for every report. */
  readonly #values = new Float64Array(reportLength);
  #program: Program | undefined;
  #feed: MeterFeed | undefined;
  #order = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @throws Error where a program can't be put together or is too big for the core; nothing has changed then */
  take(message: Ordered): void {
    this.#order = message.order;
    this.#act(message);
  }

  /** The next frames; allocates nothing. */
  process(left: Float32Array, right: Float32Array): void {
    this.#core.process(left, right);
    this.#feed?.add(left, right, this.#core.readWatched(0), this.#core.readWatched(1));
  }

  /**
   * Where the song stands, what went wrong, and the meters since the last report.
   * @param contextSeconds  the context's time at the end of what was processed
   * @param gaps  blocks that the audio thread was not given so far
   */
  report(contextSeconds: number, gaps: number): Float64Array {
    const core = this.#core;
    const values = this.#values;
    const counts = core.readReport();
    values[field.contextSeconds] = contextSeconds;
    values[field.sample] = core.position;
    values[field.playing] = core.playing ? 1 : 0;
    values[field.order] = this.#order;
    values[field.notANumber] = counts.notANumber;
    values[field.stolenVoices] = counts.stolenVoices;
    values[field.lateEvents] = counts.lateEvents;
    values[field.limiting] = counts.limiting;
    values[field.droppedNotes] = counts.droppedNotes;
    values[field.gaps] = gaps;
    values[field.strips] = this.#program ? this.#program.tracks.length + this.#program.buses.length + 1 : 0;
    core.readMeters(this.#meters);
    core.readReductions(values, reductionStart);
    values.set(this.#meters, meterStart);
    return values;
  }

  #act(message: ToWorklet): void {
    const core = this.#core;
    switch (message.type) {
      case 'load':
        core.load(message.program);
        this.#program = message.program;
        return;
      case 'update': {
        const program = together(message.program, this.#program);
        const at = swapSample(message.at, core.sounding ?? program, core.position);
        core.update(program, at);
        this.#program = program;
        return;
      }
      case 'transport':
        core[message.action]();
        return;
      case 'seek':
        core.seek(message.sample);
        return;
      case 'loop':
        core.setLoop(message.range);
        return;
      case 'strip':
        core.setStrip(message.kind, message.index, message.slot, message.value);
        return;
      case 'send':
        core.setSend(message.kind, message.index, message.bus, message.gain);
        return;
      case 'insert':
        core.setInsert(message.kind, message.index, message.insert, message.slot, message.value);
        return;
      case 'instrument':
        core.setInstrument(message.index, message.slot, message.value);
        return;
      case 'watch':
        core.watch(message.strip);
        return;
      case 'meter':
        this.#feed?.close();
        this.#feed = message.port && new MeterFeed(message.port);
        return;
      case 'silence':
        core.silence();
        return;
      case 'close':
        this.#feed?.close();
        this.open = false;
    }
  }
}
