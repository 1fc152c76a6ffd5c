// The files that the song imports, as far as the server has sent them: asked for when they are first
// named, and again when they have changed.

import type { Opened, OtherFiles } from '../../src/languages/link.ts';
import type { FromStudio, ToStudio } from '../../src/protocol/studio.ts';

export interface OtherSongsEvents {
  /** False where the server is gone. */
  send(message: FromStudio): boolean;
  /** A file has come, or is another one now: what was linked with it is out of date. */
  changed(): void;
}

export class OtherSongs implements OtherFiles {
  readonly #events: OtherSongsEvents;
  /** By who names them and how; undefined while one is on its way. */
  readonly #known = new Map<string, Opened>();

  constructor(events: OtherSongsEvents) {
    this.#events = events;
  }

  open(path: string, from: string): Opened {
    const key = keyOf(path, from);
    if (!this.#known.has(key) && this.#events.send({ type: 'open', path, from }))
      this.#known.set(key, undefined);
    return this.#known.get(key);
  }

  hear(message: Extract<ToStudio, { type: 'other' | 'otherChanged' }>): void {
    if (message.type === 'other') this.#known.set(keyOf(message.path, message.from), message.opened);
    else this.#forget((opened) => opened.ok && opened.id === message.id);
    this.#events.changed();
  }

  /** Files that were missing may be there now: the song was saved, or the server is back. */
  lookAgain(): void {
    this.#forget((opened) => !opened.ok);
  }

  #forget(which: (opened: NonNullable<Opened>) => boolean): void {
    for (const [key, opened] of this.#known) if (!opened || which(opened)) this.#known.delete(key);
  }
}

const keyOf = (path: string, from: string): string => `${from}\n${path}`;
