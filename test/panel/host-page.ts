// The host's part in the panel's tests, as it runs in the page around the panel's frame: real songs, read
// and compiled; the answers to the panel's intents are the test's own.

import type { Reading } from '../../src/languages/language.ts';
import type { FromPanel, ToPanel } from '../../src/protocol/panel.ts';
import type { PanelStrip } from '../../src/protocol/song-view.ts';
import { panelProblems } from '../../src/session/panel-problems.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import { hasMusic, holdingBack } from '../../src/session/playable.ts';
import { rollAt } from '../../src/session/roll-at.ts';
import { SongSession } from '../../src/session/session.ts';
import { songParts } from '../../src/session/song-parts.ts';
import { quietHost } from '../session/quiet-host.ts';

export interface TestHost {
  readonly received: FromPanel[];
  send(message: ToPanel): void;
  /** Reads a text and sends what came of it as `version`. */
  open(text: string, version: number): void;
  /** Reads a text as a host's session does, which holds a broken one back; says what sounds then. */
  type(text: string): 'current' | 'last good';
  /** Reads those of the texts that are broken, and says how many they were. */
  typeBroken(texts: readonly string[]): number;
  /** Sends the song again with values of a track that code makes. */
  lock(track: string, locked: NonNullable<PanelStrip['locked']>): void;
  /** Shows the pattern at an offset of the text opened last. */
  cursor(offset: number): void;
  /** From now on, bounce `bounce` is there to be read: a sine of so many seconds. */
  keep(bounce: number, sine: Sine): void;
  of<Type extends FromPanel['type']>(type: Type): Extract<FromPanel, { type: Type }>[];
}

export interface Sine {
  readonly hertz: number;
  readonly level: number;
  readonly seconds: number;
}

declare global {
  var host: TestHost;
}

const frame = document.querySelector('iframe')!;
const received: FromPanel[] = [];
window.addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow) return;
  received.push(event.data);
  if (event.data.type === 'readBounce') answerRead(event.data);
});

const kept = new Map<number, Sine>();

function answerRead({ bounce, from, count }: Extract<FromPanel, { type: 'readBounce' }>): void {
  const sine = kept.get(bounce);
  const frames = sine ? Math.max(0, Math.min(count, sine.seconds * 48_000 - from)) : 0;
  const samples = Float32Array.from(
    { length: frames },
    (_, at) => sine!.level * Math.sin((2 * Math.PI * sine!.hertz * (from + at)) / 48_000),
  );
  globalThis.host.send({ type: 'bounceSound', bounce, from, channels: sine ? [samples, samples] : [] });
}

let opened: { readonly reading: Reading; readonly version: number } | undefined;

let typed: SongSession | undefined;
let version = 0;

function newSession(): SongSession {
  return new SongSession(songParts, quietHost({ send: (message) => globalThis.host.send(message) }));
}

const fail = (fault: string): never => {
  throw new Error(fault);
};

globalThis.host = {
  received,
  send: (message) => frame.contentWindow!.postMessage(message, location.origin),
  open(text, version) {
    const reading = songParts.read(text);
    opened = { reading, version };
    const timeline = songParts.layOut(reading.song);
    const problems = [...reading.problems, ...songParts.check(reading.song, timeline, reading.origins, fail)];
    this.send({
      type: 'song',
      version,
      song: panelSong(reading, timeline),
      program: songParts.compile(reading.song, timeline, songParts.sampleRate),
    });
    this.send({ type: 'problems', version, problems: panelProblems(reading, problems), playing: 'current' });
  },
  type(text) {
    typed ??= newSession();
    typed.update(text, ++version);
    return typed.playing;
  },
  typeBroken(texts) {
    const bad = texts.filter((text) => {
      const { song, problems } = songParts.read(text);
      return holdingBack(problems).length > 0 || !hasMusic(songParts.layOut(song));
    });
    for (const text of bad) if (this.type(text) !== 'last good') throw new Error(`This was heard:\n${text}`);
    return bad.length;
  },
  lock(track, locked) {
    const { reading, version } = opened!;
    const timeline = songParts.layOut(reading.song);
    const song = panelSong(reading, timeline);
    const tracks = song.tracks.map((strip) => (strip.name === track ? { ...strip, locked } : strip));
    const program = songParts.compile(reading.song, timeline, songParts.sampleRate);
    this.send({ type: 'song', version, song: { ...song, tracks }, program });
  },
  cursor(offset) {
    const roll = rollAt(opened!.reading, offset);
    this.send({ type: 'roll', version: opened!.version, ...(roll && { roll }) });
  },
  keep: (bounce, sine) => kept.set(bounce, sine),
  of: (type) => received.filter((message): message is never => message.type === type),
};
frame.src = '/panel';
