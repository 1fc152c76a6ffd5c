// What the panel shows of the editor's cursor: the pattern there as notes, and the bar in which it sounds. Each is sent
// when it is another one.

import type { Reading } from '../languages/language.ts';
import type { ToPanel } from '../protocol/panel.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { soundingBarAt } from './at-cursor.ts';
import { rollAt } from './roll-at.ts';

export class CursorViews {
  readonly #send: (message: ToPanel) => void;
  #offset: number | undefined;
  /** The bar that the panel has. */
  #bar: number | undefined;
  /** The roll that the panel has, as text. */
  #roll = '';

  constructor(send: (message: ToPanel) => void) {
    this.#send = send;
  }

  /** The text around the cursor has changed. */
  typed(reading: Reading, version: number): void {
    if (this.#offset === undefined) return;
    const roll = rollAt(reading, this.#offset);
    const told = JSON.stringify(roll) ?? '';
    if (told === this.#roll) return;
    this.#roll = told;
    this.#send({ type: 'roll', version, ...(roll && { roll }) });
  }

  moved(offset: number, reading: Reading, timeline: Timeline, version: number): void {
    this.#offset = offset;
    this.typed(reading, version);
    const bar = soundingBarAt(reading, timeline, offset);
    if (bar === this.#bar) return;
    this.#bar = bar;
    this.#send({ type: 'cursor', ...(bar !== undefined && { bar }) });
  }

  /** The panel is a new one. */
  again(reading: Reading, timeline: Timeline, version: number): void {
    this.#roll = '';
    this.#bar = undefined;
    if (this.#offset !== undefined) this.moved(this.#offset, reading, timeline, version);
  }
}
