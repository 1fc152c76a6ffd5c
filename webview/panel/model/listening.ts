// Hearing what was bounced: one file, or two beside each other on one clock, of which one is heard. Samples
// come from the host piece by piece a few seconds ahead, so that an hour needs no more memory than a minute.
// Both play all the time, each turned down to the loudness of the quieter: to switch is to fade over.

import { batch, computed, signal } from '@preact/signals';
import type { DoneBounce } from '../../../src/protocol/panel.ts';

/** A bounce that its host keeps. */
export type Heard = DoneBounce & { readonly sound: NonNullable<DoneBounce['sound']> };

export type ReadSound = (
  bounce: number,
  from: number,
  count: number,
) => Promise<readonly Float32Array<ArrayBuffer>[]>;

const pieceSeconds = 4;
/** So much lies ready behind what is heard. */
const aheadSeconds = 8;
/** From a press to the sound. */
const startSeconds = 0.06;
const fadeSeconds = 0.012;
const tickMs = 250;

interface Side {
  readonly heard: Heard;
  readonly gain: GainNode;
  /** From the fader to this side's gain. */
  readonly share: GainNode;
  readonly pieces: Set<AudioBufferSourceNode>;
  /** The next frame that is not asked for yet. */
  next: number;
}

export class Listening {
  readonly isPlaying = signal(false);
  /** Which of the two is heard. */
  readonly chosen = signal<'new' | 'last'>('new');
  /** Seconds of the song. */
  readonly seconds = signal(0);
  readonly newest = signal<Heard | undefined>(undefined);
  readonly last = signal<Heard | undefined>(undefined);
  /** Stretch of the song that either holds, in seconds. */
  readonly extent = computed(() => {
    const both = [this.newest.value, this.last.value].filter((one) => one !== undefined);
    const from = Math.min(...both.map((one) => one.startSeconds));
    return { from, to: Math.max(from, ...both.map((one) => one.startSeconds + one.seconds)) };
  });

  readonly #read: ReadSound;
  #context: AudioContext | undefined;
  #sides: readonly Side[] = [];
  /** 0 where the newest is heard, 1 where the last is: one value for both, so that no thread sees half of a switch. */
  #fader: ConstantSourceNode | undefined;
  /** The song's `from` seconds are heard at `at` of the audio clock. */
  #anchor = { at: 0, from: 0 };
  /** Counts starts, so that what was read for an older one is dropped. */
  #start = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(read: ReadSound) {
    this.#read = read;
  }

  /** A bounce is done: the one before it is what it is compared with. */
  take(heard: Heard): void {
    this.pause();
    batch(() => {
      this.last.value = this.newest.value;
      this.newest.value = heard;
      this.chosen.value = 'new';
      this.seconds.value = heard.startSeconds;
    });
  }

  toggle = (): void => void (this.isPlaying.value ? this.pause() : this.play());

  /** Resolves when it sounds, or when something else was asked for meanwhile. */
  play = async (): Promise<void> => {
    const { newest, last } = this;
    if (!newest.value) return;
    this.pause();
    const start = ++this.#start;
    if (this.seconds.value >= this.extent.value.to - 0.02) this.seconds.value = this.extent.value.from;
    this.isPlaying.value = true;
    const context = this.#contextFor(newest.value.sound.sampleRate);
    const fader = new ConstantSourceNode(context, { offset: this.#faderAim });
    fader.start();
    this.#fader = fader;
    this.#sides = [newest.value, last.value].flatMap((heard) => (heard ? [this.#side(fader, heard)] : []));
    await context.resume();
    const first = await Promise.all(this.#sides.map((side) => this.#readNext(side)));
    // The clock stands while the two are set beside each other: one that came late would be that far behind the other.
    await context.suspend();
    if (start !== this.#start) return;
    // On a sample, so that pieces meet on samples.
    const at = Math.ceil((context.currentTime + startSeconds) * context.sampleRate) / context.sampleRate;
    this.#anchor = { at, from: this.seconds.value };
    for (const [index, piece] of first.entries()) this.#schedule(this.#sides[index]!, piece);
    await context.resume();
    if (start !== this.#start) return;
    this.#timer = setInterval(() => void this.#fill(start), tickMs);
    await this.#fill(start);
  };

  pause = (): void => {
    this.#start++;
    this.#follow();
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.isPlaying.value = false;
    for (const { pieces, gain, share } of this.#sides) {
      for (const piece of pieces) piece.stop();
      share.disconnect();
      gain.disconnect();
    }
    this.#sides = [];
    this.#fader?.stop();
    this.#fader?.disconnect();
    this.#fader = undefined;
  };

  /** @param seconds  of the song */
  seek = (seconds: number): void => {
    const { from, to } = this.extent.value;
    const goesOn = this.isPlaying.value;
    this.pause();
    this.seconds.value = Math.min(to, Math.max(from, seconds));
    if (goesOn) void this.play();
  };

  /** Fades over at the same place. */
  choose = (which: 'new' | 'last'): void => {
    if (which === 'last' && !this.last.value) return;
    this.chosen.value = which;
    const fader = this.#fader;
    if (!fader) return;
    const { offset } = fader;
    const now = fader.context.currentTime;
    offset.cancelScheduledValues(now);
    offset.setValueAtTime(offset.value, now);
    offset.linearRampToValueAtTime(this.#faderAim, now + fadeSeconds);
  };

  get #faderAim(): number {
    return this.chosen.value === 'last' ? 1 : 0;
  }

  /** By how much each is turned down, so that neither is louder. */
  matchDb(which: 'new' | 'last'): number {
    const [one, other] = [this.newest.value, this.last.value];
    if (!one || !other) return 0;
    const quieter = Math.min(one.loudness, other.loudness);
    return quieter - (which === 'new' ? one : other).loudness;
  }

  /** A frame has passed: says whether another is needed. */
  draw = (): boolean => {
    this.#follow();
    return this.isPlaying.value;
  };

  /** Lets go of the audio device. */
  end(): void {
    this.pause();
    void this.#context?.close();
    this.#context = undefined;
  }

  #contextFor(sampleRate: number): AudioContext {
    if (this.#context?.sampleRate !== sampleRate) {
      void this.#context?.close();
      this.#context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
    }
    return this.#context;
  }

  #side(fader: ConstantSourceNode, heard: Heard): Side {
    const { context } = fader;
    const which = heard === this.newest.value ? 'new' : 'last';
    const level = 10 ** (this.matchDb(which) / 20);
    const gain = new GainNode(context, { gain: which === 'new' ? level : 0 });
    const share = new GainNode(context, { gain: which === 'new' ? -level : level });
    fader.connect(share).connect(gain.gain);
    gain.connect(context.destination);
    const { sampleRate, frames } = heard.sound;
    const next = Math.min(
      frames,
      Math.max(0, Math.round((this.seconds.value - heard.startSeconds) * sampleRate)),
    );
    return { heard, gain, share, pieces: new Set(), next };
  }

  async #readNext(side: Side): Promise<Piece | undefined> {
    const { sampleRate, frames, bounce } = side.heard.sound;
    const from = side.next;
    const count = Math.min(Math.round(pieceSeconds * sampleRate), frames - from);
    if (count <= 0) return undefined;
    side.next = from + count;
    const channels = await this.#read(bounce, from, count);
    return { from, channels };
  }

  #schedule({ heard, gain, pieces }: Side, piece: Piece | undefined): void {
    const length = piece?.channels[0]?.length ?? 0;
    if (!piece || length === 0) return;
    const { sampleRate } = heard.sound;
    const buffer = new AudioBuffer({ length, sampleRate, numberOfChannels: piece.channels.length });
    for (const [channel, samples] of piece.channels.entries()) buffer.copyToChannel(samples, channel);
    const source = new AudioBufferSourceNode(gain.context, { buffer });
    source.connect(gain);
    source.onended = () => pieces.delete(source);
    pieces.add(source);
    const { at, from } = this.#anchor;
    const due = at + heard.startSeconds + piece.from / sampleRate - from;
    const late = gain.context.currentTime - due;
    if (late <= 0) source.start(due);
    else if (late < length / sampleRate) source.start(0, late);
  }

  /** Reads on where too little lies ready; ends where nothing is left. */
  async #fill(start: number): Promise<void> {
    this.#follow();
    if (start !== this.#start) return;
    if (this.seconds.value >= this.extent.value.to) {
      this.pause();
      return;
    }
    await Promise.all(
      this.#sides.map(async (side) => {
        const { sampleRate } = side.heard.sound;
        const ready = side.heard.startSeconds + side.next / sampleRate - this.seconds.value;
        if (ready > aheadSeconds) return;
        const piece = await this.#readNext(side);
        if (start === this.#start) this.#schedule(side, piece);
      }),
    );
  }

  #follow(): void {
    const context = this.#context;
    if (!context || !this.isPlaying.value || this.#timer === undefined) return;
    const { at, from } = this.#anchor;
    const passed = Math.max(0, context.currentTime - (context.outputLatency || 0) - at);
    this.seconds.value = Math.min(this.extent.value.to, from + passed);
  }
}

interface Piece {
  readonly from: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}
