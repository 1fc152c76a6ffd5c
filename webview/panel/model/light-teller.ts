// Tells the host which tokens of the text are to be lit, and when: those of the song that is heard, which may be an older one
// than that of the newest text. They are told ahead, so that neither a busy page nor a way that takes long now and then makes
// a light late; what turns out otherwise (a stop, a jump, a swap that was asked for) is told anew from there on.

import type { HeardPlace } from '../../../src/engine/live/onwards.ts';
import type { Player } from '../../../src/engine/live/player.ts';
import type { Program } from '../../../src/engine/program.ts';
import type { FromPanel } from '../../../src/protocol/panel.ts';
import { SoundingNotes } from './sounding-notes.ts';

interface Known {
  readonly notes: SoundingNotes;
  readonly version: number;
  readonly rate: number;
}

/** So much more than their way lights are told ahead. */
const aheadSeconds = 0.25;
/** How closely the moment of a light is looked for. */
const stepSeconds = 0.004;
const frameSeconds = 1 / 60;
/** A busy machine is not foreseen. */
const mostSeconds = 0.2;
/** The way until one was measured, and how many of the last count. */
const usualSeconds = 0.015;
const ways = 9;
/** More than are told ahead of any music that an eye can follow. */
const mostTold = 64;
/** Samples by which a place may come back, or lie elsewhere than foreseen, without a jump. */
const jitter = 4800;

export class LightTeller {
  readonly #player: Pick<Player, 'heard'>;
  readonly #send: (message: FromPanel) => void;
  readonly #known = new WeakMap<Program, Known>();
  #newest: Known | undefined;
  /** What the host was told, as words, and when it is due. */
  #told: readonly { readonly due: number; readonly word: string }[] = [];
  #light = 0;
  /** The place that was told of last, and when it is heard, in seconds of the page's clock. */
  #last: { readonly place: HeardPlace; readonly at: number } | undefined;
  #sentSeconds = 0;
  #waySeconds: readonly number[] = [];

  constructor(player: Pick<Player, 'heard'>, send: (message: FromPanel) => void) {
    this.#player = player;
    this.#send = send;
  }

  /** @param program  before its notes are given away */
  add(program: Program, version: number): void {
    this.#newest = { notes: new SoundingNotes(program), version, rate: program.sampleRate };
    this.#known.set(program, this.#newest);
  }

  /** Whoever is told has forgotten. */
  again(): void {
    this.#told = [];
    this.#last = undefined;
  }

  /** The host has been told of the light: so long is the way there and back. */
  lit(light: number): void {
    if (light !== this.#light) return;
    this.#waySeconds = [...this.#waySeconds, secondsNow() - this.#sentSeconds].slice(-ways);
  }

  /** A frame has come: tells what sounds from the end of what was told on. */
  tell(isPlaying: boolean): void {
    if (isPlaying) this.#tellAhead(secondsNow());
    else this.#tellSilence(secondsNow());
  }

  #tellAhead(now: number): void {
    const lead = this.#leadSeconds();
    const until = now + lead + aheadSeconds;
    if (!this.#isAsForeseen(until, now)) this.#last = undefined;
    for (let at = Math.max(now + lead, (this.#last?.at ?? 0) + stepSeconds); at <= until; at += stepSeconds) {
      const place = this.#onward(this.#player.heard(at - now));
      if (!place) return;
      this.#last = { place, at };
      const known = this.#known.get(place.program) ?? this.#newest;
      this.#say(known?.notes.at(place.sample) ?? [], known?.version ?? 0, at - lead, now);
    }
  }

  /** Also what was told ahead is called off. */
  #tellSilence(now: number): void {
    this.#last = undefined;
    this.#say([], this.#newest?.version ?? 0, now, now);
  }

  #say(ids: readonly number[], version: number, due: number, now: number): void {
    // Whatever version is silent, it is silent.
    const word = ids.length === 0 ? '' : `${version} ${ids}`;
    const before = this.#told.filter((told) => told.due < due);
    const isKnown = word === (before.at(-1)?.word ?? '') && before.length === this.#told.length;
    if (isKnown) return;
    this.#told = [...before, { due, word }].slice(-mostTold);
    this.#light += 1;
    this.#sentSeconds = secondsNow();
    const times = { toldMs: now * 1000, dueMs: due * 1000 };
    this.#send({ type: 'sounding', version, ids, light: this.#light, ...times });
  }

  #isAsForeseen(until: number, now: number): boolean {
    if (!this.#last) return true;
    const { place, at } = this.#last;
    const heard = this.#player.heard(until - now);
    const rate = this.#known.get(place.program)?.rate ?? 0;
    return (
      heard?.program === place.program && Math.abs(heard.sample - place.sample - (until - at) * rate) < jitter
    );
  }

  /** A clock that is set right does not take a light back. */
  #onward(heard: HeardPlace | undefined): HeardPlace | undefined {
    const last = this.#last?.place;
    const isBack =
      heard &&
      heard.program === last?.program &&
      last.sample > heard.sample &&
      last.sample - heard.sample < jitter;
    return isBack ? last : heard;
  }

  /** The way, and a frame: half of one until the editor draws, the other half for an editor that is busy. */
  #leadSeconds(): number {
    const sorted = [...this.#waySeconds].sort((one, other) => one - other);
    const way = sorted[sorted.length >> 1] ?? usualSeconds;
    return Math.min(mostSeconds, way + frameSeconds);
  }
}

const secondsNow = (): number => performance.now() / 1000;
