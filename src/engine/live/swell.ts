// The swell: after an edit that would make the song more than 6 dB louder, the strips that have grown come up over some
// seconds instead of at once, from what was foreseen and from what was heard. It moves the `open` of their strips, which
// neither a fader nor a lane has a hand on.

import { stripHead } from '../../vocabulary/layout.ts';
import type { Core } from '../core/core.ts';
import type { StripName } from '../core/mixer.ts';
import type { Program } from '../program.ts';
import type { Verdict } from './guard.ts';
import type { Rise } from './rise.ts';

/** As LIV2 has it. */
export const mostRiseDb = 6;
export const swellSeconds = 4;
/** What was heard is told when it is known how much it is. */
const knownSeconds = 0.3;
const openSlot = stripHead.indexOf('open');

interface Held {
  readonly kind: StripName;
  readonly name: string;
  /** Until the new notes sound, and from there on. */
  readonly mixer: number;
  readonly whole: number;
  /** Since it comes up; undefined while the notes wait for their bar. */
  frames: number | undefined;
}

/** Strips that come up together, and by how many dB the song would have jumped; 0 when none does. */
interface Ramp {
  readonly held: readonly Held[];
  readonly db: number;
}

const none: Ramp = { held: [], db: 0 };

export class Swell {
  readonly #core: Core;
  #foreseen = none;
  #heard = none;

  constructor(core: Core) {
    this.#core = core;
  }

  /** By how many dB the song would have jumped; 0 when no swell runs. */
  get db(): number {
    const isKnown = this.#heard.held.some(({ frames = 0 }) => frames > knownSeconds * this.#core.sampleRate);
    return Math.max(this.#foreseen.db, isKnown ? this.#heard.db : 0);
  }

  /** Gain that a track is held down by, as was foreseen. */
  gainOf = (track: string): number => {
    const held = this.#foreseen.held.find(({ kind, name }) => kind === 'track' && name === track);
    return held ? this.#gain(held) : 1;
  };

  /** Holds down what has grown in `program`, if the edit is one that jumps; what was held so far for that is let go. */
  begin(program: Program, rise: Rise): void {
    const before = this.#foreseen.held;
    this.#foreseen = none;
    if (rise.db > mostRiseDb)
      this.#foreseen = {
        db: rise.db,
        held: program.tracks
          .map(({ name }, index) => ({
            kind: 'track' as const,
            name,
            ...rise.tracks[index]!,
            frames: undefined,
          }))
          .filter(({ mixer, whole }) => mixer < 0.99 || whole < 0.99),
      };
    this.#write(program, before);
  }

  /** What was heard is too loud: holds those strips down from now on, beside what holds them already. */
  hold(program: Program, { db, holds }: Verdict): void {
    const others = this.#heard.held.filter(
      ({ kind, name }) => !holds.some((hold) => hold.kind === kind && hold.name === name),
    );
    const held = holds.map(({ kind, name, gain }): Held => {
      const before = this.#heard.held.find((one) => one.kind === kind && one.name === name);
      const whole = gain * (before?.whole ?? 1);
      return { kind, name, mixer: whole, whole, frames: before?.frames ?? 0 };
    });
    this.#heard = { db, held: [...others, ...held] };
    this.#write(program);
  }

  /** A hand has taken the strip's mute or solo: it is the hand's. */
  release(strip: StripName, of: string): void {
    const without = (ramp: Ramp): Ramp => {
      const held = ramp.held.filter(({ kind, name }) => kind !== strip || name !== of);
      return held.length > 0 ? { ...ramp, held } : none;
    };
    this.#foreseen = without(this.#foreseen);
    this.#heard = without(this.#heard);
  }

  /** The next frames are rendered: goes on from where the new notes began. */
  step(program: Program | undefined, frames: number): void {
    if (!program || this.#foreseen.held.length + this.#heard.held.length === 0) return;
    const isWaiting = this.#core.waits.song;
    const all = [...this.#foreseen.held, ...this.#heard.held];
    for (const held of all) {
      if (held.frames === undefined && isWaiting) continue;
      held.frames = (held.frames ?? 0) + frames;
    }
    this.#write(program);
    const going = (ramp: Ramp): Ramp => {
      const held = ramp.held.filter((one) => (one.frames ?? 0) < swellSeconds * this.#core.sampleRate);
      return held.length > 0 ? { ...ramp, held } : none;
    };
    this.#foreseen = going(this.#foreseen);
    this.#heard = going(this.#heard);
  }

  /** @param free  strips that are held no more, unless they are held anew */
  #write(program: Program, free: readonly Held[] = []): void {
    for (const { kind, name } of [...free, ...this.#foreseen.held, ...this.#heard.held])
      this.#open(program, kind, name);
  }

  /** In a straight line of dB. */
  #gain({ mixer, whole, frames }: Held): number {
    if (frames === undefined) return mixer;
    const left = Math.max(0, 1 - frames / (swellSeconds * this.#core.sampleRate));
    return whole ** left;
  }

  #open(program: Program, strip: StripName, of: string): void {
    const strips = strip === 'track' ? program.tracks : program.buses;
    const index = strip === 'master' ? 0 : strips.findIndex(({ name }) => name === of);
    if (index < 0) return;
    const open = (strip === 'master' ? program.master : strips[index]!).strip[openSlot] ?? 0;
    const gains = [...this.#foreseen.held, ...this.#heard.held]
      .filter(({ kind, name }) => kind === strip && name === of)
      .map((held) => this.#gain(held));
    this.#core.settings.setStrip(strip, index, openSlot, open * Math.min(1, ...gains));
  }
}
