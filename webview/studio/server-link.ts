// The way to the studio's server: one WebSocket, opened again when it is lost, checked at the door.

import { checkToStudio } from '../../src/protocol/check.ts';
import type { FromStudio, ToStudio } from '../../src/protocol/studio.ts';

export interface ServerLinkEvents {
  heard(message: ToStudio): void;
  /** The server is gone: nothing can be saved until it is back. */
  lost(): void;
  misunderstood(reason: string): void;
}

const retryMs = 1000;

export class ServerLink {
  readonly #events: ServerLinkEvents;
  #socket: WebSocket | undefined;

  constructor(events: ServerLinkEvents) {
    this.#events = events;
    this.#connect();
  }

  /** False where the server is gone. */
  send(message: FromStudio): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #connect(): void {
    const { host } = window.location;
    const socket = new WebSocket(`ws://${host}/session`);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const checked = checkToStudio(parsed(data));
      if (checked.ok) this.#events.heard(checked.message);
      else this.#events.misunderstood(checked.reason);
    });
    socket.addEventListener('close', () => {
      this.#events.lost();
      setTimeout(() => this.#connect(), retryMs);
    });
  }
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
