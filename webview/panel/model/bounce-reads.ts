// Asks the host for sound of bounces, and gives each answer to who asked for it.

import type { FromPanel, ToPanel } from '../../../src/protocol/panel.ts';

type Channels = readonly Float32Array<ArrayBuffer>[];

export class BounceReads {
  readonly #send: (message: FromPanel) => void;
  readonly #waiting = new Map<string, (channels: Channels) => void>();

  constructor(send: (message: FromPanel) => void) {
    this.#send = send;
  }

  /** Resolves with no channels where the host has no such sound any more. */
  read = (bounce: number, from: number, count: number): Promise<Channels> =>
    new Promise((resolve) => {
      this.#waiting.set(`${bounce} ${from}`, resolve);
      this.#send({ type: 'readBounce', bounce, from, count });
    });

  heard({ bounce, from, channels }: Extract<ToPanel, { type: 'bounceSound' }>): void {
    const place = `${bounce} ${from}`;
    // A message is cloned: its buffers are nobody else's.
    this.#waiting.get(place)?.(channels as Channels);
    this.#waiting.delete(place);
  }
}
