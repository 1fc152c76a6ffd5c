// The host's side of core.wasm: the same class in the worklet and in Node.
// It writes programs into the core's memory, keeps the places of tracks and buses by their names, and hands
// the sound out in pieces of any size. Knows nothing of DOM or Node; `process` allocates nothing.

import { limits, type Program } from '../program.ts';
import { barAfter, movedPosition } from './bars.ts';
import { Cues, type LoopRange, type Songs } from './cues.ts';
import { type CompiledCore, type Exports, instantiate } from './exports.ts';
import { LiveSettings } from './live-settings.ts';
import { emptyMixer, kinds, type SenderName, stripsOf, writeMixer } from './mixer.ts';
import { Moments } from './moments.ts';
import { Output } from './output.ts';
import { PlugBlocks } from './plug-blocks.ts';
import type { CoreReport } from './report.ts';
import { SampleSlots } from './sample-slots.ts';
import { bringWaves } from './shared-waves.ts';
import { Staged } from './staged.ts';
import { Standing } from './standing.ts';
import { StemBlocks, type StemRoom, type StemSource } from './stem-blocks.ts';
import { Watched } from './watched.ts';

/** Values of each strip in `readMeters`: peak left and right, RMS left and right, reduction in dB (<= 0). */
export const meterFields = 5;

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
  /** Settings as a hand moves them. */
  readonly settings: LiveSettings;
  /** The strip that somebody looks at. */
  readonly watched: Watched;
  readonly #module: CompiledCore;
  readonly #tables: 'now' | 'with the song';
  readonly #core: Exports;
  readonly #samples: SampleSlots;
  readonly #staged: Staged;
  /** The newest song; it is `#sounding` where none waits. */
  readonly #standing = new Standing();
  readonly #cues: Cues;
  readonly #stems: StemBlocks;
  readonly #output: Output;
  readonly #limiterLatency: number;
  /** Frames by which the effects of the song look ahead. */
  #ahead = 0;
  /** The song that is heard until the swap. */
  #sounding: Program | undefined;

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
    this.#cues = new Cues(this.#core);
    this.plugs = new PlugBlocks(this.#core);
    this.moments = new Moments(this.#core);
    this.settings = new LiveSettings(this.#core, this.#standing);
    this.watched = new Watched(this.#core, this.#standing);
    this.#stems = new StemBlocks(this.#core, (track) => this.#standing.tracks.of[track]!);
    this.#output = new Output(this.#core, (blocks) => this.#stems.bring(blocks));
    this.#limiterLatency = this.#core.latency();
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
    this.#standing.load(program);
    this.#staged.forget();
    this.#putSamples(program);
    for (let place = 0; place < limits.tracks; place++) this.#staged.stage(place, undefined);
    for (const [index, track] of program.tracks.entries())
      this.#staged.stage(this.#standing.tracks.of[index]!, track);
    emptyMixer(this.#core);
    this.#writeMixer(program);
    for (let place = 0; place < limits.tracks; place++) this.#core.jumpStrip(kinds.track, place);
    for (let place = 0; place < limits.buses; place++) this.#core.jumpStrip(kinds.bus, place);
    this.#core.jumpStrip(kinds.master, 0);
    this.#core.swap(NOW, STAY, program.lengthSamples);
    // Taken now, so that a change that follows at once finds this song in its place.
    this.#core.takeSwap();
    this.#output.drop();
    this.#settle();
    this.#cues.unqueue();
    this.#cues.write(this.#songs);
    this.#core.seek(position);
    this.#output.begin();
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
    const newest = this.#standing.program;
    if (!newest) {
      this.load(program);
      return;
    }
    this.#check(program);
    this.#settle();
    const old = this.#sounding ?? newest;
    this.#standing.update(program);
    const { of } = this.#standing.tracks;
    const stays = new Set(of);
    this.#putSamples(program);
    let changed = false;
    for (let place = 0; place < limits.tracks; place++) {
      if (!stays.has(place) && this.#staged.next(place) !== undefined)
        changed = this.#staged.stage(place, undefined);
    }
    for (const [index, track] of program.tracks.entries()) {
      const place = of[index]!;
      if (this.#staged.next(place) !== track.hash) changed = this.#staged.stage(place, track);
    }
    this.#cues.move(newest, program);
    this.#writeMixer(program);
    for (const { kind, place, isNew } of stripsOf(program, this.#standing.places)) {
      if (isNew) this.#core.jumpStrip(kinds[kind], place);
      else this.#core.moveStrip(kinds[kind], place);
    }
    const { at, from, to } = this.#swapOf(old, program, atSample);
    if (changed || this.#core.isSwapPending() || to !== from)
      this.#core.swap(at, to === from ? STAY : to, program.lengthSamples);
    else this.#core.setLength(program.lengthSamples);
    this.#settle();
    this.#cues.write(this.#songs);
  }

  /** What waits for its bar comes in at once: a changed song, and a queued section. */
  hurry(): void {
    this.#settle();
    const { sounding: old, newest: program } = this.#songs;
    if (!old || !program || !this.playing) return;
    if (this.#core.isSwapPending()) {
      const { at, from, to } = this.#swapOf(old, program, 'now');
      this.#core.swap(at, to === from ? STAY : to, program.lengthSamples);
    }
    this.#cues.hurry(movedPosition(old, program, this.#core.songPosition()), this.#songs);
  }

  /**
   * Goes to `range` when the song reaches `at` (of the song that plays now), with a short crossfade; tails ring
   * on. It then goes round there where `loops`, and plays on from there where not. Another one takes its place.
   * @param range  in samples of the newest song
   */
  queue(range: LoopRange, at: number | 'now', { loops }: { readonly loops: boolean }): void {
    this.#settle();
    const { sounding: old, newest: program } = this.#songs;
    if (!old || !program) return;
    const when = at === 'now' ? this.#core.songPosition() : Math.max(at, this.#core.songPosition());
    this.#cues.queue({ at: movedPosition(old, program, when), range, loops }, this.#songs);
  }

  /** Nothing is queued any more. */
  unqueue(): void {
    this.#settle();
    this.#cues.unqueue();
  }

  /** Whether a section waits for its turn, and whether a changed song does. */
  get waits(): { readonly section: boolean; readonly song: boolean } {
    return { section: this.#core.isJumpPending() !== 0, song: this.#core.isSwapPending() !== 0 };
  }

  /** Plays on; from the beginning where the song is at its end. */
  play(): void {
    if (!this.playing) this.#output.begin();
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
    this.#output.begin();
    this.#core.seek(Math.max(0, Math.floor(sample) || 0));
  }

  /**
   * Plays from..to again and again, once it comes there from inside; undefined plays on. In samples of the
   * newest song: while that one waits for its bar, the song that is heard loops over the same bars.
   */
  setLoop(range: LoopRange | undefined): void {
    this.#settle();
    this.#cues.setLoop(range, this.#songs);
  }

  /** What goes round, in samples of the newest song. */
  get loop(): LoopRange | undefined {
    this.#settle();
    return this.#cues.loop;
  }

  /** Everything, tails too, fades out within 20 ms; then it stops. */
  silence(): void {
    this.#core.silence();
  }

  /** Renders the next frames: any number, without allocation. */
  process(left: Float32Array, right: Float32Array): void {
    this.#output.process(left, right);
  }

  /**
   * Takes the sound of these tracks from `source`, before their faders, from the next block on. Their
   * instruments and effects are not rendered.
   */
  takeStems(source: StemSource): void {
    this.#stems.take(source);
    this.#output.renewViews();
  }

  /**
   * Room for so many blocks of what comes out: renders the next as often as it is asked for, all of the left side and then
   * all of the right one. Good until it is asked again.
   */
  openOutput(blocks: number): () => Float32Array {
    return this.#output.open(blocks);
  }

  /** See `StemBlocks.open`. */
  openStems(tracks: readonly number[], blocks: number): () => readonly StemRoom[] {
    const render = this.#stems.open(tracks, blocks);
    this.#output.renewViews();
    return render;
  }

  /**
   * From now on what each strip gives to the mix is kept apart, for `readTap`.
   * @throws RangeError where the core has no room for it
   */
  openTaps(): void {
    if (!this.#core.openTaps()) throw new RangeError('no room for stems');
    this.#output.renewViews();
  }

  /** What a track or a bus gave to the mix in the newest block: behind fader and pan, aligned with the others. */
  readTap(kind: SenderName, index: number, side: 0 | 1): Float32Array {
    const place = this.#standing.placeOf(kind, index) ?? 0;
    return this.#floats(this.#core.tap(kinds[kind], place, side), this.#core.blockFrames());
  }

  /** Frames by which taps come before what comes out. */
  get tapLead(): number {
    return this.#limiterLatency + this.#core.chainDelay(kinds.master, 0);
  }

  /** Renders the next block of every track before its fader, and nothing of the rest. */
  renderStems(): void {
    this.#core.renderStems();
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
    for (const place of this.#standing.tracks.of) copy(place);
    for (const place of this.#standing.buses.of) copy(limits.tracks + place);
    copy(limits.tracks + limits.buses);
  }

  /** Song position of the next frame to be rendered: ahead of what is heard by `latency`. */
  get nextSample(): number {
    return this.#core.songPosition();
  }

  /** Song position, in samples, of what is heard: what the limiter still holds back is not counted. */
  get position(): number {
    const rendered = this.#core.songPosition();
    return this.playing ? Math.max(0, rendered - this.#output.ahead(this.latency)) : rendered;
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
    this.#output.renewViews();
  }

  get #songs(): Songs {
    return { newest: this.#standing.program, sounding: this.#sounding };
  }

  /** Takes note of a swap that has happened, and of a section that has come in. */
  #settle(): void {
    this.#cues.settle();
    if (this.#core.isSwapPending()) return;
    this.#sounding = this.#standing.program;
    this.#staged.settle();
  }

  /** When a song comes in: the core's word for it, and the sample that it leaves from and the one that it comes to. */
  #swapOf(old: Program, program: Program, atSample: number | 'now') {
    const at = this.#swapSample(old, atSample);
    const from = at === NOW ? this.#core.songPosition() : at;
    return { at, from, to: movedPosition(old, program, from) };
  }

  #swapSample(old: Program, atSample: number | 'now'): number {
    const position = this.#core.songPosition();
    if (!this.playing) return NOW;
    const wanted = atSample === 'now' ? position : atSample > position ? atSample : barAfter(old, position);
    const fades = this.#standing.tracks.of.some((place) => this.#core.isFading(place) !== 0);
    if (!fades) return atSample === 'now' ? NOW : wanted;
    return Math.max(wanted, position + Math.ceil(FADE_SECONDS * this.sampleRate));
  }

  #writeMixer(program: Program): void {
    this.#ahead = writeMixer(this.#core, program, this.#standing.places, this.#samples);
    this.#output.renewViews();
    this.watched.renew();
  }

  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#core.memory.buffer, address, length);
  }
}
