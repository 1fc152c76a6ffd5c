// The panel's state, and what its messages and its buttons do: the one place where host, live engine,
// desk and view meet. The view reads signals and calls methods; it knows neither messages nor sound.

import { batch, computed, signal } from '@preact/signals';
import { Player } from '../../../src/engine/live/player.ts';
import type { PlayerStatus } from '../../../src/engine/live/player-status.ts';
import type { Program } from '../../../src/engine/program.ts';
import type { HostAction, PanelAction } from '../../../src/protocol/commands.ts';
import type { Gesture, GesturePlacement, PanelRoll } from '../../../src/protocol/gestures.ts';
import type { BounceOptions, BounceState, PanelProblem, ToPanel } from '../../../src/protocol/panel.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Host } from '../host.ts';
import { Meters } from '../meters/meters.ts';
import { ArrangementView } from './arrangement-view.ts';
import { BounceReads } from './bounce-reads.ts';
import { placeOfStrip } from './channel.ts';
import { Desk } from './desk.ts';
import { afterFrame, onFrame, setPace, wake } from './frames.ts';
import { LightTeller } from './light-teller.ts';
import { Listening } from './listening.ts';
import { Live } from './live.ts';
import { Locators } from './locators.ts';
import { PlaceTeller } from './place-teller.ts';
import { barsAt, nearestSection, type Place, placeAt, sectionAt } from './places.ts';
import { Recordings } from './recordings.ts';
import { everywhere } from './touch.ts';
import { TouchRecorder } from './touch-recorder.ts';

export interface PanelResources {
  readonly workletUrl: string;
  readonly metersUrl: string;
  readonly core: () => Promise<ArrayBuffer>;
}

/** Requests of gestures count from here on, those of controls from 1: each is told of its own answers. */
const firstGesture = 1_000_000_000;

export class Panel {
  readonly song = signal<PanelSong | undefined>(undefined);
  readonly problems = signal<readonly PanelProblem[]>([]);
  readonly isLastGood = signal(false);
  readonly status = signal<PlayerStatus>({ state: 'silent' });
  /** Seconds of the song that are heard now, frame by frame. */
  readonly seconds = signal(0);
  readonly bounce = signal<BounceState | undefined>(undefined);
  /** Something a person should know, once. */
  readonly notice = signal<string | undefined>(undefined);
  /** What of the song the arrangement shows. */
  readonly view = new ArrangementView(this.song);
  /** What the song plays of recordings, and their pictures. */
  readonly recordings = new Recordings();
  /** The pattern at the editor's cursor. */
  readonly roll = signal<PanelRoll | undefined>(undefined);
  readonly isRollOpen = signal(false);

  readonly isPlaying = computed(() => this.status.value.state === 'playing');
  /** Bar and beat from 1. Numbers of their own, so that what shows them is not drawn again every frame. */
  readonly bar = computed(() => this.#now().bar);
  readonly beat = computed(() => this.#now().beat);
  /** Index of the section that sounds; -1 outside of all. */
  readonly section = computed(() =>
    this.song.value ? sectionAt(this.song.value.sections, this.bar.value - 1) : -1,
  );

  /** The bounces of this session that can be heard. */
  readonly listening: Listening;
  readonly player: Player;
  readonly desk: Desk;
  readonly live: Live;
  /** Where the song is sent, and what of it goes round. */
  readonly locators: Locators;
  readonly meters: Meters;
  /** Groups whose strips are out of sight. */
  readonly folded = signal<ReadonlySet<string>>(new Set());
  readonly touch: TouchRecorder;
  /** The lane that is open under the arrangement. */
  readonly lane = signal<{ readonly path: string; readonly section?: string } | undefined>(undefined);
  /** Path of the strip whose effects are open under the mixer. */
  readonly channel = signal<string | undefined>(undefined);
  readonly #host: Host;
  #rate = 48000;
  readonly #place: PlaceTeller;
  readonly #reads: BounceReads;
  #watched: string | undefined;
  #gestures = 0;
  readonly #lights: LightTeller;
  #soundsBefore: PlayerStatus['state'] = 'silent';

  constructor(host: Host, resources: PanelResources) {
    this.#host = host;
    this.player = new Player({
      ...resources,
      onStatus: (status) => this.#followStatus(status),
      onRefused: (reason) =>
        this.#report(`A change of the song did not reach the sound: ${reason}. What was playing goes on.`),
    });
    this.#place = new PlaceTeller((message) => host.send(message));
    this.#lights = new LightTeller(this.player, (message) => host.send(message));
    this.#reads = new BounceReads((message) => host.send(message));
    this.listening = new Listening(this.#reads.read);
    this.touch = new TouchRecorder({
      song: () => this.song.value,
      isPlaying: () => this.isPlaying.value,
      bars: this.songBars,
      send: (gesture) => {
        this.gesture(gesture);
        const { song } = this;
        if (gesture.do === 'automate' && song.value)
          this.notice.value = everywhere(song.value, gesture.section);
      },
    });
    this.desk = new Desk((message) => host.send(message), this.player, this.touch);
    this.meters = new Meters(this.player, resources.metersUrl, this.#rate);
    const { zoom = 1, roll = false } = host.kept();
    this.view.zoom.value = zoom;
    this.isRollOpen.value = roll;
    this.locators = new Locators(this, () => {
      // At once, not with the next frame: a second key press steps on from here.
      this.#follow();
      wake();
    });
    this.live = new Live(this, (message) => host.send(message));
    host.listen((message) => batch(() => this.#hear(message)));
    onFrame(() => this.#follow());
    onFrame(() => {
      this.touch.follow();
      return false;
    });
    afterFrame(() => this.player.reports.clearMeters());
    host.send({ type: 'ready' });
  }

  /** Where the song stands, in bars. */
  songBars = (): number => (this.song.value ? barsAt(this.song.value, this.seconds.value) : 0);

  get rate(): number {
    return this.#rate;
  }

  dispose(): void {
    this.meters.dispose();
    this.player.dispose();
    this.listening.end();
  }

  // What the buttons do

  /** Puts the strips of a group out of sight, or shows them again. */
  fold = (group: string): void => {
    const folded = new Set(this.folded.value);
    if (!folded.delete(group)) folded.add(group);
    this.folded.value = folded;
  };

  /** Opens the effects of a strip under the mixer, or closes them. */
  openChannel = (path: string | undefined): void => {
    this.channel.value = path;
    this.#watch();
  };

  play = (): void => {
    this.notice.value = undefined;
    this.listening.pause();
    this.player
      .play(this.live.settings.value.countIn)
      .catch((error: unknown) => this.#report(`Playing failed: ${String(error)}.`));
  };

  toggle = (): void => (this.isPlaying.value ? this.player.pause() : this.play());
  pause = (): void => this.player.pause();

  stop = (): void => {
    this.player.stop();
    wake();
  };

  silence = (): void => this.player.silence();

  reveal = ({ from, to }: { readonly from: number; readonly to: number }): void =>
    this.#host.send({ type: 'reveal', from, to });

  /** A change of the arrangement or of a pattern: one edit of the text, or a notice that says why not. */
  gesture = (gesture: Gesture): void => {
    this.notice.value = undefined;
    this.#gestures += 1;
    const { version } = this.desk;
    this.#host.send({ type: 'gesture', request: firstGesture + this.#gestures, version, gesture });
  };

  rearrange = (placements: readonly GesturePlacement[]): void =>
    this.gesture({ do: 'rearrange', placements });

  toggleRoll = (): void => {
    this.isRollOpen.value = !this.isRollOpen.value;
    this.#keep();
  };

  startBounce = (options: BounceOptions): void => {
    this.bounce.value = { state: 'running', share: 0 };
    this.#host.send({ type: 'startBounce', options });
  };

  cancelBounce = (): void => this.#host.send({ type: 'cancelBounce' });

  /** @param anchor  pixels from the left end of the lanes that stay where they are */
  setZoom = (zoom: number, anchor?: number): void => {
    this.view.setZoom(zoom, anchor);
    this.#keep();
  };

  #keep(): void {
    this.#host.keep({ zoom: this.view.zoom.value, roll: this.isRollOpen.value });
  }

  /** A command that is carried out here: of a key, a button, or the host. */
  act = (action: PanelAction): void => {
    const { live } = this;
    const acts: Readonly<Record<PanelAction, () => void>> = {
      play: this.play,
      pause: this.pause,
      toggle: this.toggle,
      stop: this.stop,
      silence: this.silence,
      toStart: this.locators.toStart,
      loop: () => this.locators.toggleLoop(),
      keys: () => (live.showsKeys.value = !live.showsKeys.value),
      ...live.acts,
    };
    acts[action]();
  };

  /** A command that needs the text. */
  ask = (command: HostAction): void => this.#host.send({ type: 'command', command });

  // What the host says

  #hear(message: ToPanel): void {
    switch (message.type) {
      case 'sample':
        this.recordings.addSample(message.sample);
        return;
      case 'wave':
        this.recordings.addWave(message.wave);
        return;
      case 'song':
        this.#takeSong(message.version, message.song, this.recordings.into(message.program));
        return;
      case 'problems':
        this.problems.value = message.problems;
        this.isLastGood.value = message.playing === 'last good';
        this.desk.arrived(message.version, undefined);
        return;
      case 'accepted':
        this.desk.accepted(message.request);
        return;
      case 'refused':
        this.desk.refused(message.request, message.stale);
        if (message.request > firstGesture) this.desk.takeBack();
        // A gesture is not sent again by itself: what it was about may have moved.
        if (!message.stale || message.request > firstGesture) this.notice.value = message.reason;
        return;
      case 'transport':
        this.act(message.action);
        return;
      case 'playFrom':
        this.locators.seekBars(message.bar);
        this.play();
        return;
      case 'loopAt':
        if (!this.song.value) return;
        this.locators.setLoop(sectionAt(this.song.value.sections, message.bar));
        this.play();
        return;
      case 'queueAt':
        if (this.song.value) this.live.queue(sectionAt(this.song.value.sections, message.bar));
        return;
      case 'lit':
        this.#lights.lit(message.light);
        return;
      case 'cursor':
        this.live.cursorAt(message.bar);
        return;
      case 'settings':
        this.live.take(message.settings);
        return;
      case 'stage':
        this.live.isOnStage = message.state === 'open';
        setPace(message.state === 'opening' ? 'resting' : 'full');
        // A stage that has just opened is told what is lit already.
        this.#lights.again();
        wake();
        return;
      case 'bounce':
        this.#takeBounce(message.state);
        return;
      case 'bounceSound':
        this.#reads.heard(message);
        return;
      case 'roll':
        this.roll.value = message.roll;
    }
  }

  #takeBounce(state: BounceState): void {
    this.bounce.value = state;
    if (state.state === 'done' && state.sound) this.listening.take({ ...state, sound: state.sound });
  }

  /** The open strip is measured, by its place in the newest song. */
  #watch(): void {
    const { song, channel } = this;
    const path = channel.value;
    const strip = path === undefined || !song.value ? undefined : placeOfStrip(song.value, path);
    if (path !== undefined && song.value && !strip) channel.value = undefined;
    const told = strip && `${strip.kind} ${strip.index}`;
    if (told === this.#watched) return;
    this.#watched = told;
    this.meters.watch(strip);
  }

  #takeSong(version: number, song: PanelSong, program: Program): void {
    const { looped } = this.locators;
    const queued = this.live.queuedSection;
    this.song.value = song;
    this.recordings.keep(song);
    this.#rate = program.sampleRate;
    this.isLastGood.value = false;
    // Before its notes are given to the audio thread.
    this.#lights.add(program, version);
    this.player.setProgram(program, song.bpm, this.live.settings.value.swap);
    this.desk.arrived(version, song);
    this.#watch();
    if (looped) this.locators.putLoop(nearestSection(song.sections, looped));
    if (queued) this.live.keepQueued(nearestSection(song.sections, queued));
    wake();
  }

  // What the sound says

  #followStatus(status: PlayerStatus): void {
    const before = this.#soundsBefore;
    this.#soundsBefore = status.state;
    this.status.value = status;
    if (before === 'starting' && status.state === 'playing') this.desk.hearAll();
    wake();
    this.#tellPlace();
    if (status.state === 'failed') {
      this.#report(status.reason ?? 'The sound broke off.');
      // The notes went with the audio thread: the host sends the song again.
      if (before === 'playing' || before === 'paused' || before === 'stopped')
        this.#host.send({ type: 'ready' });
    }
  }

  #follow(): boolean {
    const song = this.song.value;
    this.seconds.value = song ? Math.min(this.player.seconds, song.seconds) : 0;
    this.#tellPlace();
    this.#lights.tell(this.isPlaying.value);
    this.live.follow();
    return this.isPlaying.value;
  }

  #now(): Place {
    return this.song.value ? placeAt(this.song.value, this.seconds.value) : { bar: 1, beat: 1, share: 0 };
  }

  #tellPlace(): void {
    this.#place.tell(this.isPlaying.value, this.bar.value, this.beat.value);
  }

  #report(message: string): void {
    this.notice.value = message;
    this.#host.send({ type: 'report', level: 'error', message });
  }
}
