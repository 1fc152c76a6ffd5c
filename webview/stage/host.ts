// The way to the host: VS Code's webview messages, or the studio's page around our frame.

import type { FromStage } from '../../src/protocol/stage.ts';

interface StageHost {
  send(message: FromStage): void;
  /** Anything that is said, unchecked. */
  listen(hear: (data: unknown) => void): void;
}

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

export function connect(): StageHost {
  if (typeof acquireVsCodeApi === 'function') {
    const api = acquireVsCodeApi();
    return {
      send: (message) => api.postMessage(message),
      // VS Code gives a webview an origin of its own, and lets only the extension speak to it.
      listen: (hear) => window.addEventListener('message', ({ data }) => hear(data)),
    };
  }
  const { parent } = window;
  const { origin } = window.location;
  return {
    send: (message) => parent.postMessage(message, origin),
    listen: (hear) =>
      window.addEventListener('message', (event) => {
        if (event.origin === origin && event.source === parent) hear(event.data);
      }),
  };
}
