// The sound of the master and of the strip that is looked at, on its way to the meters in a worker. The audio
// thread only copies: its buffers come back empty and go out full, and where none is back in time a piece is
// left out, as the meters are told.

import type { MeterPort } from './messages.ts';

/** Frames of a piece; small enough for a picture a frame, large enough to be few messages. */
export const feedFrames = 1024;
/** Left and right of the master, left and right of the watched strip. */
export const feedSides = 4;
/** Behind the sound: how many frames were left out before it, and whether a strip is watched. */
export const feedFields = 2;
const buffers = 8;

export class MeterFeed {
  readonly #port: MeterPort;
  readonly #free: Float32Array[] = [];
  #filled = 0;
  #missed = 0;
  #piece: Float32Array | undefined;

  constructor(port: MeterPort) {
    this.#port = port;
    for (let i = 0; i < buffers; i++) this.#free.push(new Float32Array(feedFrames * feedSides + feedFields));
    port.onmessage = ({ data }) => {
      if (this.#free.length < buffers) this.#free.push(new Float32Array(data));
    };
  }

  /** The next frames of the master, and the same of the watched strip where there is one. */
  add(
    left: Float32Array,
    right: Float32Array,
    watchedLeft: Float32Array | undefined,
    watchedRight: Float32Array | undefined,
  ): void {
    if (this.#filled === 0) this.#piece = this.#free.pop();
    const piece = this.#piece;
    const at = this.#filled;
    const frames = left.length;
    this.#filled += frames;
    if (piece) {
      piece.set(left, at);
      piece.set(right, feedFrames + at);
      const hasWatched = watchedLeft !== undefined && watchedLeft.length === frames;
      if (hasWatched) {
        piece.set(watchedLeft, 2 * feedFrames + at);
        piece.set(watchedRight!, 3 * feedFrames + at);
      } else piece.fill(0, 2 * feedFrames + at, 2 * feedFrames + at + frames).fill(0, 3 * feedFrames + at);
      piece[feedFrames * feedSides + 1] = hasWatched ? 1 : 0;
    }
    if (this.#filled < feedFrames) return;
    this.#filled = 0;
    if (!piece) {
      this.#missed += feedFrames;
      return;
    }
    piece[feedFrames * feedSides] = this.#missed;
    this.#missed = 0;
    this.#piece = undefined;
    this.#port.postMessage(piece, [piece.buffer as ArrayBuffer]);
  }

  close(): void {
    this.#port.onmessage = null;
    this.#port.close();
  }
}
