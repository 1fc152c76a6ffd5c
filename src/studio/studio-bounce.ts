// The studio's bounce: one at a time, beside the song, told to every page.

import path from 'node:path';
import type { BounceOptions, BounceState } from '../protocol/panel.ts';
import { bounceText } from '../render/bounce-text.ts';
import { HeardBounces } from '../render/heard-bounces.ts';
import { bounceName } from '../session/bounce-name.ts';

export class StudioBounce {
  /** What was bounced, to be heard in the page. */
  readonly heard = new HeardBounces();
  readonly #song: string;
  readonly #tell: (state: BounceState) => void;
  #running: AbortController | undefined;

  /** @param song  path of the song's file; the bounce is written beside it */
  constructor(song: string, tell: (state: BounceState) => void) {
    this.#song = song;
    this.#tell = tell;
  }

  /** Resolves when it has ended, whichever way; it never rejects. */
  async start(text: string, options: BounceOptions): Promise<void> {
    if (this.#running)
      return this.#tell({ state: 'failed', reason: 'Another bounce is running: wait for it, or cancel it.' });
    const running = new AbortController();
    this.#running = running;
    this.#tell({ state: 'running', share: 0 });
    const file = path.join(path.dirname(this.#song), bounceName(path.basename(this.#song), options));
    const song = this.#song;
    // The page can open nothing outside of the song's folder: nor does its bounce.
    const folder = path.dirname(song);
    const { signal } = running;
    const state = await bounceText({ text, song, folder, options, file, signal, tell: this.#tell });
    this.#tell(state.state === 'done' ? await this.heard.keep(state) : state);
    this.#running = undefined;
  }

  cancel(): void {
    this.#running?.abort();
  }

  async end(): Promise<void> {
    this.cancel();
    await this.heard.end();
  }
}
