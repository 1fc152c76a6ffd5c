// How busy the audio thread is with the song: what share of the time that a block lasts it takes to make it. An
// audio thread's clock may tell no more than whole milliseconds; added up over a second that evens out.

export class Load {
  /** 0 to 1, of the last whole second: 1 is as long as it lasts, and more is heard as gaps. */
  share = 0;

  readonly #now: () => number;
  readonly #secondFrames: number;
  #began = 0;
  #busyMs = 0;
  #frames = 0;

  /** @param now  milliseconds of any clock */
  constructor(now: () => number, sampleRate: number) {
    this.#now = now;
    this.#secondFrames = sampleRate;
  }

  begin(): void {
    this.#began = this.#now();
  }

  /** @param frames  that were made since `begin` */
  end(frames: number): void {
    // A clock that is put back meanwhile is no work.
    this.#busyMs += Math.max(0, this.#now() - this.#began);
    this.#frames += frames;
    if (this.#frames < this.#secondFrames) return;
    this.share = (this.#busyMs * this.#secondFrames) / (1000 * this.#frames);
    this.#busyMs = 0;
    this.#frames = 0;
  }
}
