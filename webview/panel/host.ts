// The way to the host: VS Code's webview messages, or the studio page around our frame.
// Checks what comes in at the door; keeps what must outlive a reload of the window.

import { checkToPanel } from '../../src/protocol/check.ts';
import type { FromPanel, ToPanel } from '../../src/protocol/panel.ts';

/** What a restored panel goes on with. */
export interface Kept {
  readonly zoom?: number;
  /** Whether the piano roll is open. */
  readonly roll?: boolean;
}

export interface Host {
  send(message: FromPanel): void;
  /** Messages from now on; one that is not understood is reported to the host and dropped. */
  listen(hear: (message: ToPanel) => void): void;
  kept(): Kept;
  keep(state: Kept): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const keptKey = 'codetta.panel';

export function connectHost(): Host {
  return typeof acquireVsCodeApi === 'function' ? inVsCode(acquireVsCodeApi()) : inFrame(window.parent);
}

function inVsCode(api: VsCodeApi): Host {
  const send = (message: FromPanel): void => api.postMessage(message);
  return {
    send,
    // VS Code gives a webview an origin of its own, and lets only the extension speak to it.
    listen: (hear) => window.addEventListener('message', ({ data }) => admit(data, hear, send)),
    kept: () => asKept(api.getState()),
    keep: (state) => api.setState(state),
  };
}

function inFrame(parent: Window): Host {
  const { origin } = window.location;
  const send = (message: FromPanel): void => parent.postMessage(message, origin);
  return {
    send,
    listen: (hear) =>
      window.addEventListener('message', (event) => {
        if (event.origin === origin && event.source === parent) admit(event.data, hear, send);
      }),
    kept: () => {
      try {
        return asKept(JSON.parse(sessionStorage.getItem(keptKey) ?? '{}'));
      } catch {
        return {};
      }
    },
    keep: (state) => {
      try {
        sessionStorage.setItem(keptKey, JSON.stringify(state));
      } catch {
        // A browser that stores nothing forgets the zoom; that is all that is lost.
      }
    },
  };
}

function admit(data: unknown, hear: (message: ToPanel) => void, send: (message: FromPanel) => void): void {
  const checked = checkToPanel(data);
  if (checked.ok) hear(checked.message);
  else
    send({
      type: 'report',
      level: 'error',
      message: `The panel dropped a message that it does not understand: ${checked.reason}.`,
    });
}

function asKept(state: unknown): Kept {
  if (typeof state !== 'object' || state === null) return {};
  const { zoom, roll } = state as { zoom?: unknown; roll?: unknown };
  return {
    ...(typeof zoom === 'number' && Number.isFinite(zoom) ? { zoom } : {}),
    ...(typeof roll === 'boolean' ? { roll } : {}),
  };
}
