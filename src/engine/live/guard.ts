// The guard of an edit: what it makes louder without its notes or its mixer telling so, such as another instrument, an
// effect, a recording. It listens to the strips that an edit has changed, from where they sound, and says by what they
// are to be held down so that the song is no more than so many dB louder than it has been of late. Where the rest of the
// song grew more, it is the music that does, and nothing is held.

import { stripHead } from '../../vocabulary/layout.ts';
import type { StripName } from '../core/mixer.ts';
import type { Program } from '../program.ts';
import { changedStrips, stripKey, stripKeys } from './changed-strips.ts';
import { meterStride } from './messages.ts';
import { firstNoteFrom, startOf } from './places.ts';

/** A strip, and by what it is to be held down from now on, beside what it is held down by. */
export interface Hold {
  readonly kind: StripName;
  readonly name: string;
  readonly gain: number;
}

export interface Verdict {
  /** By how much the song would have become louder, as far as is known. */
  readonly db: number;
  readonly holds: readonly Hold[];
}

/** All times are in readings of the meters. */
const readingsASecond = 60;
const watched = 2 * readingsASecond;
/** What has been heard of late: the loudest reading of this many, and of as many before. */
const memory = 2 * readingsASecond;
/** Fewer tell nothing of a song that has just begun. */
const least = readingsASecond / 2;
/** A hold is heard in the second reading after it. */
const settling = 3;
const leastGain = 10 ** (-40 / 20);
/** A track whose echo of long ago still sounds has not begun. */
const asGoodAsNothing = 10 ** (-30 / 10);
const rmsLeft = 2;
const openSlot = stripHead.indexOf('open');
const sum = 'sum';

/** Powers: what strips give that are to be held, what the others do, how much is left for the first, what was. */
interface Excess {
  readonly strips: readonly number[];
  readonly loud: number;
  readonly others: number;
  readonly room: number;
  readonly before: number;
}

interface Loudest {
  now: number;
  before: number;
}

export class Guard {
  /** Power that may be reached, over what it has been. */
  readonly #most: number;
  /** Readings until what was held has come up. */
  readonly #ramp: number;
  readonly #loudest = new Map<string, Loudest>();
  #readings = 0;
  #keys: readonly string[] = [];
  #keysOf: Program | undefined;
  /** Of each strip at this reading, as `#keys` has them. */
  #powers = new Float64Array(0);
  #changed: ReadonlySet<string> = new Set();
  readonly #touched = new Set<string>();
  #reference: ReadonlyMap<string, number> = new Map();
  #left = 0;
  #rest = 0;
  /** What has been held so far since the edit sounds, as gain, and by how much the song would be louder. */
  #held = 1;
  #db = 0;
  /** Since the first hold. */
  #since = 0;

  /**
   * @param mostDb   what an edit may do at once
   * @param seconds  over which what is held comes up
   */
  constructor(mostDb: number, seconds: number) {
    this.#most = 10 ** (mostDb / 10);
    this.#ramp = seconds * readingsASecond;
  }

  /** A hand is on a strip: it has heard what it does there. */
  touch(kind: StripName, name: string): void {
    this.#touched.add(stripKey(kind, name));
  }

  /** An edit is there; its mixer is heard from here on, its notes from `arrive` on. `at` in samples of `old`. */
  watch(old: Program, next: Program, at: number): void {
    const changed = [...changedStrips(old, next)].filter((key) => !this.#touched.has(key));
    this.#touched.clear();
    const isComing = (key: string): boolean => this.#loudestOf(key) < this.#loudestOf(sum) * asGoodAsNothing;
    // How loud a track is that enters just now, as it would have without the edit, nobody knows.
    this.#changed = new Set(
      changed.filter((key) => !(isComing(key) && hasNotes(old, key, at, at + 2 * old.sampleRate))),
    );
    this.arrive();
  }

  /** What was waiting sounds from here on. */
  arrive(): void {
    this.#left = 0;
    if (this.#changed.size === 0 || this.#readings < least) return;
    this.#left = watched;
    this.#rest = 0;
    this.#held = 1;
    this.#db = 0;
    this.#since = 0;
    this.#reference = new Map([...this.#loudest.keys()].map((key) => [key, this.#loudestOf(key)]));
  }

  /** The song goes on from another place: what is louder there is not the edit's. */
  forget(): void {
    this.#left = 0;
  }

  /**
   * The meters were read: `meterStride` values a strip, of the song that sounds. Allocates only within two seconds of
   * an edit, and when the song is another one: this is the audio thread.
   */
  hear(program: Program, meters: Float32Array): Verdict | undefined {
    if (this.#keysOf !== program) {
      this.#keysOf = program;
      this.#keys = stripKeys(program);
      this.#powers = new Float64Array(this.#keys.length);
    }
    const keys = this.#keys;
    const powers = this.#powers;
    for (let index = 0; index < keys.length; index++) powers[index] = powerAt(meters, index);
    const verdict = this.#left === 0 ? undefined : this.#judge(program, powers);
    this.#readings += 1;
    if (this.#readings % memory === 0) this.#loudest.forEach(turn);
    let all = 0;
    for (let index = 0; index < keys.length; index++) {
      this.#remember(keys[index]!, powers[index]!);
      if (index < keys.length - 1) all += powers[index]!;
    }
    this.#remember(sum, all);
    return verdict;
  }

  #judge(program: Program, powers: Float64Array): Verdict | undefined {
    this.#left -= 1;
    if (this.#held < 1) this.#since += 1;
    if (this.#rest > 0) {
      this.#rest -= 1;
      return undefined;
    }
    const before = this.#reference.get(sum) ?? 0;
    if (before === 0) return undefined;
    // What comes up again is meant to.
    const most = this.#most / this.#held ** (2 * (this.#since / this.#ramp));
    const strips = this.#keys.map((key, index) => ({
      key,
      index,
      power: powers[index]!,
      was: this.#reference.get(key) ?? 0,
    }));
    const [all, master] = [strips.slice(0, -1), strips.at(-1)!];
    const now = total(all.map(({ power }) => power));
    if (now > most * before) {
      const isHeld = ({ key, power, was }: (typeof all)[number]): boolean =>
        power > was && this.#changed.has(key);
      const grown = (some: typeof all): number =>
        total(some.map(({ power, was }) => Math.max(0, power - was)));
      const held = all.filter(isHeld);
      if (grown(held) < grown(all.filter((strip) => !held.includes(strip)))) return undefined;
      const loud = total(held.map(({ power }) => power));
      const room = Math.max(
        most * before - (now - loud),
        total(held.map(({ was }) => Math.min(was, before))),
      );
      return this.#hold(program, {
        strips: held.map(({ index }) => index),
        loud,
        others: now - loud,
        room,
        before,
      });
    }
    if (this.#changed.has(master.key) && master.was > 0 && master.power > most * master.was)
      return this.#hold(program, {
        strips: [master.index],
        loud: master.power,
        others: 0,
        room: most * master.was,
        before: master.was,
      });
    return undefined;
  }

  #hold(program: Program, { strips, loud, others, room, before }: Excess): Verdict {
    this.#rest = settling;
    const still = this.#held ** (1 - this.#since / this.#ramp);
    this.#db = Math.max(this.#db, 10 * Math.log10((others + loud / still ** 2) / before));
    const gain = Math.max(leastGain, Math.min(1, Math.sqrt(room / loud)));
    this.#held *= gain;
    return { db: this.#db, holds: strips.map((index) => ({ ...stripAt(program, index), gain })) };
  }

  #remember(key: string, power: number): void {
    const loudest = this.#loudest.get(key);
    if (loudest) loudest.now = Math.max(loudest.now, power);
    else this.#loudest.set(key, { now: power, before: 0 });
  }

  #loudestOf(key: string): number {
    const { now = 0, before = 0 } = this.#loudest.get(key) ?? {};
    return Math.max(now, before);
  }
}

function turn(loudest: Loudest): void {
  loudest.before = loudest.now;
  loudest.now = 0;
}

function powerAt(meters: Float32Array, index: number): number {
  const at = index * meterStride + rmsLeft;
  return (meters[at]! ** 2 + meters[at + 1]! ** 2) / 2;
}

function stripAt({ tracks, buses }: Program, index: number): Pick<Hold, 'kind' | 'name'> {
  const track = tracks[index];
  if (track) return { kind: 'track', name: track.name };
  const bus = buses[index - tracks.length];
  return bus ? { kind: 'bus', name: bus.name } : { kind: 'master', name: '' };
}

/** Whether an open track has notes that begin between two samples. */
function hasNotes({ tracks }: Program, key: string, from: number, to: number): boolean {
  const track = tracks.find(({ name }) => stripKey('track', name) === key);
  if (!track || track.strip[openSlot] === 0) return false;
  const first = firstNoteFrom(track, from);
  return first < track.eventCount && startOf(track, first) < to;
}

const total = (powers: readonly number[]): number => powers.reduce((all, power) => all + power, 0);
