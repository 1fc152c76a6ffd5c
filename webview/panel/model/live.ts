// What a performer does while the song plays: queues a section, follows the cursor, taps and nudges the tempo, has it
// counted in. The notes, the loops and the swaps are the audio thread's; this asks for them and shows what waits.

import { type Signal, signal } from '@preact/signals';
import type { Player } from '../../../src/engine/live/player.ts';
import type { PanelAction } from '../../../src/protocol/commands.ts';
import {
  type LiveSettings,
  metronomeLevels,
  swapPoints,
  usualLiveSettings,
} from '../../../src/protocol/live-settings.ts';
import type { FromPanel } from '../../../src/protocol/panel.ts';
import type { PanelSection } from '../../../src/protocol/song-view.ts';
import { tempo } from '../../../src/vocabulary/mixer.ts';
import { gainOf } from './fader-law.ts';
import { wake } from './frames.ts';
import type { Locators } from './locators.ts';
import { sectionAt } from './places.ts';
import { type Pictured, stagePicture } from './stage-picture.ts';
import { tapsWith, tempoOf } from './tempo-taps.ts';

/** A tapped tempo that nobody writes is forgotten. */
const tappedMs = 8000;
const nudgeBpm = 1;
/** Answers to these requests are told as those of gestures are. */
const firstRequest = 2_000_000_000;

type Acts = 'swapNow' | 'swapPoint' | 'unqueue' | 'follow' | 'metronome' | 'countIn' | 'tap' | 'writeTempo';

/** What is played: the panel. */
export interface Played extends Pictured {
  readonly locators: Pick<Locators, 'loop' | 'rangeOf' | 'setLoop'>;
  readonly notice: Signal<string | undefined>;
  readonly desk: { readonly version: number };
  readonly player: Pictured['player'] & Pick<Player, 'hurry' | 'queue' | 'isQueued' | 'setMetronome'>;
  play(): void;
}

export class Live {
  readonly settings = signal<LiveSettings>(usualLiveSettings);
  /** Index of the section that comes next. */
  readonly queued = signal<number | undefined>(undefined);
  readonly isFollowing = signal(false);
  /** In bpm. */
  readonly tapped = signal<number | undefined>(undefined);
  /** Beats of a count-in that are left. */
  readonly toCount = signal(0);
  /** Percent of the time that the audio thread has, of the last second that it played. */
  readonly load = signal(0);
  /** Whether a changed song waits for its place. */
  readonly isSwapping = signal(false);
  readonly showsKeys = signal(false);
  /** Whether a stage view wants pictures. */
  isOnStage = false;

  readonly #panel: Played;
  readonly #send: (message: FromPanel) => void;
  #taps: readonly number[] = [];
  #forget: number | undefined;
  #loops = false;
  #swellDb = 0;
  #requests = 0;

  constructor(panel: Played, send: (message: FromPanel) => void) {
    this.#panel = panel;
    this.#send = send;
  }

  readonly acts: Readonly<Record<Acts | 'nudgeUp' | 'nudgeDown' | 'nudgeBack', () => void>> = {
    swapNow: () => {
      this.#panel.player.hurry();
      wake();
    },
    swapPoint: () => {
      const at = swapPoints.indexOf(this.settings.value.swap);
      this.set({ swap: swapPoints[(at + 1) % swapPoints.length]! });
    },
    unqueue: () => {
      this.queued.value = undefined;
      this.#panel.player.queue(undefined, 'now', { loops: false });
    },
    follow: () => this.setFollowing(!this.isFollowing.value),
    metronome: () => this.set({ metronome: !this.settings.value.metronome }),
    countIn: () => this.set({ countIn: (this.settings.value.countIn + 1) % 3 }),
    tap: () => this.tap(performance.now()),
    writeTempo: () => this.writeTempo(),
    nudgeUp: () => this.#nudge(nudgeBpm),
    nudgeDown: () => this.#nudge(-nudgeBpm),
    nudgeBack: () => {
      this.#showTapped(undefined);
      this.#send({ type: 'nudge' });
    },
  } satisfies Partial<Record<PanelAction, () => void>>;

  /** A person changes how songs are played: heard at once, and kept by the host. */
  set(change: Partial<LiveSettings>): void {
    const { min, max } = metronomeLevels;
    const next = { ...this.settings.value, ...change };
    this.take({ ...next, metronomeLevel: Math.min(max, Math.max(min, next.metronomeLevel)) });
    this.#send({ type: 'settings', settings: this.settings.value });
  }

  /** What the host has kept. */
  take(settings: LiveSettings): void {
    this.settings.value = settings;
    this.#panel.player.setMetronome(settings.metronome, gainOf(settings.metronomeLevel));
  }

  // Sections

  /** The section comes in at the next beat, bar or cycle; it goes round where one did, or the cursor is followed. */
  queue(section: number): void {
    const range = this.#panel.locators.rangeOf(section);
    if (!range) return;
    const loops = this.isFollowing.value || this.#panel.locators.loop.value !== undefined;
    this.#loops = loops;
    const { player } = this.#panel;
    player.queue(range, this.settings.value.swap, { loops });
    if (player.isQueued) this.queued.value = section;
    else {
      this.#panel.locators.loop.value = loops ? section : undefined;
      this.#panel.play();
    }
    wake();
  }

  /** What is queued is taken back; another section takes its place. */
  toggleQueued(section: number): void {
    if (this.queued.value === section) this.acts.unqueue();
    else this.queue(section);
  }

  get queuedSection(): PanelSection | undefined {
    return this.queued.value === undefined ? undefined : this.#panel.song.value?.sections[this.queued.value];
  }

  /** Another song is there: what was queued has another place in it, or is gone. The audio thread moves its own. */
  keepQueued(section: number | undefined): void {
    if (section === undefined) this.acts.unqueue();
    else this.queued.value = section;
  }

  setFollowing(follows: boolean): void {
    this.isFollowing.value = follows;
    if (follows) this.#followCursor();
  }

  #cursorBar: number | undefined;

  /** The first bar of what is at the editor's cursor. */
  cursorAt(bar: number | undefined): void {
    this.#cursorBar = bar;
    if (this.isFollowing.value) this.#followCursor();
  }

  #followCursor(): void {
    const song = this.#panel.song.value;
    if (!song || this.#cursorBar === undefined) return;
    const section = sectionAt(song.sections, this.#cursorBar);
    const name = song.sections[section]?.name;
    const coming = this.queued.value ?? this.#panel.locators.loop.value;
    // Sections of one name are one to the cursor: the one that goes round goes on.
    if (name === undefined || (coming !== undefined && song.sections[coming]?.name === name)) return;
    if (this.#panel.isPlaying.value) this.queue(section);
    else this.#panel.locators.setLoop(section);
  }

  // Tempo

  tap(nowMs: number): void {
    this.#taps = tapsWith(this.#taps, nowMs);
    this.#showTapped(tempoOf(this.#taps), { keepTaps: true });
  }

  /** Writes the tempo that was tapped, or else the one that it is nudged to. */
  writeTempo(): void {
    const song = this.#panel.song.value;
    const bpm = this.tapped.value ?? (song?.writtenBpm === undefined ? undefined : song.bpm);
    if (bpm === undefined) {
      this.#panel.notice.value = 'There is no tempo to write: tap one, or nudge it.';
      return;
    }
    this.#requests += 1;
    const request = firstRequest + this.#requests;
    const { version } = this.#panel.desk;
    this.#send({ type: 'set', request, version, path: 'song.tempo', value: `${bpm}bpm` });
    this.#showTapped(undefined);
  }

  #nudge(by: number): void {
    const song = this.#panel.song.value;
    if (!song) return;
    const bpm = Math.round((song.bpm + by) * 10) / 10;
    this.#send({ type: 'nudge', bpm: Math.min(tempo.max, Math.max(tempo.min, bpm)) });
  }

  #showTapped(bpm: number | undefined, { keepTaps = false } = {}): void {
    if (!keepTaps) this.#taps = [];
    window.clearTimeout(this.#forget);
    if (bpm !== undefined) this.#forget = window.setTimeout(() => this.#showTapped(undefined), tappedMs);
    if (this.tapped.value === bpm) return;
    this.tapped.value = bpm;
    this.#send({ type: 'tapped', ...(bpm !== undefined && { bpm }) });
  }

  // What the sound says, frame by frame

  follow(): void {
    const { player } = this.#panel;
    this.toCount.value = player.reports.value('toCount');
    this.load.value = Math.round(player.reports.value('load') * 1000) / 10;
    this.isSwapping.value = player.reports.value('swapping') === 1 && this.#panel.isPlaying.value;
    if (this.queued.value !== undefined && !player.isQueued) {
      this.#panel.locators.loop.value = this.#loops ? this.queued.value : undefined;
      this.queued.value = undefined;
    }
    this.#tellSwell(player.reports.value('swellDb'));
    if (this.isOnStage)
      this.#send({ type: 'picture', picture: stagePicture(this.#panel, this.queued.value) });
  }

  #tellSwell(db: number): void {
    const begins = db > 0 && this.#swellDb !== db;
    this.#swellDb = db;
    if (!begins) return;
    const message = `This edit is ${Math.round(db)} dB louder: it comes up over 4 seconds.`;
    this.#panel.notice.value = message;
    this.#send({ type: 'report', level: 'warning', message });
  }
}
