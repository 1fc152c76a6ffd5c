// The live engine, seen from the page: our core in an AudioWorklet, standing in Tone.js's graph.
// It sends programs and moves, and follows the audio thread's reports; no note depends on this thread.
// Where the sound comes out, and that it may be taken away, is the device's business (sound-device.ts).

import type { Gain } from 'tone';
import type { LoopRange } from '../core/cues.ts';
import type { Held } from '../core/live-settings.ts';
import type { SenderName } from '../core/mixer.ts';
import type { WatchedStrip } from '../core/watched.ts';
import type { Program } from '../program.ts';
import { movedQueue, type Queued } from './heard-songs.ts';
import type { FromWorklet, MeterPort, StripKind, SwapPoint } from './messages.ts';
import type { HeardPlace } from './onwards.ts';
import { swapSample } from './places.ts';
import type { PlayerStatus } from './player-status.ts';
import { Reports } from './reports.ts';
import { SongLine } from './song-line.ts';
import { SoundDevice, type SoundDeviceOptions } from './sound-device.ts';
import type { Studio } from './studio.ts';

export interface PlayerOptions extends Pick<SoundDeviceOptions, 'workletUrl' | 'core'> {
  readonly onStatus: (status: PlayerStatus) => void;
  /** A change that the audio thread refused: what was playing goes on. */
  readonly onRefused: (reason: string) => void;
}

/** Before a song begins that Tone.js plays in, and before a change of it. */
const startSeconds = 0.08;
const swapSeconds = 0.1;

/** Quiet within 50 ms, whatever the audio thread is busy with. */
const silenceSeconds = 0.02;

export class Player {
  /** What the audio thread says of itself. */
  readonly reports = new Reports();
  readonly #options: PlayerOptions;
  readonly #device: SoundDevice;
  #status: PlayerStatus = { state: 'silent' };
  #program: Program | undefined;
  /** The version before the newest: the one that plays until the next bar. */
  #current: Program | undefined;
  #loop: LoopRange | undefined;
  /** A section that waits. */
  #queued: Queued | undefined;
  #metronome = { isOn: false, gain: 0 };
  #sample = 0;
  readonly #line = new SongLine();
  #bpm = 120;
  #watched: WatchedStrip | undefined;
  #connectMeter: (() => MessagePort) | undefined;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#device = new SoundDevice({
      workletUrl: options.workletUrl,
      core: options.core,
      onStatus: (status) => this.#tell(status),
      onBuilt: (studio) => this.#begin(studio),
      onMessage: (message) => this.#hear(message),
      onLost: (status) => this.#lose(status),
      onInterrupted: () => this.#interrupted(),
      onPorts: (ports) => this.#line.post({ type: 'ports', ports }),
      onRefused: options.onRefused,
    });
  }

  get status(): PlayerStatus {
    return this.#status;
  }

  /** Swaps only what changed, at the next bar while it plays. The buffers of `program` move to the audio thread. */
  setProgram(program: Program, bpm: number, at: SwapPoint = 'bar'): void {
    const first = this.#program === undefined;
    if (this.#queued && this.#program) this.#queued = movedQueue(this.#queued, this.#program, program);
    this.#current = this.#program;
    this.#program = program;
    this.#bpm = bpm;
    const studio = this.#studio;
    if (!studio) return;
    studio.mirror.setTempo(bpm);
    if (first) this.#load(program);
    else this.#update(program, at);
  }

  /** What waits for its place comes in at once: a changed song, and a queued section. */
  hurry(): void {
    this.#line.post({ type: 'hurry' });
  }

  /**
   * A section that comes in at the next beat, bar or section, and then goes round where `loops`: at once while the song
   * stands still. Another one takes its place; `undefined` takes it back.
   */
  queue(range: LoopRange | undefined, at: SwapPoint, { loops }: { readonly loops: boolean }): void {
    if (range && !this.isPlaying) {
      this.setLoop(loops ? range : undefined);
      this.seek(range.from);
      return;
    }
    this.#line.post({ type: 'queue', range, at, loops });
    this.#queued = range && { range, loops, order: this.#line.order };
  }

  /** Whether a section waits for its turn. */
  get isQueued(): boolean {
    return this.#queued !== undefined;
  }

  /** A click on each beat, and in a count-in where it is not on. `gain` of the accents, linear. */
  setMetronome(isOn: boolean, gain: number): void {
    this.#metronome = { isOn, gain };
    this.#line.post({ type: 'metronome', isOn, gain });
  }

  /**
   * Starts the sound where this is the first play. Settles when it plays, or is known not to.
   * @param countIn  bars that are counted before
   */
  async play(countIn = 0): Promise<void> {
    if (!this.#program) return;
    const studio = await this.#device.open(this.#rate);
    if (!studio) return;
    studio.output.gain.cancelScheduledValues(studio.context.immediate());
    studio.output.gain.setValueAtTime(1, studio.context.immediate());
    // A count-in ends when it ends: the first report of the song tells where it stands.
    const begins = countIn ? undefined : this.#beginHosted();
    this.#line.transport({ type: 'transport', action: 'play', countIn }, begins);
    this.#tell({ state: 'playing' });
  }

  pause(): void {
    if (!this.#studio) return;
    this.#line.transport({ type: 'transport', action: 'pause' });
    this.#tell({ state: 'paused' });
  }

  /** Stops, and goes back to the start. */
  stop(): void {
    this.#sample = 0;
    if (!this.#studio) return;
    this.#line.transport({ type: 'transport', action: 'stop' });
    this.#line.transport({ type: 'seek', sample: 0 });
    this.#tell({ state: 'stopped' });
  }

  /** Everything quiet within 50 ms, tails too. */
  silence(): void {
    this.#queued = undefined;
    const studio = this.#studio;
    if (!studio) return;
    const now = studio.context.immediate();
    studio.output.gain.cancelScheduledValues(now);
    studio.output.gain.setValueAtTime(1, now);
    studio.output.gain.linearRampToValueAtTime(0, now + silenceSeconds);
    this.#line.transport({ type: 'silence' });
    this.#tell({ state: 'stopped' });
  }

  /** @param sample  of the song, 0 to its end */
  seek(sample: number): void {
    this.#sample = sample;
    this.#line.transport(
      { type: 'seek', sample },
      this.#status.state === 'playing' ? this.#beginHosted() : undefined,
    );
  }

  setLoop(range: LoopRange | undefined): void {
    this.#loop = range;
    this.#line.post({ type: 'loop', range });
    this.#mirrorLoop();
  }

  #mirrorLoop(): void {
    const range = this.#loop;
    this.#studio?.rack.setLoop(range);
    this.#studio?.mirror.setLoop(range && { from: range.from / this.#rate, to: range.to / this.#rate });
  }

  get isPlaying(): boolean {
    return this.#status.state === 'playing';
  }

  /**
   * A move that is heard at once, over a lane while it is held; the song's text follows on release. `slot` as in the
   * vocabulary's layout.
   */
  setStrip(kind: StripKind, index: number, slot: number, value: number, { isHeld = false }: Held): void {
    this.#line.post({ type: 'strip', kind, index, slot, value, isHeld });
  }

  setSend(kind: SenderName, index: number, bus: number, gain: number, { isHeld = false }: Held): void {
    this.#line.post({ type: 'send', kind, index, bus, gain, isHeld });
  }

  /** As `setStrip`, of an effect: `insert` counts those of the program's chain. */
  setInsert(
    kind: StripKind,
    index: number,
    insert: number,
    slot: number,
    value: number,
    { isHeld = false }: Held,
  ): void {
    this.#line.post({ type: 'insert', kind, index, insert, slot, value, isHeld });
  }

  /** As `setStrip`, of the instrument that a track plays. */
  setInstrument(index: number, slot: number, value: number, { isHeld = false }: Held): void {
    this.#line.post({ type: 'instrument', index, slot, value, isHeld });
  }

  /** Whose effects are told of in `reductions`, and whose sound is measured beside the master's. */
  watch(strip: WatchedStrip | undefined): void {
    this.#watched = strip;
    this.#line.post({ type: 'watch', strip });
  }

  /**
   * Where the sound goes to be measured: `connect` gives one end of a channel, anew for each audio thread.
   * Nowhere with `undefined`.
   */
  setMeter(connect: (() => MessagePort) | undefined): void {
    this.#connectMeter = connect;
    this.#startMeter();
  }

  #startMeter(): void {
    if (!this.#studio) return;
    const port = this.#connectMeter?.();
    this.#line.post({ type: 'meter', port: port as MeterPort | undefined }, port ? [port] : []);
  }

  /** Seconds of the song that are heard now. */
  get seconds(): number {
    const studio = this.#studio;
    if (!studio || this.#line.isAheadOf(this.reports)) return this.#sample / this.#rate;
    if (this.reports.value('playing') === 0) return this.#sample / this.#rate;
    return studio.mirror.heardSeconds(this.#latency(studio));
  }

  /**
   * What is heard `ahead` seconds from now: the version of the song, and the place in it, in samples; undefined before
   * the first song. A place that was just gone to is told as it is, with nothing ahead of it.
   */
  heard(ahead: number): HeardPlace | undefined {
    const newest = this.#program;
    if (!newest) return undefined;
    const sample = Math.round(this.seconds * this.#rate);
    const studio = this.#studio;
    if (!studio || this.#line.isAheadOf(this.reports) || this.reports.value('playing') === 0)
      return { program: newest, sample };
    const heardSeconds = studio.context.immediate() - this.#latency(studio) + ahead;
    return this.#line.songs.at(heardSeconds, {
      newest,
      sample,
      ahead: Math.round(ahead * this.#rate),
      ...(this.#loop && { loop: this.#loop }),
      ...(this.#queued && { queued: this.#queued }),
    });
  }

  #latency({ native }: Studio): number {
    return native.outputLatency || native.baseLatency || 0;
  }

  /** The newest shape of the master's sound, -1 to 1; nothing before the first play. */
  get waveform(): Float32Array | undefined {
    return this.#studio?.waveform.getValue();
  }

  /** The spectrum of the master's sound, in dB, from 0 Hz to half the rate; nothing before the first play. */
  get spectrum(): Float32Array | undefined {
    return this.#studio?.spectrum.getValue();
  }

  /** The end of Tone.js's graph, for a recorder or a measurement. */
  get output(): { readonly context: AudioContext; readonly gain: Gain } | undefined {
    return this.#studio && { context: this.#studio.native, gain: this.#studio.output };
  }

  /** Leaves no node, timer or context behind. */
  dispose(): void {
    this.#device.dispose();
  }

  get #studio(): Studio | undefined {
    return this.#device.studio;
  }

  get #rate(): number {
    return this.#program?.sampleRate ?? 48000;
  }

  /** Puts into a new studio what was set before it stood. */
  #begin({ node, mirror }: Studio): void {
    this.#line.connect(node.port);
    mirror.setTempo(this.#bpm);
    this.#load(this.#program!);
    if (this.#loop) this.setLoop(this.#loop);
    this.setMetronome(this.#metronome.isOn, this.#metronome.gain);
    if (this.#watched) this.watch(this.#watched);
    if (this.#connectMeter) this.#startMeter();
    if (this.#sample > 0) this.seek(this.#sample);
  }

  #load(program: Program): void {
    this.#line.load(program, this.#studio?.rack.take(program) ?? program);
  }

  #update(program: Program, at: SwapPoint): void {
    const point = this.#pointOf(program, at);
    const sample = typeof point === 'object' ? point.sample : undefined;
    this.#line.update(program, this.#studio?.rack.take(program, sample) ?? program, point);
  }

  /** What Tone.js plays must hear of its first notes before they are due: the frame at which the song begins. */
  #beginHosted(): number | undefined {
    const studio = this.#studio;
    if (!studio || studio.rack.isEmpty) return undefined;
    const block = 128;
    const now = studio.native.currentTime * this.#rate;
    const frame = Math.ceil((now + startSeconds * this.#rate) / block) * block;
    studio.rack.begin(frame, this.#sample);
    return frame;
  }

  /** The sample of the next bar or beat, where Tone.js has to know it too. */
  #pointOf(program: Program, at: SwapPoint): SwapPoint {
    const studio = this.#studio;
    if (!studio || this.#status.state !== 'playing' || program.plugs.length === 0) return at;
    const ahead = this.reports.value('playedTo') + swapSeconds * this.#rate;
    const sample = swapSample(at, this.#current ?? program, ahead);
    return sample === 'now' ? 'now' : { sample };
  }

  #hear(data: FromWorklet): void {
    if (!(data instanceof Float64Array)) {
      if (data.type === 'failed') this.#device.breakOff(data.reason);
      else if (data.type === 'refused') this.#refused(data.reason);
      return;
    }
    const { reports } = this;
    reports.take(data);
    this.#line.songs.follow(reports);
    this.#followQueue();
    if (this.#line.isAheadOf(this.reports)) return;
    this.#sample = reports.value('sample');
    const playing = reports.value('playing') === 1;
    const contextSeconds = reports.value('contextSeconds');
    this.#studio?.rack.follow(playing, reports.value('playedTo'), Math.round(contextSeconds * this.#rate));
    this.#studio?.mirror.follow(playing, this.#sample / this.#rate, contextSeconds);
    // The core stops by itself at the song's end.
    if (!playing && reports.value('toCount') === 0 && this.isPlaying) this.#tell({ state: 'stopped' });
  }

  /** What was queued has come in: it goes round there, or nothing does. */
  #followQueue(): void {
    const queued = this.#queued;
    if (!queued || this.reports.value('order') < queued.order || this.reports.value('queued') === 1) return;
    this.#queued = undefined;
    // Sought or stopped meanwhile, it was forgotten, and what goes round is what was.
    if (this.#line.orderOfTransport > queued.order) return;
    this.#loop = queued.loops ? queued.range : undefined;
    this.#mirrorLoop();
  }

  /** What it has is not sure any more: the next program crosses whole. */
  #refused(reason: string): void {
    this.#line.distrust();
    this.#options.onRefused(reason);
  }

  #interrupted(): void {
    if (this.isPlaying)
      this.#tell({ state: 'paused', reason: 'The sound device went away. Press play to go on.' });
  }

  /** The next play starts anew; the buffers went with the old thread, so the host sends the song again. */
  #lose(status: PlayerStatus): void {
    this.#line.disconnect();
    this.#program = undefined;
    this.#tell(status);
  }

  #tell(status: PlayerStatus): void {
    if (status.state === this.#status.state && status.reason === this.#status.reason) return;
    this.#status = status;
    this.#options.onStatus(status);
  }
}
