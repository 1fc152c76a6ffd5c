// What a stage view is told, and the newest of each for one that opens, or opens again in another window. Both hosts
// hold one while a stage is open. It passes on the text and the sound; paths, problems and notices never come here.

import { checkFromStage } from '../protocol/check.ts';
import type { StagePicture, StageTheme, ToStage } from '../protocol/stage.ts';
import type { Range } from '../song/origin.ts';
import type { SongSession } from './session.ts';

export interface StageHost {
  send(message: ToStage): void;
  /** A look was chosen, to be kept. */
  theme(theme: StageTheme): void;
  close(): void;
  fullScreen(): void;
}

export class StageFeed {
  readonly #host: StageHost;
  readonly #newest = new Map<ToStage['type'], ToStage>();
  #isReady = false;

  constructor(host: StageHost, theme: StageTheme) {
    this.#host = host;
    this.#tell({ type: 'theme', theme });
  }

  /** A message of the stage, whatever it is: what is not understood is dropped. */
  receive(value: unknown): void {
    const checked = checkFromStage(value);
    if (!checked.ok) return;
    const { message } = checked;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        for (const newest of this.#newest.values()) this.#host.send(newest);
        return;
      case 'theme':
        this.#newest.set('theme', message);
        this.#host.theme(message.theme);
        return;
      case 'close':
        this.#host.close();
        return;
      case 'fullScreen':
        this.#host.fullScreen();
    }
  }

  /** The text as it stands in the editor, and the song that sounds. */
  song(text: string, language: 'song' | 'typescript', { song }: Pick<SongSession, 'song'>): void {
    this.#tell({ type: 'text', title: song?.title ?? '', language, text });
    const sections = (song?.sections ?? []).map(({ name, bar, bars }) => ({ name, bar, bars }));
    this.#tell({ type: 'sections', sections });
  }

  lit(places: readonly Range[]): void {
    this.#tell({ type: 'lit', places: places.map(({ from, to }) => ({ from, to })) });
  }

  cursor(offset: number): void {
    this.#tell({ type: 'cursor', offset });
  }

  picture(picture: StagePicture): void {
    this.#tell({ type: 'picture', picture });
  }

  #tell(message: ToStage): void {
    this.#newest.set(message.type, message);
    if (this.#isReady) this.#host.send(message);
  }
}
