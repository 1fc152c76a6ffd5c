// One open song: its text goes in, messages to the panel come out; the panel's intents go in, and edits
// of the text come out. Keeps the last good song while the text is broken. Pure: hosts bring the text,
// apply the edits and carry the messages.

import type { Program } from '../engine/program.ts';
import { soundProblems } from '../engine/sounds/faults.ts';
import { noSounds } from '../engine/sounds/sounds.ts';
import type { EditResult, Reading } from '../languages/language.ts';
import { checkFromPanel } from '../protocol/check.ts';
import type { FromPanel } from '../protocol/panel.ts';
import type { PanelSong } from '../protocol/song-view.ts';
import { differenceOf } from '../song/difference.ts';
import { namedSounds } from '../song/material.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { stripAt } from './at-cursor.ts';
import { barAt } from './bar-at.ts';
import { CursorViews } from './cursor-views.ts';
import { DueLights } from './due-lights.ts';
import { gestureEdits } from './gestures.ts';
import type { SessionHost } from './host.ts';
import { Lights } from './lights.ts';
import { panelProblems } from './panel-problems.ts';
import { panelSong } from './panel-song.ts';
import type { SessionParts } from './parts.ts';
import { hasMusic, holdingBack } from './playable.ts';
import { sameMusic } from './same-music.ts';
import { SentSounds } from './sent-sounds.ts';
import { wavesOf } from './waves.ts';

/**
 * How much of a new text may sound: all of it, or only what moves no note (faders, pans, sends, effects, settings
 * of instruments: the mixer is live between saves, and so is its undo).
 */
export type Swap = 'all' | 'mixer';

/** A text with everything made from it. */
interface Good {
  readonly reading: Reading;
  readonly timeline: Timeline;
  readonly song: PanelSong;
  readonly program: Program;
}

export class SongSession {
  readonly #parts: SessionParts;
  #isPlaying = false;
  readonly #host: SessionHost;
  #version = -1;
  #reading: Reading | undefined;
  #problems: readonly Problem[] = [];
  /** Whether an older text sounds, because nothing better can be made of the newest. */
  #holds = false;
  #good: Good | undefined;
  /** The newest text, where it is taken up only when a sound that it names has come. */
  #waits: { readonly reading: Reading; readonly swap: Swap } | undefined;
  #last: { timeline: Timeline; reading: Reading } | undefined;
  #edits: Promise<void> = Promise.resolve();
  readonly #lights = new Lights();
  readonly #dueLights: DueLights;
  readonly #sounds = new SentSounds();
  readonly #cursor: CursorViews;
  /** A tempo for the ear alone, in place of the text's own: `from`. */
  #nudged: { readonly bpm: number; readonly from: number } | undefined;

  constructor(parts: SessionParts, host: SessionHost) {
    this.#parts = parts;
    this.#host = host;
    this.#cursor = new CursorViews((message) => host.send(message));
    this.#dueLights = new DueLights(host.clock, ({ version, ids }) =>
      host.sounding(this.#lights.placesOf(version, ids)),
    );
  }

  /** Counts the text's versions, as the host gave them; -1 before the first text. */
  get version(): number {
    return this.#version;
  }

  /** Everything found in the newest text. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What sounds: the newest text, or the last good one while the newest is broken or has no music. */
  get playing(): 'current' | 'last good' {
    return this.#holds ? 'last good' : 'current';
  }

  /** The song that sounds; undefined before the first. */
  get song(): PanelSong | undefined {
    return this.#good?.song;
  }

  /** The text of the song that sounds: what a bounce is made of. */
  get soundingText(): string | undefined {
    return this.#good?.reading.text;
  }

  /** A new version of the text: reads, checks and, where it is good and `swap` allows, sends the song. */
  update(text: string, version: number, swap: Swap = 'all'): void {
    this.#version = version;
    this.#take(text, swap);
    this.#sendProblems();
    if (this.#reading) this.#cursor.typed(this.#reading, version);
  }

  /** A message of the panel, whatever it is: what is not understood is reported, never thrown. */
  receive(value: unknown): void {
    const checked = checkFromPanel(value);
    if (checked.ok) this.#act(checked.message);
    else this.#host.report('error', `The panel sent something that is not understood: ${checked.reason}.`);
  }

  /** Whoever played it is gone: nothing sounds, and nothing is to be lit. */
  panelClosed(): void {
    this.#isPlaying = false;
    this.#dueLights.forget();
    this.#host.sounding([]);
  }

  /** The cursor has come to `offset` of the newest text: the panel shows the pattern there, and may follow. */
  cursorAt(offset: number): void {
    if (this.#last) this.#cursor.moved(offset, this.#last.reading, this.#last.timeline, this.#version);
  }

  /** Turns `solo` or `mute` of the track at `offset` over, in the text. Resolves with why not, where it could not. */
  async toggleAt(flag: 'solo' | 'mute', offset: number): Promise<string | undefined> {
    const strip = this.#reading && stripAt(this.#reading, offset);
    if (!strip) return 'No track is at the cursor: put it on a track, or on what a section gives it to play.';
    return this.set(`${strip.name.name}.${flag}`, String(!(strip[flag]?.value ?? false)));
  }

  /** Puts the text back to what sounds, as one undo step. Resolves with why not, where it could not. */
  async revert(): Promise<string | undefined> {
    const good = this.#good?.reading;
    const reading = this.#reading;
    if (!good || !reading) return 'Nothing has sounded yet that the text could go back to.';
    const difference = differenceOf(reading.text, good.text);
    if (!difference) return 'The text is what sounds already.';
    return (await this.#host.edit([difference], this.#version)) ? undefined : textHasMoved;
  }

  /** The first bar in which what stands at `offset` of the newest text sounds, from 0. */
  barAt(offset: number): number {
    return this.#last ? barAt(this.#last.reading, this.#last.timeline, offset) : 0;
  }

  /** The first bar, from 0, of a section of the song that sounds; undefined where it does not play. */
  barOf(section: string): number | undefined {
    return this.song?.sections.find(({ name }) => name === section)?.bar;
  }

  /** Sets a value of the mixer in the newest text, as the panel does. Resolves with why not, where it could not. */
  async set(path: string, value: string): Promise<string | undefined> {
    const reading = this.#reading;
    if (!reading) return 'The song has not been read yet.';
    const result = this.#setEdits(reading, { path, value });
    if (!result.ok) return result.reason;
    return (await this.#host.edit(result.edits, this.#version)) ? undefined : textHasMoved;
  }

  #take(text: string, swap: Swap): void {
    const before = this.#reading?.text;
    if (before !== undefined && before !== text) this.#lights.typed(before, text);
    const { read, layOut, check } = this.#parts;
    const reading = read(text);
    const timeline = layOut(reading.song);
    const fault = (message: string): void => this.#host.report('error', message);
    const coming = this.#isPlaying ? this.#parts.sounds?.coming(reading.song, timeline) : undefined;
    const checked = [...reading.problems, ...check(reading.song, timeline, reading.origins, fault, coming)];
    const problems = [...checked, ...this.#soundProblems(reading, timeline)];
    void this.#bringSounds(reading, timeline, checked);
    this.#waits = undefined;
    this.#reading = reading;
    this.#last = { reading, timeline };
    this.#problems = problems;
    // With nothing to keep playing, what can be read of a broken song plays, and as it is typed.
    const kept = this.#good && hasMusic(this.#good.timeline) ? this.#good : undefined;
    this.#holds = kept !== undefined && (holdingBack(problems).length > 0 || !hasMusic(timeline));
    if (this.#holds) return;
    if (this.#isAwaited(reading.song, timeline, coming)) {
      this.#waits = { reading, swap };
      this.#holds = kept !== undefined;
      return;
    }
    this.#takeUp(reading, timeline, swap);
  }

  /** Whether it names a sound that is still on its way, and that it does not want to sound without. */
  #isAwaited(song: Song, timeline: Timeline, known?: ReadonlySet<string>): boolean {
    const awaited = namedSounds(song).filter(({ isPreloaded }) => isPreloaded);
    if (awaited.length === 0) return false;
    const coming = known ?? this.#parts.sounds?.coming(song, timeline);
    return awaited.some(({ word }) => coming?.has(word.value));
  }

  #takeUp(reading: Reading, timeline: Timeline, swap: Swap): void {
    const kept = this.#good && hasMusic(this.#good.timeline) ? this.#good : undefined;
    // A tempo that is written anew is the one that counts.
    const nudged = this.#nudged?.from === reading.song.tempo.value ? this.#nudged : undefined;
    const good = this.#made(reading, timeline, nudged);
    if (swap === 'mixer' && kept && !sameMusic(kept.program, good.program)) return;
    this.#nudged = nudged;
    this.#good = good;
    this.#sendSong();
  }

  /** What sounds of a text: at its own tempo, or at the one that it is nudged to. */
  #made(reading: Reading, own: Timeline, nudged = this.#nudged): Good {
    const { compile, layOut, sampleRate, sounds } = this.#parts;
    const written = reading.song.tempo.value;
    const { bpm } = nudged ?? { bpm: written };
    const isNudged = bpm !== written;
    const song = isNudged ? { ...reading.song, tempo: { ...reading.song.tempo, value: bpm } } : reading.song;
    const timeline = isNudged ? layOut(song) : own;
    const shown = panelSong(reading, timeline, sounds);
    return {
      reading,
      timeline,
      song: isNudged ? { ...shown, writtenBpm: written } : shown,
      program: compile(song, timeline, sampleRate, sounds),
    };
  }

  /** Another tempo for what sounds; the text stays as it is. */
  #nudge(bpm: number | undefined): void {
    const reading = this.#good?.reading;
    if (!reading) return;
    this.#nudged = bpm === undefined ? undefined : { bpm, from: reading.song.tempo.value };
    this.#good = this.#made(reading, this.#parts.layOut(reading.song));
    this.#sendSong();
  }

  #soundProblems({ song }: Reading, timeline: Timeline): readonly Problem[] {
    return soundProblems(song, this.#parts.sounds?.faults(song, timeline) ?? []);
  }

  /** Sounds come later than the text that names them: the song is sent again with them. */
  async #bringSounds(reading: Reading, timeline: Timeline, checked: readonly Problem[]): Promise<void> {
    const { sounds } = this.#parts;
    const isNew = (await sounds?.bring(reading.song, timeline)) ?? false;
    if (this.#waits?.reading === reading) {
      const { swap } = this.#waits;
      this.#waits = undefined;
      this.#holds = false;
      this.#takeUp(reading, timeline, swap);
    } else if (!isNew) return;
    else if (this.#good?.reading === reading) {
      this.#good = this.#made(reading, timeline);
      this.#sendSong();
    }
    if (this.#reading !== reading) return;
    // What was on its way has come.
    const settled = checked.filter(({ rule }) => rule !== 'LIV3');
    this.#problems = [...settled, ...this.#soundProblems(reading, timeline)];
    this.#sendProblems();
  }

  #act(message: FromPanel): void {
    switch (message.type) {
      case 'ready':
        this.#sounds.forget();
        this.#dueLights.forget();
        this.#sendSong();
        if (this.#reading) this.#sendProblems();
        if (this.#last) this.#cursor.again(this.#last.reading, this.#last.timeline, this.#version);
        return;
      case 'gesture':
        this.#edits = this.#edits
          .then(() =>
            this.#edit(message, (reading) => gestureEdits(this.#parts.language, reading, message.gesture)),
          )
          .catch((error: unknown) => this.#refuse(message.request, String(error)));
        return;
      case 'set':
        // One after another: the second of two quick moves is an edit of what the first one left.
        this.#edits = this.#edits
          .then(() => this.#edit(message, (reading) => this.#setEdits(reading, message)))
          .catch((error: unknown) => this.#refuse(message.request, String(error)));
        return;
      case 'sounding':
        this.#host.send({ type: 'lit', light: message.light });
        this.#dueLights.tell(message);
        return;
      case 'reveal':
        this.#host.reveal({ from: message.from, to: message.to });
        return;
      case 'startBounce':
        if (this.soundingText !== undefined) this.#host.startBounce(this.soundingText, message.options);
        return;
      case 'cancelBounce':
        this.#host.cancelBounce();
        return;
      case 'readBounce':
        this.#host.readBounce(message);
        return;
      case 'command':
        this.#host.command(message.command);
        return;
      case 'settings':
        this.#host.settings(message.settings);
        return;
      case 'nudge':
        this.#nudge(message.bpm);
        return;
      case 'tapped':
        this.#host.tapped(message.bpm);
        return;
      case 'picture':
        this.#host.picture(message.picture);
        return;
      case 'transportChanged':
        this.#isPlaying = message.playing;
        this.#host.transportChanged(message);
        return;
      case 'report':
        this.#host.report(message.level, message.message);
        return;
    }
  }

  #setEdits(
    reading: Reading,
    { path, value }: { readonly path: string; readonly value: string },
  ): EditResult {
    return this.#parts.language.edit(reading, [{ do: 'set', path, value }]);
  }

  /** An intent as one edit of the text, against the version that it was made for. */
  async #edit(
    { request, version }: { readonly request: number; readonly version: number },
    edits: (reading: Reading) => EditResult,
  ): Promise<void> {
    const reading = this.#reading;
    if (!reading || version !== this.#version) return this.#refuseStale(request);
    const result = edits(reading);
    if (!result.ok) return this.#refuse(request, result.reason);
    if (!(await this.#host.edit(result.edits, version))) return this.#refuseStale(request);
    this.#host.send({ type: 'accepted', request });
  }

  #refuse(request: number, reason: string): void {
    this.#host.send({ type: 'refused', request, reason, stale: false });
  }

  // The panel learns the newest version with the refusal, so that it can send its intent anew.
  #refuseStale(request: number): void {
    this.#host.send({
      type: 'refused',
      request,
      reason: textHasMoved,
      stale: true,
    });
    if (this.#reading) this.#sendProblems();
  }

  #sendSong(): void {
    if (!this.#good) return;
    const { reading, timeline, song, program } = this.#good;
    this.#lights.sent(this.#version, reading.origins);
    const waves = wavesOf(reading.song, timeline, this.#parts.sounds ?? noSounds);
    for (const message of this.#sounds.before(waves, program)) this.#host.send(message);
    const samples = program.samples.map((sample) => ({ ...sample, channels: [] }));
    this.#host.send({ type: 'song', version: this.#version, song, program: { ...program, samples } });
  }

  #sendProblems(): void {
    const problems = this.#reading ? panelProblems(this.#reading, this.#problems) : [];
    this.#host.send({ type: 'problems', version: this.#version, problems, playing: this.playing });
  }
}

const textHasMoved = 'The text has changed since the panel last saw it.';
