// The desk: what the controls show and what is done when one moves. While a hand holds a control it is
// heard at once; on release the host is told once, and the control stays until the text says the same.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Held } from '../../../src/engine/core/live-settings.ts';
import type { FromPanel } from '../../../src/protocol/panel.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Control } from './control.ts';
import { controlsOf, written } from './controls.ts';
import { type Heard, heard } from './hearing.ts';
import * as intents from './intents.ts';

/** What the desk needs of the live engine. */
export interface Sounding {
  setStrip(kind: Control['strip'], index: number, slot: number, value: number, held: Held): void;
  setSend(kind: 'track' | 'bus', index: number, bus: number, gain: number, held: Held): void;
  setInsert(
    kind: Control['strip'],
    index: number,
    insert: number,
    slot: number,
    value: number,
    held: Held,
  ): void;
  setInstrument(index: number, slot: number, value: number, held: Held): void;
}

/** Who else follows a hand on the controls. */
export interface Hand {
  moved(control: Control, value: number): void;
  /** Whether the move was recorded, and so is not the control's own value. */
  released(path: string): boolean;
  cancelled(path: string): void;
}

const noHand: Hand = { moved: () => {}, released: () => false, cancelled: () => {} };

export class Desk {
  readonly #send: (message: FromPanel) => void;
  readonly #sounding: Sounding;
  readonly #hand: Hand;
  readonly #moved = signal<ReadonlyMap<string, number>>(new Map());
  readonly #controls = signal<ReadonlyMap<string, Control>>(new Map());
  readonly #hands = new Set<string>();
  /** Paths that a gesture writes, and the version that it was made against. */
  readonly #written = new Map<string, number>();
  #intents = intents.noIntents;
  #song: PanelSong | undefined;

  constructor(send: (message: FromPanel) => void, sounding: Sounding, hand: Hand = noHand) {
    this.#hand = hand;
    this.#send = send;
    this.#sounding = sounding;
  }

  /** What the control at `path` shows; reading it in a component follows it. */
  valueAt = (path: string): number =>
    this.#moved.value.get(path) ?? this.#controls.value.get(path)?.value ?? 0;

  /** Whether the control shows what the text does not say yet. */
  isAhead(path: string): boolean {
    return this.#moved.value.has(path);
  }

  /** The newest version of the text that is known here. */
  get version(): number {
    return this.#intents.version;
  }

  get controls(): ReadonlySignal<ReadonlyMap<string, Control>> {
    return this.#controls;
  }

  /** Why the control can't be moved, where code makes its value. */
  lockAt = (path: string): string | undefined => this.#controls.value.get(path)?.lock?.reason;

  /** Shows the code that makes the value of a locked control. */
  showLock(path: string): void {
    const lock = this.#controls.value.get(path)?.lock;
    if (lock) this.#send({ type: 'reveal', from: lock.from, to: lock.to });
  }

  /** A hand moves a control; one that code sets stays where it is. */
  move(path: string, value: number): void {
    if (this.lockAt(path) !== undefined) return;
    this.#hands.add(path);
    this.#moved.value = new Map(this.#moved.value).set(path, value);
    this.#hear(path);
    const control = this.#controls.value.get(path);
    if (control) this.#hand.moved(control, value);
  }

  /** The hand lets go: one intent, where the value is another than the text's. */
  release(path: string): void {
    this.#hands.delete(path);
    const control = this.#controls.value.get(path);
    const value = this.#moved.value.get(path);
    if (!control || value === undefined) return;
    if (this.#hand.released(path)) {
      // Heard as it was left, until the text has come back with its lane.
      this.#written.set(path, this.version);
      this.#settle();
      return;
    }
    const open = intents.openAt(this.#intents, path);
    if (written(control, value) === (open?.value ?? written(control, control.value))) {
      this.#settle();
      return;
    }
    this.#take(intents.released(this.#intents, path, written(control, value)));
  }

  /** Words that are no number here, such as a note value: the text takes them, or says why not. */
  write(path: string, value: string): boolean {
    const control = this.#controls.value.get(path);
    if (!control || control.lock || control.setting?.parameter.kind !== 'number') return false;
    if (!control.setting.parameter.noteValues || !/^\d+\/\d+$/.test(value.trim())) return false;
    this.#take(intents.released(this.#intents, path, value.trim()));
    return true;
  }

  /** A hand lets go of several controls that one gesture writes: they stay until the text has come back. */
  handOver(paths: readonly string[]): void {
    for (const path of paths) {
      this.#hands.delete(path);
      this.#written.set(path, this.version);
    }
    this.#settle();
  }

  /** The gesture was refused: back to what the text says. */
  takeBack(): void {
    this.#written.clear();
    this.#settle();
  }

  /** The hand lets go without meaning it (Escape): back to what was. */
  cancel(path: string): void {
    this.#hands.delete(path);
    this.#hand.cancelled(path);
    this.#settle();
  }

  /** The sound has just begun: what is ahead of the text has not been heard there yet. */
  hearAll(): void {
    for (const path of this.#moved.value.keys()) this.#hear(path);
  }

  accepted(request: number): void {
    this.#take(intents.accepted(this.#intents, request));
  }

  refused(request: number, stale: boolean): void {
    this.#take(intents.refused(this.#intents, request, stale));
  }

  /** A new version of the text; `song` where it is a good one. */
  arrived(version: number, song: PanelSong | undefined): void {
    if (song) {
      this.#song = song;
      this.#controls.value = controlsOf(song);
      for (const [path, before] of this.#written) if (version > before) this.#written.delete(path);
    }
    const says = (path: string): string | undefined => {
      const control = this.#controls.value.get(path);
      return song && control ? written(control, control.value) : undefined;
    };
    this.#take(intents.arrived(this.#intents, version, says));
    // The new program carries the text's values: what is ahead of the text must be heard on.
    if (song) this.hearAll();
  }

  #take(step: intents.Step): void {
    this.#intents = step.intents;
    this.#settle();
    for (const message of step.send) this.#send(message);
  }

  /** Controls that neither a hand holds nor an intent keeps go back to the text. */
  #settle(): void {
    const kept = new Map(
      [...this.#moved.value].filter(
        ([path]) =>
          this.#controls.value.has(path) &&
          (this.#hands.has(path) || this.#written.has(path) || intents.openAt(this.#intents, path)),
      ),
    );
    const back = [...this.#moved.value.keys()].filter((path) => !kept.has(path));
    if (back.length === 0) return;
    this.#moved.value = kept;
    for (const path of back) this.#hear(path);
  }

  #hear(path: string): void {
    const control = this.#controls.value.get(path);
    if (!control || !this.#song) return;
    // What is ahead of the text counts before what a lane says.
    const held: Held = { isHeld: this.isAhead(path) };
    for (const move of heard(this.#song, control, this.valueAt)) hear(this.#sounding, move, held);
  }
}

function hear(sounding: Sounding, move: Heard, held: Held): void {
  switch (move.do) {
    case 'strip':
      sounding.setStrip(move.kind, move.index, move.slot, move.value, held);
      break;
    case 'send':
      sounding.setSend(move.kind, move.index, move.bus, move.gain, held);
      break;
    case 'insert':
      sounding.setInsert(move.kind, move.index, move.insert, move.slot, move.value, held);
      break;
    case 'instrument':
      sounding.setInstrument(move.index, move.slot, move.value, held);
  }
}
