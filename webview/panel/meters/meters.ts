// The page's side of the meters: starts the worker when somebody looks, gives the audio thread a way to it, and keeps
// the newest figures. While nobody looks nothing is measured and nothing is sent.

import { signal } from '@preact/signals';
import type { WatchedStrip } from '../../../src/engine/core/watched.ts';
import type { Player } from '../../../src/engine/live/player.ts';
import { wake } from '../model/frames.ts';
import type { FromMeters, ToMeters } from './messages.ts';

export class Meters {
  /** The newest; read frame by frame by what is drawn. */
  newest: FromMeters | undefined;
  /** Figures for eyes and screen readers, a few times a second. */
  readonly figures = signal<FromMeters | undefined>(undefined);
  readonly #player: Player;
  readonly #script: string;
  readonly #rate: number;
  #worker: Promise<Worker> | undefined;
  #viewers = 0;
  #measures = false;
  #toldMs = 0;

  constructor(player: Player, script: string, rate: number) {
    this.#player = player;
    this.#script = script;
    this.#rate = rate;
    document.addEventListener('visibilitychange', this.#follow);
  }

  /** Measures from now on, while the page is seen; returns how to end that. */
  view(): () => void {
    this.#viewers += 1;
    this.#follow();
    return () => {
      this.#viewers -= 1;
      this.#follow();
    };
  }

  watch(strip: WatchedStrip | undefined): void {
    this.#player.watch(strip);
    this.#say({ type: 'other' });
  }

  /** Peaks, clips and loudness begin anew. */
  reset(): void {
    this.#say({ type: 'reset' });
  }

  #follow = (): void => {
    const wanted = this.#viewers > 0 && document.visibilityState === 'visible';
    if (wanted === this.#measures) return;
    this.#measures = wanted;
    if (wanted) this.#start();
    else this.#stop();
  };

  dispose(): void {
    document.removeEventListener('visibilitychange', this.#follow);
    this.#worker?.then((worker) => worker.terminate()).catch(() => {});
    this.#worker = undefined;
  }

  #start(): void {
    this.#worker ??= this.#open();
    this.#player.setMeter(() => {
      const { port1, port2 } = new MessageChannel();
      this.#say({ type: 'start', port: port2, rate: this.#rate }, [port2]);
      return port1;
    });
  }

  #stop(): void {
    this.#player.setMeter(undefined);
    this.#say({ type: 'stop' });
    this.newest = undefined;
    this.figures.value = undefined;
  }

  /** From a blob: an editor's panel has another origin than its scripts. */
  async #open(): Promise<Worker> {
    const script = await (await fetch(this.#script)).blob();
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<FromMeters>) => this.#hear(data);
    return worker;
  }

  #hear(data: FromMeters): void {
    if (!this.#measures) return;
    this.newest = data;
    const now = performance.now();
    if (now - this.#toldMs > 250) {
      this.#toldMs = now;
      this.figures.value = data;
    }
    wake();
  }

  #say(message: ToMeters, transfer: Transferable[] = []): void {
    this.#worker?.then((worker) => worker.postMessage(message, transfer)).catch(() => {});
  }
}
