// The core as the audio thread plays it live: takes messages, finds the bar at which a change takes place,
// and reports. Knows nothing of AudioWorklet, so that a test in Node plays it block by block.

import { stripHead } from '../../vocabulary/layout.ts';
import { movedPosition } from '../core/bars.ts';
import type { Core } from '../core/core.ts';
import type { StripName } from '../core/mixer.ts';
import type { Program, StripProgram } from '../program.ts';
import { Arrivals } from './arrivals.ts';
import { together } from './changes.ts';
import { Guard } from './guard.ts';
import {
  field,
  meterStart,
  meterStride,
  mostStrips,
  type Ordered,
  type ProgramChange,
  reductionStart,
  reportLength,
  type SwapPoint,
  type ToWorklet,
} from './messages.ts';
import { MeterFeed } from './meter-feed.ts';
import { Metronome } from './metronome.ts';
import { swapSample } from './places.ts';
import { type Rise, riseOf } from './rise.ts';
import { mostRiseDb, Swell, swellSeconds } from './swell.ts';

const openSlot = stripHead.indexOf('open');
/** How much of a track's loudness of late a report brings in: a memory of some two seconds. */
const newShare = 0.01;

type Blocks = readonly (readonly Float32Array[])[];

export class LiveCore {
  /** False after `close`. */
  open = true;

  readonly #core: Core;
  readonly #meters = new Float32Array(mostStrips * meterStride);
  /** Settings of strips that a hand has moved since the song came: kind, index and slot. */
  readonly #hands = new Map<string, number>();
  /** The same array for every report. */
  readonly #values = new Float64Array(reportLength);
  readonly #metronome: Metronome;
  readonly #swell: Swell;
  readonly #guard = new Guard(mostRiseDb, swellSeconds);
  /** Whether the changed song waited for its place at the last reading. */
  #waited = false;
  readonly #arrivals: Arrivals;
  /** Mean square of each track after its fader of late, by its name. */
  readonly #power = new Map<string, number>();
  #program: Program | undefined;
  #feed: MeterFeed | undefined;
  #ports: readonly number[] = [];
  #order = 0;

  constructor(core: Core) {
    this.#core = core;
    this.#metronome = new Metronome(core);
    this.#swell = new Swell(core);
    this.#arrivals = new Arrivals(core);
  }

  /** @throws Error where a program can't be put together or is too big for the core; nothing has changed then */
  take(message: Ordered): void {
    this.#order = message.order;
    this.#act(message);
  }

  /**
   * The next block; allocates nothing, save where a change of the song comes in.
   * @param ins   of each port what comes in, by sides
   * @param outs  the sound, then of each port what goes out
   */
  process(left: Float32Array, right: Float32Array, ins: Blocks = [], outs: Blocks = []): void {
    const { plugs } = this.#core;
    for (const port of this.#ports) plugs.give(port, ins[port]?.[0], ins[port]?.[1]);
    this.#metronome.before();
    this.#core.process(left, right);
    for (const port of this.#ports) {
      const [outLeft, outRight] = outs[port + 1] ?? [];
      if (outLeft && outRight) plugs.take(port, outLeft, outRight);
    }
    this.#feed?.add(left, right, this.#core.watched.block(0), this.#core.watched.block(1));
    this.#swell.step(this.#program, left.length);
    this.#arrivals.step(left.length);
    this.#metronome.after(left, right);
  }

  /**
   * Where the song stands, what went wrong, and the meters since the last report.
   * @param contextSeconds  the context's time at the end of what was processed
   * @param gaps  blocks that the audio thread was not given so far
   * @param load  the share of the last second that it took to make it
   */
  report(contextSeconds: number, gaps: number, load: number): Float64Array {
    const core = this.#core;
    const values = this.#values;
    const counts = core.readReport();
    values[field.contextSeconds] = contextSeconds;
    values[field.playedTo] = core.nextSample;
    values[field.sample] = core.position;
    values[field.playing] = core.playing ? 1 : 0;
    values[field.order] = this.#order;
    values[field.notANumber] = counts.notANumber;
    values[field.stolenVoices] = counts.stolenVoices;
    values[field.lateEvents] = counts.lateEvents;
    values[field.limiting] = counts.limiting;
    values[field.droppedNotes] = counts.droppedNotes;
    values[field.gaps] = gaps;
    values[field.load] = load;
    values[field.toCount] = this.#metronome.toCount;
    values[field.queued] = core.waits.section ? 1 : 0;
    values[field.swapping] = core.waits.song ? 1 : 0;
    this.#arrivals.tell(values);
    values[field.swellDb] = this.#swell.db;
    values[field.strips] = this.#program ? this.#program.tracks.length + this.#program.buses.length + 1 : 0;
    core.readMeters(this.#meters);
    core.watched.reductions(values, reductionStart);
    values.set(this.#meters, meterStart);
    this.#remember();
    this.#watch();
    return values;
  }

  /** What an edit has made too loud is held down from its first readings on. */
  #watch(): void {
    const waits = this.#core.waits.song;
    if (this.#waited && !waits) this.#guard.arrive();
    this.#waited = waits;
    if (!this.#core.playing || !this.#program) return;
    const verdict = this.#guard.hear(this.#program, this.#meters);
    if (verdict) this.#swell.hold(this.#program, verdict);
  }

  #remember(): void {
    if (!this.#core.playing) return;
    for (const [index, { name }] of (this.#program?.tracks ?? []).entries()) {
      const at = index * meterStride;
      const power = (this.#meters[at + rmsLeft]! ** 2 + this.#meters[at + rmsLeft + 1]! ** 2) / 2;
      const before = this.#power.get(name) ?? power;
      this.#power.set(name, before + newShare * (power - before));
    }
  }

  #update(change: ProgramChange, point: SwapPoint): void {
    const core = this.#core;
    const program = together(change, this.#program);
    const old = core.sounding ?? program;
    const at = swapSample(point, old, core.nextSample);
    const ahead = at === 'now' ? core.nextSample : at;
    // What goes round is heard again from its start.
    const place = core.loop && ahead >= core.loop.to ? core.loop.from : ahead;
    const rise = core.playing
      ? riseOf(
          this.#hand(old),
          program,
          { old: place, next: movedPosition(old, program, place) },
          (name) => this.#power.get(name) ?? 0,
          this.#swell.gainOf,
        )
      : noRise;
    if (core.playing) this.#guard.watch(this.#hand(old), program, place);
    core.update(program, at);
    this.#waited = core.waits.song;
    this.#arrivals.changed(this.#order, this.#program ?? old, program, at);
    this.#program = program;
    this.#hands.clear();
    this.#swell.begin(program, rise);
  }

  /** The song as hands have set its faders since it came. */
  #hand(program: Program): Program {
    if (this.#hands.size === 0) return program;
    return {
      ...program,
      tracks: program.tracks.map((track, index) => ({ ...track, ...this.#handed('track', index, track) })),
      buses: program.buses.map((bus, index) => ({ ...bus, ...this.#handed('bus', index, bus) })),
      master: { ...program.master, ...this.#handed('master', 0, program.master) },
    };
  }

  #handed(kind: StripName, index: number, { strip }: StripProgram): Pick<StripProgram, 'strip'> {
    return { strip: strip.map((value, slot) => this.#hands.get(`${kind} ${index} ${slot}`) ?? value) };
  }

  #act(message: ToWorklet): void {
    const core = this.#core;
    switch (message.type) {
      case 'load':
        core.load(message.program);
        this.#arrivals.loaded(this.#order);
        this.#program = message.program;
        return;
      case 'update':
        this.#update(message.program, message.at);
        return;
      case 'hurry':
        core.hurry();
        this.#arrivals.hurried();
        return;
      case 'transport':
        this.#metronome.stop();
        if (message.action === 'play' && message.countIn && this.#program && !core.playing)
          this.#metronome.countIn(this.#program, message.countIn);
        else core[message.action]();
        return;
      case 'seek':
        core.unqueue();
        core.seek(message.sample);
        this.#guard.forget();
        if (this.#program) this.#metronome.recount(this.#program);
        return;
      case 'queue':
        this.#queue(message);
        return;
      case 'metronome':
        this.#metronome.isOn = message.isOn;
        this.#metronome.gain = message.gain;
        return;
      case 'loop':
        core.setLoop(message.range);
        return;
      case 'strip':
        this.#hands.set(`${message.kind} ${message.index} ${message.slot}`, message.value);
        this.#touch(message.kind, message.index);
        if (message.slot === openSlot)
          this.#swell.release(message.kind, this.#nameOf(message.kind, message.index));
        core.settings.setStrip(message.kind, message.index, message.slot, message.value, message);
        return;
      case 'send':
        this.#touch(message.kind, message.index);
        core.settings.setSend(message.kind, message.index, message.bus, message.gain, message);
        return;
      case 'insert':
        this.#touch(message.kind, message.index);
        core.settings.setInsert(
          message.kind,
          message.index,
          message.insert,
          message.slot,
          message.value,
          message,
        );
        return;
      case 'instrument':
        this.#touch('track', message.index);
        core.settings.setInstrument(message.index, message.slot, message.value, message);
        return;
      case 'watch':
        core.watched.watch(message.strip);
        return;
      case 'ports':
        this.#ports = message.ports;
        return;
      case 'meter':
        this.#feed?.close();
        this.#feed = message.port && new MeterFeed(message.port);
        return;
      case 'silence':
        this.#metronome.stop();
        core.silence();
        return;
      // The audio thread's door answers it.
      case 'sync':
        return;
      case 'close':
        this.#feed?.close();
        this.open = false;
    }
  }

  #touch(kind: StripName, index: number): void {
    this.#guard.touch(kind, this.#nameOf(kind, index));
  }

  #nameOf(kind: StripName, index: number): string {
    const strips = kind === 'track' ? this.#program?.tracks : this.#program?.buses;
    return kind === 'master' ? '' : (strips?.[index]?.name ?? '');
  }

  /** While the song stands still there is nothing to wait for. */
  #queue({ range, at, loops }: Extract<ToWorklet, { type: 'queue' }>): void {
    const core = this.#core;
    const old = core.sounding ?? this.#program!;
    if (!range) core.unqueue();
    else if (core.playing) {
      const sample = swapSample(at, old, core.nextSample);
      core.queue(range, sample, { loops });
      this.#arrivals.queued(old, this.#program!, sample);
    } else {
      core.setLoop(loops ? range : undefined);
      core.seek(range.from);
    }
  }
}

const noRise: Rise = { db: 0, tracks: [] };
const rmsLeft = 2;
