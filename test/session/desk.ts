// A session on a text, as an editor keeps one, and what it sent and said.

import { check } from '../../src/check/check.ts';
import type { Program } from '../../src/engine/program.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { FromPanel, ToPanel } from '../../src/protocol/panel.ts';
import type { SessionHost } from '../../src/session/host.ts';
import { SongSession, type Swap } from '../../src/session/session.ts';
import type { Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';

export const night = `song "Night" { tempo 120bpm, meter 4/4, key A minor }
instrument kick = MembraneSynth
instrument sub = MonoSynth { oscillator: sawtooth }
pattern low = "a1 c2"
track drums { instrument: kick, level: -6dB }
track bass { instrument: sub, level: -9dB, pan: 20% left, eq: low -2dB, send room: -12dB }
bus room { reverb: 2s, highpass: 250Hz }
master { limiter: -1dBTP }
section intro 2 bars { drums: "x*4" }
section verse 4 bars { drums: "x*4", bass: low }
arrange intro verse*2
`;

/** A program whose hashes tell what would sound differently; the core itself is not under test here. */
function compile(song: Song, timeline: Timeline, sampleRate: number): Program {
  const beats = Math.max(1, timeline.bars * 4);
  return {
    sampleRate,
    lengthSamples: Math.round(timeline.seconds * sampleRate),
    tracks: song.tracks.map((track, index) => ({
      name: track.name.name,
      hash: JSON.stringify([
        track.instrument?.name,
        timeline.tracks[index]!.notes.map(({ startSeconds, midi, hit }) => [startSeconds, midi, hit]),
      ]).slice(0, 200),
      instrument: 0,
      voices: 1,
      instrumentParameters: new Float32Array(1),
      zones: new Float32Array(),
      strip: new Float32Array([track.level?.value ?? 0]),
      inserts: [],
      sends: [],
      events: new ArrayBuffer(0),
      eventCount: 0,
    })),
    buses: song.buses.map((bus) => ({
      name: bus.name.name,
      strip: new Float32Array(1),
      inserts: [],
      sends: [],
    })),
    master: { strip: new Float32Array(1), inserts: [] },
    lanes: [],
    samples: [],
    plugs: [],
    barSamples: Uint32Array.from(timeline.barSeconds, (seconds) => Math.round(seconds * sampleRate)),
    beatSamples: new Uint32Array(beats),
    sectionSamples: new Uint32Array(2),
  };
}

/** A clock that goes on when it is told to. */
class HandClock {
  #now = 0;
  #waiting: { readonly at: number; readonly act: () => void }[] = [];
  now = (): number => this.#now;

  after = (milliseconds: number, act: () => void): (() => void) => {
    const one = { at: this.#now + milliseconds, act };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  };

  goOn(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#waiting.filter(({ at }) => at <= this.#now).sort((one, other) => one.at - other.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { act } of due) act();
  }
}

/** A host that keeps a text, as an editor does. */
export class Desk {
  text = '';
  version = 0;
  readonly sent: ToPanel[] = [];
  readonly said: unknown[][] = [];
  /** Someone types just before an edit arrives. */
  movesOn = false;
  readonly clock = new HandClock();
  readonly session = new SongSession(
    {
      language: songLanguage,
      read: songLanguage.read,
      layOut,
      check: (song, timeline, origins) => check(song, timeline, origins),
      compile,
      sampleRate: 48_000,
    },
    {
      send: (message) => this.sent.push(message),
      clock: this.clock,
      edit: async (edits) => {
        if (this.movesOn) return false;
        let { text } = this;
        for (const { range, text: by } of [...edits].sort((one, other) => other.range.from - one.range.from))
          text = text.slice(0, range.from) + by + text.slice(range.to);
        this.type(text, 'mixer');
        return true;
      },
      reveal: this.#says('reveal'),
      sounding: this.#says('sounding'),
      startBounce: this.#says('startBounce'),
      cancelBounce: this.#says('cancelBounce'),
      readBounce: this.#says('readBounce'),
      transportChanged: this.#says('transportChanged'),
      report: this.#says('report'),
      command: this.#says('command'),
      settings: this.#says('settings'),
      tapped: this.#says('tapped'),
      picture: this.#says('picture'),
    },
  );

  type(text: string, swap: Swap = 'all'): this {
    this.text = text;
    this.session.update(text, ++this.version, swap);
    return this;
  }

  async set(path: string, value: string, version = this.version): Promise<void> {
    this.session.receive({ type: 'set', request: 7, version, path, value } satisfies FromPanel);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  #says(what: keyof SessionHost): (...words: unknown[]) => void {
    return (...words) => void this.said.push([what, ...words]);
  }

  of<T extends ToPanel['type']>(type: T): Extract<ToPanel, { type: T }>[] {
    return this.sent.filter((message): message is Extract<ToPanel, { type: T }> => message.type === type);
  }
}

export const play = (text = night): Desk => new Desk().type(text);
