// The host's side of core.wasm: the same class in the worklet and in Node.
// It writes programs into the core's memory, keeps the places of tracks and buses by their names, and hands
// the sound out in pieces of any size. Knows nothing of DOM or Node; `process` allocates nothing.

import { limits, type Program, type StripProgram } from '../program.ts';
import { barAfter, movedPosition, movedRange } from './bars.ts';
import { type CompiledCore, type Exports, instantiate } from './exports.ts';
import { type Held, LiveSettings } from './live-settings.ts';
import {
  emptyMixer,
  kinds,
  type PlacesOf,
  type SenderName,
  type StripName,
  stripsOf,
  writeMixer,
} from './mixer.ts';
import { Moments } from './moments.ts';
import { noPlaces, type Places, placed } from './places.ts';
import { PlugBlocks } from './plug-blocks.ts';
import type { CoreReport } from './report.ts';
import { SampleSlots } from './sample-slots.ts';
import { bringWaves } from './shared-waves.ts';
import { Staged } from './staged.ts';
import { StemBlocks, type StemRoom, type StemSource } from './stem-blocks.ts';
import { Watched, type WatchedStrip } from './watched.ts';

/** Values of each strip in `readMeters`: peak left and right, RMS left and right, reduction in dB (<= 0). */
export const meterFields = 5;

/** A stretch of a song in samples, `to` exclusive. */
export interface LoopRange {
  readonly from: number;
  readonly to: number;
}

/** A section that comes in next: where from (of the newest song), when, and whether it then goes round. */
interface Queued {
  readonly at: number;
  readonly range: LoopRange;
  readonly loops: boolean;
}

/** The core's numbers for "at once" and "where you are". */
const NOW = 0xffffffff;
const STAY = 0xffffffff;
/** How long the sound before a swap still fades, in seconds. */
const FADE_SECONDS = 0.03;

export class Core {
  readonly sampleRate: number;
  /** What goes out and comes in by plugs with each block: blocks of 128 frames only. */
  readonly plugs: PlugBlocks;
  /** Moments of what it renders, block by block. */
  readonly moments: Moments;
  readonly #module: CompiledCore;
  readonly #tables: 'now' | 'with the song';
  readonly #core: Exports;
  readonly #block: number;
  readonly #samples: SampleSlots;
  readonly #staged: Staged;
  readonly #limiterLatency: number;
  /** Frames by which the effects of the song look ahead. */
  #ahead = 0;
  #left: Float32Array;
  #right: Float32Array;
  /** Frames of the core's block that are not handed out yet. */
  #unheard = 0;
  /** The newest song, and the one that is heard until the swap: the same where none waits. */
  #program: Program | undefined;
  #sounding: Program | undefined;
  /** In samples of the newest song. */
  #loop: LoopRange | undefined;
  #queued: Queued | undefined;
  #tracks: Places = noPlaces(limits.tracks);
  #buses: Places = noPlaces(limits.buses);
  readonly #stems: StemBlocks;
  readonly #settings: LiveSettings;
  readonly #watched: Watched;
  /** Frames rendered since playing began, here or at another place: only they can be unheard. */
  #rendered = 0;

  /**
   * Synchronous: the worklet cannot wait.
   * @param tables  whether what instruments read is made now, for all that may come in while it plays, or with each
   *                song that is put in
   */
  constructor(module: CompiledCore, sampleRate: number, tables: 'now' | 'with the song' = 'now') {
    this.sampleRate = sampleRate;
    this.#module = module;
    this.#tables = tables;
    this.#core = instantiate(module);
    this.#core.init(sampleRate);
    if (tables === 'now') this.#core.prepare();
    this.#samples = new SampleSlots(this.#core);
    this.#staged = new Staged(this.#core, this.#samples);
    this.plugs = new PlugBlocks(this.#core);
    this.moments = new Moments(this.#core);
    this.#block = this.#core.blockFrames();
    this.#stems = new StemBlocks(this.#core, (track) => this.#tracks.of[track]!);
    this.#watched = new Watched(
      this.#core,
      (kind, index) => this.#placeOf(kind, index),
      (kind, index) => this.#stripAt(kind, index),
    );
    const standing = (): Program | undefined => this.#program;
    const places = (): PlacesOf => this.#places;
    this.#settings = new LiveSettings(this.#core, {
      get program() {
        return standing();
      },
      get places() {
        return places();
      },
      placeOf: (kind, index) => this.#placeOf(kind, index),
      stripAt: (kind, index) => this.#stripAt(kind, index),
    });
    this.#limiterLatency = this.#core.latency();
    this.#left = this.#floats(this.#core.outputLeft(), this.#block);
    this.#right = this.#floats(this.#core.outputRight(), this.#block);
  }

  /**
   * Replaces everything, without a fade; goes on from the same position where the new song has it.
   * @throws RangeError if the program was made for another sample rate, or is larger than the limits
   */
  load(program: Program): void {
    this.#check(program);
    const wasPlaying = this.playing;
    const position = Math.min(this.#core.songPosition(), program.lengthSamples);
    if (this.#tables === 'with the song') bringWaves(this.#module, this.#core, program);
    this.#core.clear();
    this.#tracks = placed(program.tracks, noPlaces(limits.tracks));
    this.#buses = placed(program.buses, noPlaces(limits.buses));
    this.#staged.forget();
    this.#putSamples(program);
    for (let place = 0; place < limits.tracks; place++) this.#staged.stage(place, undefined);
    for (const [index, track] of program.tracks.entries()) this.#staged.stage(this.#tracks.of[index]!, track);
    this.#program = program;
    emptyMixer(this.#core);
    this.#writeMixer(program);
    for (let place = 0; place < limits.tracks; place++) this.#core.jumpStrip(kinds.track, place);
    for (let place = 0; place < limits.buses; place++) this.#core.jumpStrip(kinds.bus, place);
    this.#core.jumpStrip(kinds.master, 0);
    this.#core.swap(NOW, STAY, program.lengthSamples);
    // Taken now, so that a change that follows at once finds this song in its place.
    this.#core.takeSwap();
    this.#unheard = 0;
    this.#settle();
    this.#forgetQueued();
    this.#writeLoop();
    this.#core.seek(position);
    this.#rendered = 0;
    if (wasPlaying) this.#core.play();
  }

  /**
   * Brings in a changed song while it plays: tracks whose hash changed swap when the song reaches
   * `atSample` (of the song that plays now), with a short crossfade; strips, sends, buses and the master
   * travel to their new settings; tails ring on. Where bars moved (another tempo), the song goes on from
   * the same place in the music. A sample that is past already means the next bar.
   * @throws RangeError as `load`
   */
  update(program: Program, atSample: number | 'now'): void {
    const newest = this.#program;
    if (!newest) {
      this.load(program);
      return;
    }
    this.#check(program);
    this.#settle();
    const old = this.#sounding ?? newest;
    const tracks = placed(program.tracks, this.#tracks);
    const buses = placed(program.buses, this.#buses);
    const stays = new Set(tracks.of);
    this.#putSamples(program);
    let changed = false;
    for (let place = 0; place < limits.tracks; place++) {
      if (!stays.has(place) && this.#staged.next(place) !== undefined)
        changed = this.#staged.stage(place, undefined);
    }
    for (const [index, track] of program.tracks.entries()) {
      const place = tracks.of[index]!;
      if (this.#staged.next(place) !== track.hash) changed = this.#staged.stage(place, track);
    }
    this.#tracks = tracks;
    this.#buses = buses;
    this.#program = program;
    this.#loop = this.#loop && movedRange(newest, program, this.#loop);
    this.#queued = this.#queued && movedQueue(newest, program, this.#queued);
    this.#writeMixer(program);
    for (const { kind, place, isNew } of stripsOf(program, this.#places)) {
      if (isNew) this.#core.jumpStrip(kinds[kind], place);
      else this.#core.moveStrip(kinds[kind], place);
    }
    const at = this.#swapSample(old, atSample);
    const from = at === NOW ? this.#core.songPosition() : at;
    const to = movedPosition(old, program, from);
    if (changed || this.#core.isSwapPending() || to !== from)
      this.#core.swap(at, to === from ? STAY : to, program.lengthSamples);
    else this.#core.setLength(program.lengthSamples);
    this.#settle();
    this.#writeLoop();
    this.#writeQueued();
  }

  /** What waits for its bar comes in at once: a changed song, and a queued section. */
  hurry(): void {
    this.#settle();
    const [old, program] = [this.#sounding, this.#program];
    if (!old || !program || !this.playing) return;
    if (this.#core.isSwapPending()) {
      const at = this.#swapSample(old, 'now');
      const from = at === NOW ? this.#core.songPosition() : at;
      const to = movedPosition(old, program, from);
      this.#core.swap(at, to === from ? STAY : to, program.lengthSamples);
    }
    if (!this.#queued) return;
    this.#queued = { ...this.#queued, at: movedPosition(old, program, this.#core.songPosition()) };
    this.#writeQueued();
  }

  /**
   * Goes to `range` when the song reaches `at` (of the song that plays now), with a short crossfade; tails ring
   * on. It then goes round there where `loops`, and plays on from there where not. Another one takes its place.
   * @param range  in samples of the newest song
   */
  queue(range: LoopRange, at: number | 'now', { loops }: { readonly loops: boolean }): void {
    this.#settle();
    const [old, program] = [this.#sounding, this.#program];
    if (!old || !program) return;
    const when = at === 'now' ? this.#core.songPosition() : Math.max(at, this.#core.songPosition());
    this.#queued = { at: movedPosition(old, program, when), range, loops };
    this.#writeQueued();
  }

  /** Nothing is queued any more. */
  unqueue(): void {
    this.#settle();
    this.#forgetQueued();
  }

  /** Whether a section waits for its turn, and whether a changed song does. */
  get waits(): { readonly section: boolean; readonly song: boolean } {
    return { section: this.#core.isJumpPending() !== 0, song: this.#core.isSwapPending() !== 0 };
  }

  /** Plays on; from the beginning where the song is at its end. */
  play(): void {
    if (!this.playing) this.#rendered = 0;
    this.#core.play();
  }

  /** Stops where it is: what sounds fades within 25 ms, tails ring on. */
  pause(): void {
    // What was rendered ahead of what is heard is played again.
    const heard = this.position;
    this.#core.pause();
    this.#core.seek(heard);
  }

  /** Pauses, and goes back to the beginning. */
  stop(): void {
    this.unqueue();
    this.#core.pause();
    this.seek(0);
  }

  /** Goes on from that sample of the song: notes that sound there begin, what sounded fades. */
  seek(sample: number): void {
    this.#rendered = 0;
    this.#core.seek(Math.max(0, Math.floor(sample) || 0));
  }

  /**
   * Plays from..to again and again, once it comes there from inside; undefined plays on. In samples of the
   * newest song: while that one waits for its bar, the song that is heard loops over the same bars.
   */
  setLoop(range: LoopRange | undefined): void {
    this.#loop = range;
    this.#settle();
    this.#writeLoop();
  }

  /** What goes round, in samples of the newest song. */
  get loop(): LoopRange | undefined {
    this.#settle();
    return this.#loop;
  }

  /** Everything, tails too, fades out within 20 ms; then it stops. */
  silence(): void {
    this.#core.silence();
  }

  /** See `LiveSettings.setStrip`. */
  setStrip(kind: StripName, index: number, slot: number, value: number, held?: Held): void {
    this.#settings.setStrip(kind, index, slot, value, held);
  }

  /** See `LiveSettings.setSend`. */
  setSend(kind: SenderName, index: number, bus: number, gain: number, held?: Held): void {
    this.#settings.setSend(kind, index, bus, gain, held);
  }

  /** See `LiveSettings.setInsert`. */
  setInsert(kind: StripName, index: number, insert: number, slot: number, value: number, held?: Held): void {
    this.#settings.setInsert(kind, index, insert, slot, value, held);
  }

  /** See `LiveSettings.setInstrument`. */
  setInstrument(index: number, slot: number, value: number, held?: Held): void {
    this.#settings.setInstrument(index, slot, value, held);
  }

  /** Whose sound and whose effects somebody looks at; nobody's with `undefined`. */
  watch(strip: WatchedStrip | undefined): void {
    this.#watched.watch(strip);
  }

  /** The newest block of the watched strip behind its fader; undefined for the master and for none. */
  readWatched(side: 0 | 1): Float32Array | undefined {
    return this.#watched.block(side);
  }

  /** See `Watched.reductions`. */
  readReductions(into: Float64Array, at: number): void {
    this.#watched.reductions(into, at);
  }

  #placeOf(kind: StripName, index: number): number | undefined {
    return kind === 'track' ? this.#tracks.of[index] : kind === 'bus' ? this.#buses.of[index] : 0;
  }

  #stripAt(kind: StripName, index: number): StripProgram | undefined {
    const program = this.#program;
    return kind === 'master' ? program?.master : program?.[kind === 'track' ? 'tracks' : 'buses'][index];
  }

  /** Renders the next frames: any number, without allocation. */
  process(left: Float32Array, right: Float32Array): void {
    const length = left.length;
    for (let i = 0; i < length; ) {
      if (this.#unheard === 0) {
        this.#render();
        if (length - i >= this.#block) {
          left.set(this.#left, i);
          right.set(this.#right, i);
          i += this.#block;
          continue;
        }
        this.#unheard = this.#block;
      }
      const at = this.#block - this.#unheard--;
      left[i] = this.#left[at]!;
      right[i++] = this.#right[at]!;
    }
  }

  /**
   * Takes the sound of these tracks from `source`, before their faders, from the next block on. Their
   * instruments and effects are not rendered.
   */
  takeStems(source: StemSource): void {
    this.#stems.take(source);
    this.#renewViews();
  }

  /**
   * Room for so many blocks of what comes out: renders the next as often as it is asked for, all of the left side and then
   * all of the right one. Good until it is asked again.
   */
  openOutput(blocks: number): () => Float32Array {
    const room = this.#core.outputRoom(blocks);
    this.#renewViews();
    return () => {
      this.#stems.bring(blocks);
      this.#core.renderInto(room, blocks);
      this.#rendered += blocks * this.#block;
      return this.#floats(room, blocks * 2 * this.#block);
    };
  }

  /** See `StemBlocks.open`. */
  openStems(tracks: readonly number[], blocks: number): () => readonly StemRoom[] {
    const render = this.#stems.open(tracks, blocks);
    this.#renewViews();
    return render;
  }

  /**
   * From now on what each strip gives to the mix is kept apart, for `readTap`.
   * @throws RangeError where the core has no room for it
   */
  openTaps(): void {
    if (!this.#core.openTaps()) throw new RangeError('no room for stems');
    this.#renewViews();
  }

  /** What a track or a bus gave to the mix in the newest block: behind fader and pan, aligned with the others. */
  readTap(kind: SenderName, index: number, side: 0 | 1): Float32Array {
    const place = this.#placeOf(kind, index) ?? 0;
    return this.#floats(this.#core.tap(kinds[kind], place, side), this.#block);
  }

  /** Frames by which taps come before what comes out. */
  get tapLead(): number {
    return this.#limiterLatency + this.#core.chainDelay(kinds.master, 0);
  }

  /** Renders the next block of every track before its fader, and nothing of the rest. */
  renderStems(): void {
    this.#core.renderStems();
  }

  #render(): void {
    this.#stems.bring(1);
    this.#core.render();
    this.#rendered += this.#block;
  }

  /**
   * Tracks, then buses, then the master, in the program's order: `meterFields` values each, since the
   * last call. What has no room in `into` is left out.
   */
  readMeters(into: Float32Array): void {
    const from = this.#floats(this.#core.takeMeters(), (limits.tracks + limits.buses + 1) * meterFields);
    let at = 0;
    const copy = (strip: number): void => {
      for (let field = 0; field < meterFields && at < into.length; field++)
        into[at++] = from[strip * meterFields + field]!;
    };
    for (const place of this.#tracks.of) copy(place);
    for (const place of this.#buses.of) copy(limits.tracks + place);
    copy(limits.tracks + limits.buses);
  }

  /** Song position of the next frame to be rendered: ahead of what is heard by `latency`. */
  get nextSample(): number {
    return this.#core.songPosition();
  }

  /** Song position, in samples, of what is heard: what the limiter still holds back is not counted. */
  get position(): number {
    const ahead = Math.min(this.#rendered, this.#unheard + this.latency);
    return this.playing ? Math.max(0, this.#core.songPosition() - ahead) : this.#core.songPosition();
  }

  /** The song that is heard: the newest, or the one before it while that waits for its bar. */
  get sounding(): Program | undefined {
    this.#settle();
    return this.#sounding;
  }

  get playing(): boolean {
    return this.#core.isPlaying() !== 0;
  }

  /** Frames by which the sound comes out later than the song's events say; a bounce cuts them off. */
  get latency(): number {
    return this.#limiterLatency + this.#ahead;
  }

  readReport(): CoreReport {
    const counts = new Uint32Array(this.#core.memory.buffer, this.#core.report(), 5);
    return {
      notANumber: counts[0]!,
      stolenVoices: counts[1]!,
      lateEvents: counts[2]!,
      limiting: counts[3]!,
      droppedNotes: counts[4]!,
    };
  }

  #check(program: Program): void {
    if (program.sampleRate !== this.sampleRate) {
      throw new RangeError(`program for ${program.sampleRate} Hz given to a core at ${this.sampleRate} Hz`);
    }
    if (program.tracks.length > limits.tracks || program.buses.length > limits.buses) {
      throw new RangeError(
        `${program.tracks.length} tracks and ${program.buses.length} buses are over the core's limits`,
      );
    }
  }

  #putSamples({ samples }: Program): void {
    this.#samples.put(samples);
    this.#renewViews();
  }

  #writeLoop(): void {
    const next = this.#loop;
    const now =
      next && this.#sounding && this.#program ? movedRange(this.#program, this.#sounding, next) : next;
    this.#core.setLoop(now?.from ?? 0, now?.to ?? 0, next?.from ?? 0, next?.to ?? 0);
  }

  #writeQueued(): void {
    const next = this.#queued;
    if (!next || !this.#program) return;
    const now = this.#sounding ? movedQueue(this.#program, this.#sounding, next) : next;
    const end = ({ loops, range }: Queued): number => (loops ? range.to : 0);
    this.#core.jump(now.at, now.range.from, end(now), next.at, next.range.from, end(next));
  }

  #forgetQueued(): void {
    this.#queued = undefined;
    this.#core.forgetJump();
  }

  /** Takes note of a swap that has happened, and of a section that has come in. */
  #settle(): void {
    if (this.#queued && !this.#core.isJumpPending()) {
      this.#loop = this.#queued.loops ? this.#queued.range : undefined;
      this.#queued = undefined;
    }
    if (this.#core.isSwapPending()) return;
    this.#sounding = this.#program;
    this.#staged.settle();
  }

  #swapSample(old: Program, atSample: number | 'now'): number {
    const position = this.#core.songPosition();
    if (!this.playing) return NOW;
    const wanted = atSample === 'now' ? position : atSample > position ? atSample : barAfter(old, position);
    const fades = this.#tracks.of.some((place) => this.#core.isFading(place) !== 0);
    if (!fades) return atSample === 'now' ? NOW : wanted;
    return Math.max(wanted, position + Math.ceil(FADE_SECONDS * this.sampleRate));
  }

  get #places(): PlacesOf {
    return { track: this.#tracks, bus: this.#buses };
  }

  #writeMixer(program: Program): void {
    this.#ahead = writeMixer(this.#core, program, this.#places, this.#samples);
    this.#renewViews();
    this.#watched.renew();
  }

  /** Memory that grew is another array. */
  #renewViews(): void {
    if (this.#left.buffer === this.#core.memory.buffer) return;
    this.#left = this.#floats(this.#core.outputLeft(), this.#block);
    this.#right = this.#floats(this.#core.outputRight(), this.#block);
  }

  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#core.memory.buffer, address, length);
  }
}

const movedQueue = (from: Program, to: Program, { at, range, loops }: Queued): Queued => ({
  at: movedPosition(from, to, at),
  range: movedRange(from, to, range),
  loops,
});
