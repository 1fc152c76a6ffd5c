// Where the clicks fall: on the beats that the core has just played, and before it plays, in a count-in. The core
// hands its sound out later than it plays it (its limiter looks ahead by a block), and so there is time to look back.

import type { Core } from '../core/core.ts';
import type { Program } from '../program.ts';
import { Click } from './click.ts';
import { indexAfter } from './places.ts';

const block = 128;

/** A count-in that runs: blocks until the song begins, and the clicks of it in frames from its start. */
interface Count {
  readonly bars: number;
  blocks: number;
  done: number;
  readonly clicks: readonly { readonly frame: number; readonly isAccent: boolean }[];
  next: number;
}

export class Metronome {
  /** Whether it clicks while the song plays; a count-in always clicks. */
  isOn = false;
  readonly #core: Core;
  readonly #click: Click;
  #count: Count | undefined;

  constructor(core: Core) {
    this.#core = core;
    this.#click = new Click(core.sampleRate);
  }

  /** Linear, of the accent. */
  set gain(gain: number) {
    this.#click.gain = gain;
  }

  /** Beats of a count-in that are left, with the one that is being counted; 0 where none is. */
  get toCount(): number {
    const count = this.#count;
    return count ? Math.max(1, count.clicks.length - count.next + Math.min(1, count.next)) : 0;
  }

  /**
   * Counts so many bars in the meter and the tempo of the place where the song stands, and from the beginning of its
   * bar up to there; then the song plays.
   */
  countIn(program: Program, bars: number): void {
    const place = this.#core.nextSample >= program.lengthSamples ? 0 : this.#core.nextSample;
    const at = Math.max(0, indexAfter(program.barSamples, place) - 1);
    const from = program.barSamples[at] ?? 0;
    const length = Math.max(block, (program.barSamples[at + 1] ?? program.lengthSamples) - from);
    const beats = beatsIn(program, from, from + length);
    const frames = bars * length + (place - from);
    // The song begins with a block: what the count lacks to whole blocks it begins later.
    const blocks = Math.ceil(frames / block);
    const late = blocks * block - frames;
    const clicks = Array.from({ length: bars + 1 }, (_, bar) =>
      beats.map((beat) => ({ frame: bar * length + beat - from, isAccent: beat === from })),
    )
      .flat()
      .filter(({ frame }) => frame < frames)
      .map(({ frame, isAccent }) => ({ frame: frame + late, isAccent }));
    this.#count = { bars, blocks, done: 0, clicks, next: 0 };
  }

  /** The song was sent to another place while it is counted in: the count begins anew. */
  recount(program: Program): void {
    if (!this.#count) return;
    const { bars } = this.#count;
    this.stop();
    this.countIn(program, bars);
  }

  /** No count-in any more, and no click that waits. */
  stop(): void {
    this.#count = undefined;
    this.#click.forget();
  }

  /** Ahead of the core's next block: starts the song where the count is over. */
  before(): void {
    const count = this.#count;
    if (!count) return;
    if (count.done === count.blocks) {
      this.#count = undefined;
      this.#core.play();
      return;
    }
    const from = count.done++ * block;
    for (; count.next < count.clicks.length; count.next++) {
      const { frame, isAccent } = count.clicks[count.next]!;
      if (frame >= from + block) break;
      this.#click.strike(frame - from + this.#core.latency, isAccent ? 'accent' : 'beat');
    }
  }

  /** After the core's block: strikes the beats that it played, and mixes in what is due. */
  after(left: Float32Array, right: Float32Array): void {
    const program = this.isOn && this.#core.playing ? this.#core.sounding : undefined;
    if (program) this.#strikeBeats(program);
    this.#click.mix(left, right);
  }

  /** Wherever the song came from, it went straight through the block's last frames. */
  #strikeBeats(program: Program): void {
    const end = this.#core.nextSample;
    const from = end - block;
    const beats = program.beatSamples;
    // The last of them is the song's end, where nothing begins.
    for (let index = indexAfter(beats, from - 1); index < beats.length - 1 && beats[index]! < end; index++) {
      const beat = beats[index]!;
      const isAccent = program.barSamples[indexAfter(program.barSamples, beat) - 1] === beat;
      this.#click.strike(beat - from + this.#core.latency, isAccent ? 'accent' : 'beat');
    }
  }
}

const beatsIn = ({ beatSamples }: Program, from: number, to: number): readonly number[] => {
  const beats = beatSamples.slice(indexAfter(beatSamples, from - 1), indexAfter(beatSamples, to - 1));
  return beats.length > 0 ? [...beats] : [from];
};
