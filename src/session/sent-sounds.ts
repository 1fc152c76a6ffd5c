// What of recorded sound the panel has already: each recording, and each picture of one, goes there once.

import type { Program } from '../engine/program.ts';
import type { ToPanel } from '../protocol/panel.ts';
import type { Wave } from '../protocol/song-view.ts';

export class SentSounds {
  /** By their hashes. */
  #samples: ReadonlySet<string> = new Set();
  #waves: ReadonlySet<string> = new Set();

  /** The panel is a new one. */
  forget(): void {
    this.#samples = new Set();
    this.#waves = new Set();
  }

  /** What must be sent before a song: what it has and the song before it had not. */
  before(waves: readonly Wave[], { samples }: Pick<Program, 'samples'>): readonly ToPanel[] {
    const messages = [
      ...waves.filter(({ hash }) => !this.#waves.has(hash)).map((wave) => ({ type: 'wave', wave }) as const),
      ...samples
        .filter(({ hash }) => !this.#samples.has(hash))
        .map((sample) => ({ type: 'sample', sample }) as const),
    ];
    this.#waves = new Set(waves.map(({ hash }) => hash));
    this.#samples = new Set(samples.map(({ hash }) => hash));
    return messages;
  }
}
