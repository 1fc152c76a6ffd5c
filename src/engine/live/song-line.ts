// The line to the audio thread: messages in their order, and songs of which only what it has not got crosses.

import type { Program } from '../program.ts';
import { changesOf, knownOf } from './changes.ts';
import { HeardSongs } from './heard-songs.ts';
import type { SwapPoint, ToWorklet } from './messages.ts';
import type { Reports } from './reports.ts';

export class SongLine {
  readonly songs = new HeardSongs();
  #port: MessagePort | undefined;
  /** Hashes of what the other side has. */
  #known: ReadonlySet<string> = new Set();
  #order = 0;
  #orderOfTransport = 0;

  connect(port: MessagePort): void {
    this.#port = port;
  }

  /** The audio thread is gone, with all that it had. */
  disconnect(): void {
    this.#port = undefined;
    this.distrust();
    this.songs.forget();
  }

  /** What the other side has is not sure any more: the next program crosses whole. */
  distrust(): void {
    this.#known = new Set();
  }

  /** Of the newest message. */
  get order(): number {
    return this.#order;
  }

  /** Of the newest message that moved the song to another place, or stopped it. */
  get orderOfTransport(): number {
    return this.#orderOfTransport;
  }

  /** Whether the newest report is older than what the song was last told to do. */
  isAheadOf(reports: Reports): boolean {
    return reports.value('order') < this.#orderOfTransport;
  }

  /** @param atFrame  of the context: it, and all after it, wait for that */
  post(message: ToWorklet, travel: Transferable[] = [], atFrame?: number): void {
    const ordered = { ...message, order: ++this.#order, ...(atFrame !== undefined && { atFrame }) };
    this.#port?.postMessage(ordered, travel);
  }

  /** As `post`, of what moves the song to another place, starts or stops it. */
  transport(message: ToWorklet, atFrame?: number): void {
    this.post(message, [], atFrame);
    this.#orderOfTransport = this.#order;
  }

  /** @param hosted  the program as it is played, where Tone.js plays a part of it */
  load(program: Program, hosted: Program): void {
    this.post({ type: 'load', program: hosted }, changesOf(hosted, new Set()).travel);
    this.#sent(program);
  }

  update(program: Program, hosted: Program, at: SwapPoint): void {
    const { change, travel } = changesOf(hosted, this.#known);
    this.post({ type: 'update', program: change, at }, travel);
    this.#sent(program);
  }

  #sent(program: Program): void {
    this.songs.sent(this.#order, program);
    this.#known = knownOf(program);
  }
}
