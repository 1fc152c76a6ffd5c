// Settings as a hand moves them while a song plays: they travel in the core at once, and come back as text later.
// While a hand holds one, the lane that moves it is silent. What the song does not have, and what is no number, is left
// alone.

import { effects } from '../../vocabulary/effects.ts';
import { stripSlots } from '../../vocabulary/layout.ts';
import { laneParts, limits } from '../program.ts';
import type { Exports } from './exports.ts';
import { kinds, type SenderName, type StripName, sendSlot } from './mixer.ts';
import type { Standing } from './standing.ts';

/** Whether a hand is on the setting now: then it counts, and no lane. */
export interface Held {
  readonly isHeld?: boolean;
}

export class LiveSettings {
  readonly #core: Exports;
  readonly #song: Standing;

  constructor(core: Exports, song: Standing) {
    this.#core = core;
    this.#song = song;
  }

  /** One setting of a strip, as a fader is dragged. `slot` as the layout has it; the value travels there. */
  setStrip(kind: StripName, index: number, slot: number, value: number, { isHeld = false }: Held = {}): void {
    const place = this.#song.placeOf(kind, index);
    const slots = stripSlots(kind).length;
    if (place === undefined || !isFor(slots, slot, value)) return;
    this.#hold('strip', kind, place, 0, slot, isHeld);
    this.#floats(this.#core.stripTargets(kinds[kind], place), slots)[slot] = value;
    this.#core.moveStrip(kinds[kind], place);
  }

  /** Linear gain from a track or a bus to a bus: before its fader where the song takes it there. */
  setSend(kind: SenderName, index: number, bus: number, gain: number, { isHeld = false }: Held = {}): void {
    const { program, places } = this.#song;
    const from = places[kind].of[index];
    const strips = kind === 'track' ? program?.tracks : program?.buses;
    const slot = sendSlot(strips?.[index]?.sends, bus, places);
    if (from === undefined || slot === undefined || !Number.isFinite(gain)) return;
    this.#hold('send', kind, from, bus, slot, isHeld);
    this.#floats(this.#core.sendTargets(kinds[kind], from), limits.buses * 2)[slot] = gain;
    this.#core.moveStrip(kinds[kind], from);
  }

  /** One setting of an effect, as its control is dragged. `insert` counts the effects of the program's chain. */
  setInsert(
    kind: StripName,
    index: number,
    insert: number,
    slot: number,
    value: number,
    { isHeld = false }: Held = {},
  ): void {
    const place = this.#song.placeOf(kind, index);
    const effect = this.#song.stripAt(kind, index)?.inserts[insert]?.effect;
    const slots = effect === undefined ? 0 : effects[effect]!.parameters.length;
    if (place === undefined || !isFor(slots, slot, value)) return;
    const at = this.#core.insertTargets(kinds[kind], place, insert);
    if (at === 0) return;
    this.#hold('insert', kind, place, insert, slot, isHeld);
    this.#floats(at, slots)[slot] = value;
    this.#core.moveStrip(kinds[kind], place);
  }

  /** One parameter of the instrument that a track plays, as its control is dragged; words stay as they are. */
  setInstrument(index: number, slot: number, value: number, { isHeld = false }: Held = {}): void {
    const place = this.#song.placeOf('track', index);
    if (place === undefined || !isFor(limits.parameters, slot, value)) return;
    this.#hold('instrument', 'track', place, 0, slot, isHeld);
    this.#floats(this.#core.liveParameters(place), limits.parameters)[slot] = value;
    this.#core.moveInstrument(place);
  }

  #hold(
    part: (typeof laneParts)[number],
    kind: StripName,
    place: number,
    of: number,
    slot: number,
    isHeld: boolean,
  ): void {
    this.#core.holdLane(laneParts.indexOf(part), kinds[kind], place, of, slot, isHeld ? 1 : 0);
  }

  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#core.memory.buffer, address, length);
  }
}

const isFor = (slots: number, slot: number, value: number): boolean =>
  Number.isFinite(value) && slot >= 0 && slot < slots;
