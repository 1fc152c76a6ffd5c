// Where the song is sent: to a place, a bar line, a section; and the section that goes round. Knows no messages and no
// sound beyond the player that it tells.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Player } from '../../../src/engine/live/player.ts';
import type { PanelSection, PanelSong } from '../../../src/protocol/song-view.ts';
import { barAt, barsAt, secondsAt, sectionAt } from './places.ts';

/** What is sent there: the panel. */
interface Sent {
  readonly song: ReadonlySignal<PanelSong | undefined>;
  /** Seconds of the song that are heard now. */
  readonly seconds: ReadonlySignal<number>;
  /** Index of the section that sounds; -1 outside of all. */
  readonly section: ReadonlySignal<number>;
  readonly player: Pick<Player, 'seek' | 'setLoop'>;
  /** Samples a second of the program. */
  readonly rate: number;
}

export class Locators {
  /** Index of the section that repeats. */
  readonly loop = signal<number | undefined>(undefined);
  readonly #panel: Sent;
  readonly #moved: () => void;

  constructor(panel: Sent, moved: () => void) {
    this.#panel = panel;
    this.#moved = moved;
  }

  /** The section that repeats. */
  get looped(): PanelSection | undefined {
    return this.loop.value === undefined ? undefined : this.#panel.song.value?.sections[this.loop.value];
  }

  toStart = (): void => this.seekSeconds(0);

  /** @param bars  place in the song, in bars from 0, such as 4.5 */
  seekBars = (bars: number): void => {
    const song = this.#panel.song.value;
    if (song) this.seekSeconds(secondsAt(song, bars));
  };

  seekSeconds = (seconds: number): void => {
    const song = this.#panel.song.value;
    if (!song) return;
    // Going out of the loop ends it; a loop that holds one captive is a nuisance.
    if (this.looped && sectionAt(song.sections, barAt(song, seconds)) !== this.loop.value)
      this.setLoop(undefined);
    this.#panel.player.seek(Math.round(seconds * this.#panel.rate));
    this.#moved();
  };

  /** The bar line before or after the playhead; going back first goes to the start of its own bar. */
  stepBar = (direction: -1 | 1): void => {
    const song = this.#panel.song.value;
    if (!song) return;
    const bars = barsAt(song, this.#panel.seconds.value);
    const target = direction > 0 ? Math.floor(bars + 1e-3) + 1 : Math.ceil(bars - 0.15) - 1;
    this.seekBars(Math.min(Math.max(0, target), Math.max(0, song.bars - 1)));
  };

  stepSection = (direction: -1 | 1): void => {
    const song = this.#panel.song.value;
    const section = song?.sections[this.#panel.section.value];
    if (!song || !section) return;
    const bars = barsAt(song, this.#panel.seconds.value);
    const back =
      bars - section.bar > 0.5 ? section : (song.sections[this.#panel.section.value - 1] ?? section);
    const target = direction > 0 ? song.sections[this.#panel.section.value + 1] : back;
    if (target) this.seekBars(target.bar);
  };

  setLoop = (section: number | undefined): void => {
    this.putLoop(section);
    const { looped } = this;
    if (looped && this.#panel.section.value !== section)
      this.seekSeconds(secondsAt(this.#panel.song.value!, looped.bar));
  };

  /** Lets a section go round, or none, and stays where the song is. */
  putLoop(section: number | undefined): void {
    const range = section === undefined ? undefined : this.rangeOf(section);
    this.loop.value = range ? section : undefined;
    this.#panel.player.setLoop(range);
  }

  /** A section in samples; undefined where the song has none of that index. */
  rangeOf(section: number): { readonly from: number; readonly to: number } | undefined {
    const song = this.#panel.song.value;
    const found = song?.sections[section];
    if (!song || !found) return undefined;
    const sample = (bars: number): number => Math.round(secondsAt(song, bars) * this.#panel.rate);
    return { from: sample(found.bar), to: sample(found.bar + found.bars) };
  }

  toggleLoop = (section = this.#panel.section.value): void =>
    this.setLoop(this.loop.value === section ? undefined : section);
}
