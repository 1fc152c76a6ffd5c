// The panel in its frame: the same page as in VS Code, spoken to by messages of our own origin only.

import type { ToPanel } from '../../src/protocol/panel.ts';

export class PanelFrame {
  readonly #frame: HTMLIFrameElement;
  readonly #origin = window.location.origin;

  /** `received` gets anything the panel sends, unchecked; `pressed` the keys that it has no use for. */
  constructor(
    frame: HTMLIFrameElement,
    received: (message: unknown) => void,
    pressed: (event: KeyboardEvent) => void,
  ) {
    this.#frame = frame;
    window.addEventListener('message', (event) => {
      if (event.source === frame.contentWindow && event.origin === this.#origin) received(event.data);
    });
    frame.addEventListener('load', () => frame.contentWindow?.addEventListener('keydown', pressed));
    // Loaded only now, so that its first message finds someone who listens.
    frame.src = '/panel';
  }

  send(message: ToPanel): void {
    this.#frame.contentWindow?.postMessage(message, this.#origin);
  }
}

/** Whether the panel has begun, or begun anew. */
export const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
