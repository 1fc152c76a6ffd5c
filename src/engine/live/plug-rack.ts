// The rack of what Tone.js plays for the song: it stands in Tone's graph between the audio thread's outputs and
// inputs, gets its notes ahead of time on the context's clock, and is let go when the song has it no more.
// The audio thread alone says where the song is; a jump of it makes what was told ahead void.

import { type Context, connect, disconnect } from 'tone';
import type { LoopRange } from '../core/cues.ts';
import type { PlugProgram, Program } from '../program.ts';
import { PlugLine } from './plug-line.ts';
import { makePlug, type Plug } from './plug-node.ts';
import { noPlugEvents, type PlugCommand, type PlugEvents, PlugVoices } from './plug-notes.ts';
import { ported, portsOf } from './ports.ts';

export interface RackOptions {
  readonly context: Context;
  /** The audio thread's node: input `port` is that port's, output `port + 1` too. */
  readonly node: AudioNode;
  readonly sampleRate: number;
  /** Which ports carry sound from now on. */
  readonly onPorts: (ports: readonly number[]) => void;
  /** Something of Tone.js's that could not be made, in Tone.js's words: it is silent. */
  readonly onRefused: (reason: string) => void;
}

interface Racked {
  readonly program: PlugProgram;
  readonly port: number;
  plug: Plug | undefined;
  readonly voices: PlugVoices;
  notes: PlugEvents;
  /** Frame of the context up to which it was told something. */
  told: number;
}

/** How far ahead notes are told; the page may be busy for so long. */
const aheadSeconds = 0.25;
/** What is gone from the song rings on for so long, an effect until the core has faded it; at most so many do. */
const partingSeconds = { instrument: 4, effect: 0.5 } as const;
const mostParting = 6;
const fadeSeconds = 0.02;

export class PlugRack {
  readonly #options: RackOptions;
  #racked = new Map<string, Racked>();
  #parting: { racked: Racked; timer: ReturnType<typeof setTimeout> }[] = [];
  #ports: ReadonlyMap<string, number> = new Map();
  #line: PlugLine | undefined;
  /** The frame at which the song was told to start: reports from before say nothing. */
  #begins = 0;
  #pending: { readonly program: Program; readonly at: number } | undefined;
  #program: Program | undefined;
  #loop: LoopRange | undefined;

  constructor(options: RackOptions) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#racked.size === 0;
  }

  /** Settles once all that is racked can sound. */
  async ready(): Promise<void> {
    await Promise.all([...this.#racked.values()].map(({ plug }) => plug?.ready));
  }

  /**
   * Puts in what the song hosts, and takes out what it does not host any more.
   * @param at  the sample at which its notes take the place of those before; now where absent
   * @returns   the program with ports for the audio thread: see `ported`
   */
  take(program: Program, at?: number): Program {
    const wanted = new Map(program.plugs.map((plug) => [plug.id, plug]));
    const before = new Map(this.#ports);
    const held = new Set(this.#parting.map(({ racked }) => racked.port));
    this.#ports = portsOf(program.plugs, before, held);
    for (const [id, racked] of this.#racked) if (!wanted.has(id)) this.#part(id, racked);
    for (const plug of program.plugs) {
      const port = this.#ports.get(plug.place);
      if (port !== undefined && !this.#racked.has(plug.id)) this.#racked.set(plug.id, this.#rack(plug, port));
    }
    if (at === undefined || !this.#line) this.#give(program);
    else this.#pending = { program: withNotes(program), at };
    this.#tellPorts();
    return ported(program, this.#ports);
  }

  setLoop(range: LoopRange | undefined): void {
    this.#loop = range;
  }

  /** The song is to play from `sample` on when the context comes to `frame`. */
  begin(frame: number, sample: number): void {
    this.#void();
    this.#begins = frame;
    this.#line = new PlugLine(frame, sample);
    this.#advance(frame, true);
  }

  /** What the audio thread says: at `frame` of the context the song stood at `sample`. */
  follow(playing: boolean, sample: number, frame: number): void {
    if (frame <= this.#begins) return;
    if (!playing) {
      if (this.#line) this.#void();
      this.#line = undefined;
      if (this.#pending) this.#give(this.#pending.program);
      return;
    }
    if (this.#racked.size === 0) {
      this.#line = undefined;
      return;
    }
    const isHere = this.#line?.sampleAt(frame) === sample;
    if (isHere) {
      this.#advance(frame, false);
      return;
    }
    if (this.#line) this.#void();
    if (this.#pending) this.#give(this.#pending.program);
    this.#line = new PlugLine(frame, sample);
    this.#advance(frame, true);
  }

  /** Tells the notes of what begins before `frame` and a while after it. */
  #advance(frame: number, chase: boolean): void {
    const line = this.#line;
    if (!line || !this.#program) return;
    const until = frame + Math.ceil(aheadSeconds * this.#options.sampleRate);
    for (let begins = chase; ; begins = false) {
      const ends = {
        loop: this.#loop,
        swap: this.#pending?.at,
        songEnd: this.#program.lengthSamples,
      };
      const next = line.next(until, ends);
      if (!next) return;
      const { stretch, loops } = next;
      const to = stretch.sample + stretch.length;
      for (const racked of this.#racked.values()) {
        const { voices, notes } = racked;
        this.#tell(racked, voices.take(notes, stretch.sample, to, stretch.frame, begins));
        if (loops || to >= this.#program.lengthSamples) this.#tell(racked, voices.release(line.frame));
      }
      if (this.#pending && to >= this.#pending.at) this.#give(this.#pending.program);
    }
  }

  #tell(racked: Racked, commands: readonly PlugCommand[]): void {
    const { sampleRate } = this.#options;
    for (const command of commands) {
      const seconds = command.sample / sampleRate;
      racked.told = Math.max(racked.told, command.sample);
      try {
        if (command.type === 'end') racked.plug?.end(command.voice, seconds);
        else racked.plug?.start(command.voice, hertzOf(command.midi), command.velocity, seconds);
      } catch {
        // Tone.js refuses two starts of one voice at one moment: the first of them sounds.
      }
    }
  }

  /** From here on the notes of this version count. */
  #give(program: Program): void {
    const { tracks, plugs } = program;
    this.#pending = undefined;
    this.#program = withNotes(program);
    for (const racked of this.#racked.values()) racked.notes = noPlugEvents;
    for (const track of tracks) {
      const racked = track.plug === undefined ? undefined : this.#racked.get(plugs[track.plug]!.id);
      if (racked) racked.notes = { events: track.events.slice(0), count: track.eventCount };
    }
  }

  /** Takes back what was told ahead: Tone.js can't, so instruments that have more to come are made anew. */
  #void(): void {
    const now = Math.ceil(this.#options.context.immediate() * this.#options.sampleRate);
    for (const racked of this.#racked.values()) {
      if (racked.program.voices === undefined) continue;
      if (racked.told <= now) {
        // Nothing is to come: what sounds is let go, and rings on.
        this.#tell(racked, racked.voices.release(now));
        continue;
      }
      racked.voices.clear();
      const old = racked.plug;
      racked.plug = this.#make(racked.program, racked.port);
      racked.told = 0;
      if (old) this.#fade(old, now);
    }
  }

  #fade(plug: Plug, frame: number): void {
    const seconds = frame / this.#options.sampleRate;
    plug.output.gain.setValueAtTime(1, seconds);
    plug.output.gain.linearRampToValueAtTime(0, seconds + fadeSeconds);
    setTimeout(() => plug.dispose(), 200);
  }

  #rack(program: PlugProgram, port: number): Racked {
    const voices = new PlugVoices(program.voices ?? 0);
    return { program, port, plug: this.#make(program, port), voices, notes: noPlugEvents, told: 0 };
  }

  #make(program: PlugProgram, port: number): Plug | undefined {
    const { context, node, onRefused } = this.#options;
    try {
      const plug = makePlug(context, program);
      if (plug.input) connect(node, plug.input, port + 1, 0);
      connect(plug.output, node, 0, port);
      plug.ready.catch((error: unknown) => onRefused(refusal(program, error)));
      return plug;
    } catch (error) {
      onRefused(refusal(program, error));
      return undefined;
    }
  }

  /** Out of the song: it rings on for a while, and never do more than a few. */
  #part(id: string, racked: Racked): void {
    this.#racked.delete(id);
    // What it was told to play in a moment is as much of the old version as what sounds.
    const kind = racked.program.voices === undefined ? 'effect' : 'instrument';
    const timer = setTimeout(() => this.#drop(racked), partingSeconds[kind] * 1000);
    this.#parting.push({ racked, timer });
    while (this.#parting.length > mostParting) this.#drop(this.#parting[0]!.racked);
  }

  #drop(racked: Racked): void {
    const at = this.#parting.findIndex((one) => one.racked === racked);
    if (at >= 0) clearTimeout(this.#parting.splice(at, 1)[0]!.timer);
    if (!racked.plug) return;
    if (racked.plug.input) disconnect(this.#options.node, racked.plug.input, racked.port + 1, 0);
    racked.plug.dispose();
    racked.plug = undefined;
    this.#tellPorts();
  }

  #tellPorts(): void {
    const parting = this.#parting.map(({ racked }) => racked.port);
    this.#options.onPorts([...new Set([...this.#ports.values(), ...parting])]);
  }

  dispose(): void {
    for (const { racked } of [...this.#parting]) this.#drop(racked);
    for (const racked of this.#racked.values()) racked.plug?.dispose();
    this.#racked.clear();
  }
}

/** Its buffers go to the audio thread: what is told later is a copy. */
const withNotes = (program: Program): Program => ({
  ...program,
  tracks: program.tracks.map((track) =>
    track.plug === undefined ? track : { ...track, events: track.events.slice(0) },
  ),
});

const hertzOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

const refusal = ({ type }: PlugProgram, error: unknown): string =>
  `tone.${type} is silent: ${error instanceof Error ? error.message : String(error)}`;
