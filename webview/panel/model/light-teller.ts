// Tells the host which tokens of the text to light up: those of the song that is heard, which may be an older one than
// that of the newest text. A light takes its way to the editor and a frame to be drawn; it is told so long before.

import type { HeardPlace } from '../../../src/engine/live/onwards.ts';
import type { Player } from '../../../src/engine/live/player.ts';
import type { Program } from '../../../src/engine/program.ts';
import type { FromPanel } from '../../../src/protocol/panel.ts';
import { SoundingNotes } from './sounding-notes.ts';

interface Known {
  readonly notes: SoundingNotes;
  readonly version: number;
}

const frameSeconds = 1 / 60;
/** A busy machine is not foreseen. */
const mostSeconds = 0.2;
/** The way until one was measured, and how many of the last count. */
const usualSeconds = 0.015;
const ways = 9;
/** Samples by which a place may come back without a jump. */
const jitter = 4800;

export class LightTeller {
  readonly #player: Pick<Player, 'heard'>;
  readonly #send: (message: FromPanel) => void;
  readonly #known = new WeakMap<Program, Known>();
  #newest: Known | undefined;
  /** What the host has lit, as a word. */
  #told = '0 ';
  #light = 0;
  #last: HeardPlace | undefined;
  #sentMs = 0;
  #waySeconds: readonly number[] = [];

  constructor(player: Pick<Player, 'heard'>, send: (message: FromPanel) => void) {
    this.#player = player;
    this.#send = send;
  }

  /** @param program  before its notes are given away */
  add(program: Program, version: number): void {
    this.#newest = { notes: new SoundingNotes(program), version };
    this.#known.set(program, this.#newest);
  }

  /** Whoever is told has forgotten. */
  again(): void {
    this.#told = '';
  }

  /** The editor has been given the light: so long is the way there and back. */
  lit(light: number): void {
    if (light !== this.#light) return;
    const seconds = (performance.now() - this.#sentMs) / 1000;
    this.#waySeconds = [...this.#waySeconds, seconds].slice(-ways);
  }

  /** A frame has come: what sounds when the next light is seen, told where it is another. */
  tell(isPlaying: boolean): void {
    const heard = isPlaying ? this.#onward(this.#player.heard(this.#leadSeconds())) : undefined;
    const known = (heard && this.#known.get(heard.program)) ?? this.#newest;
    const ids = heard && known ? known.notes.at(heard.sample) : [];
    const version = known?.version ?? 0;
    const told = `${version} ${ids}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#light += 1;
    this.#sentMs = performance.now();
    this.#send({ type: 'sounding', version, ids, light: this.#light });
  }

  /** A clock that is set right, or a shorter way, does not take a light back. */
  #onward(heard: HeardPlace | undefined): HeardPlace | undefined {
    const last = this.#last;
    const isBack =
      heard &&
      heard.program === last?.program &&
      last.sample > heard.sample &&
      last.sample - heard.sample < jitter;
    this.#last = isBack ? last : heard;
    return this.#last;
  }

  /** The way, half a frame until the editor draws, and half of one that a note may begin after this frame. */
  #leadSeconds(): number {
    const sorted = [...this.#waySeconds].sort((one, other) => one - other);
    const way = sorted[sorted.length >> 1] ?? usualSeconds;
    return Math.min(mostSeconds, way + frameSeconds);
  }
}
