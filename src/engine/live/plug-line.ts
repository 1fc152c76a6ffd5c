// Where the song stands on the context's line of time, as far ahead as its plugs have been told their notes:
// stretches that follow each other through loops and changes of the song. Pure.

/** So many frames of the context from `frame` on play the song from `sample` on. */
export interface Stretch {
  readonly frame: number;
  readonly sample: number;
  readonly length: number;
}

export interface LineEnds {
  readonly loop: { readonly from: number; readonly to: number } | undefined;
  /** The sample at which another version of the song begins. */
  readonly swap: number | undefined;
  readonly songEnd: number;
}

export class PlugLine {
  #stretches: Stretch[] = [];
  #frame = 0;
  #sample = 0;

  /** The song stands, or is to stand, at `sample` when the context stands at `frame`. */
  constructor(frame: number, sample: number) {
    this.#frame = frame;
    this.#sample = sample;
  }

  /** The first frame that nobody was told of yet. */
  get frame(): number {
    return this.#frame;
  }

  /** Where the song is at a frame that was told of; undefined for another. */
  sampleAt(frame: number): number | undefined {
    // The end of what was told is a place as well.
    if (frame === this.#frame) return this.#sample;
    const stretch = this.#stretches.find((one) => frame >= one.frame && frame < one.frame + one.length);
    return stretch && stretch.sample + (frame - stretch.frame);
  }

  /** The next stretch up to `frame`, and what stands at its end; undefined where all is told. */
  next(frame: number, { loop, swap, songEnd }: LineEnds): { stretch: Stretch; loops: boolean } | undefined {
    if (this.#frame >= frame || this.#sample >= songEnd) return undefined;
    const loopEnd = loop && this.#sample < loop.to ? loop.to : undefined;
    const ends = [songEnd, loopEnd, swap !== undefined && swap > this.#sample ? swap : undefined].filter(
      (end) => end !== undefined,
    );
    const end = Math.min(this.#sample + (frame - this.#frame), ...ends);
    const stretch = { frame: this.#frame, sample: this.#sample, length: end - this.#sample };
    this.#frame += stretch.length;
    const loops = loop !== undefined && end === loop.to;
    this.#sample = loops ? loop.from : end;
    this.#stretches = [...this.#stretches.slice(-31), stretch];
    return { stretch, loops };
  }
}
