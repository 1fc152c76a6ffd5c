// Lights that the panel has told ahead, each given to the editor when it is due: so a way that takes long now and then, or a
// page that is busy, makes none of them late. The panel's clock is another one than the host's, on another machine perhaps:
// the quickest message of the last ones says by how much they differ, as nearly as it has to be known.

import type { FromPanel } from '../protocol/panel.ts';
import type { Clock } from './host.ts';

type Light = Extract<FromPanel, { type: 'sounding' }>;

interface Due {
  /** By the panel's clock. */
  readonly dueMs: number;
  readonly callOff: () => void;
}

/** Messages that say how far apart the clocks are. */
const mostWays = 64;
/** So far ahead nothing is known, whatever a panel says. */
const mostAheadMs = 2000;

export class DueLights {
  readonly #clock: Clock;
  readonly #give: (light: Light) => void;
  #ways: readonly number[] = [];
  #due: readonly Due[] = [];

  /** @param give  is given each light when it is due, in their order */
  constructor(clock: Clock, give: (light: Light) => void) {
    this.#clock = clock;
    this.#give = give;
  }

  tell(light: Light): void {
    const now = this.#clock.now();
    this.#ways = [...this.#ways, now - light.toldMs].slice(-mostWays);
    const wait = light.dueMs + Math.min(...this.#ways) - now;
    if (wait <= 0) {
      this.#callOff(this.#due);
      this.#due = [];
      this.#give(light);
      return;
    }
    // What was told before for this moment and later is not so any more.
    this.#callOff(this.#due.filter(({ dueMs }) => dueMs >= light.dueMs));
    const due: Due = {
      dueMs: light.dueMs,
      callOff: this.#clock.after(Math.min(mostAheadMs, wait), () => {
        this.#due = this.#due.filter((one) => one !== due);
        this.#give(light);
      }),
    };
    this.#due = [...this.#due.filter(({ dueMs }) => dueMs < light.dueMs), due];
  }

  /** The panel begins anew, or is gone. */
  forget(): void {
    this.#callOff(this.#due);
    this.#due = [];
    this.#ways = [];
  }

  #callOff(lights: readonly Due[]): void {
    for (const { callOff } of lights) callOff();
  }
}
