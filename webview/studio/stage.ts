// The stage in the studio: a frame over the whole page, on the whole screen where the browser lets it.

import { type StageTheme, stageThemes } from '../../src/protocol/stage.ts';
import { StageFeed } from '../../src/session/stage-feed.ts';

const themePlace = 'codetta.stage.theme';

export class StageFrame {
  readonly feed: StageFeed;
  readonly #frame: HTMLIFrameElement;
  readonly #hear: (event: MessageEvent) => void;
  readonly #closed: () => void;

  /** Opens it in `place`; `closed` when it is gone. */
  constructor(place: HTMLElement, closed: () => void) {
    this.#closed = closed;
    const frame = document.createElement('iframe');
    this.#frame = frame;
    frame.id = 'stage';
    frame.title = 'Stage';
    frame.allow = 'fullscreen';
    const { origin } = window.location;
    this.feed = new StageFeed(
      {
        send: (message) => frame.contentWindow?.postMessage(message, origin),
        theme: keepTheme,
        close: () => this.close(),
        fullScreen: () => void this.#fill(),
      },
      storedTheme(),
    );
    this.#hear = (event) => {
      if (event.source === frame.contentWindow && event.origin === origin) this.feed.receive(event.data);
    };
    window.addEventListener('message', this.#hear);
    frame.src = '/stage';
    frame.addEventListener('load', () => frame.focus());
    place.append(frame);
    void this.#fill();
  }

  close(): void {
    window.removeEventListener('message', this.#hear);
    this.#frame.remove();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.#closed();
  }

  /** On the whole screen, or back; a browser that refuses shows it in the page. */
  async #fill(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await this.#frame.requestFullscreen();
    } catch {
      // Without a click before it, or by its owner's rule, the page stays a page.
    }
  }
}

function storedTheme(): StageTheme {
  const stored = localStorage.getItem(themePlace);
  return stageThemes.find((theme): theme is StageTheme => theme === stored) ?? 'night';
}

function keepTheme(theme: StageTheme): void {
  localStorage.setItem(themePlace, theme);
}
