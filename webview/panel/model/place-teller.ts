// Tells the host where the song stands, and whether it plays, each time that this is another.

import type { FromPanel } from '../../../src/protocol/panel.ts';

export class PlaceTeller {
  readonly #send: (message: FromPanel) => void;
  #told = '';

  constructor(send: (message: FromPanel) => void) {
    this.#send = send;
  }

  /** Bar and beat from 1. */
  tell(playing: boolean, bar: number, beat: number): void {
    const told = `${playing} ${bar} ${beat}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#send({ type: 'transportChanged', playing, bar, beat });
  }
}
